import type { CaseOffer } from '../../shared/application/page'
import type { Instant } from '../../shared/calendar/model'
import { availableActions, type Offer } from '../../shared/procedures/available'
import { presentStep } from '../../shared/procedures/situation'
import type { SeenCase, Sitting } from './seen-case'

/** What the caller can do with a case now, body by body, in the order of the drawing. */
export function offersOf(seen: SeenCase, now: Instant): CaseOffer[] {
  return seen.sittings.flatMap(sitting => [...offersTo(sitting, seen, now), ...objecting(sitting, seen, now)])
}

function offersTo({ body, actor }: Sitting, { application, ruling }: SeenCase, now: Instant): CaseOffer[] {
  const { procedure, calendar } = ruling
  const offers = availableActions(procedure, application.state, actor, now, calendar)
  return offers.map(offer => faceOf(offer, body))
}

function faceOf(offer: Offer, as: string): CaseOffer {
  const blocked = offer.blocked === null ? null : offer.blocked.message
  switch (offer.type) {
    case 'move':
    case 'ask':
    case 'refuse':
      return { ...offer, as, blocked }
    case 'begin':
    case 'withdraw':
      return { type: offer.type, as, blocked }
    case 'post-notice':
      return { type: offer.type, as, template: offer.template, blocked }
    case 'answer':
      return { type: offer.type, as, objectionId: offer.objectionId, blocked }
    case 'date':
      return { type: offer.type, as, event: offer.event, blocked }
  }
}

/** An objection by word or on paper is written down by whoever has the notice up. */
function objecting({ body }: Sitting, { application, ruling }: SeenCase, now: Instant): CaseOffer[] {
  const { state } = application
  const step = presentStep(ruling.procedure, state)
  const { publicity: held } = state
  const isUp = state.end === null && held !== null && (held.closesAt === null || now < held.closesAt)
  const isTaken = step.publicity?.acceptsObjection === true && step.actors.includes(body)
  return isUp && isTaken ? [{ type: 'object', as: body, blocked: null }] : []
}
