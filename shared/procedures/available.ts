import type { Instant } from '../calendar/model'
import type { WorkCalendar } from '../calendar/work-calendar'
import type { ActionType } from './actions'
import type { Outcome, Procedure } from './definition'
import { lineProblem } from './hold'
import { type LineNeeds, needsOf } from './pass'
import { type Refusal, type RefusalCode, refusal } from './refusals'
import {
  isTakenBy,
  type OpenLine,
  openLines,
  presentStep,
  type Situation,
  standstill,
  unanswered,
} from './situation'
import type { Actor, ApplicationState } from './state'
import { withdrawalProblem } from './withdrawal'

/** A way along a line of the drawing. `blocked` says why it must wait; null where it can be taken now. */
export type LineOffer = {
  type: Extract<ActionType, 'move' | 'ask' | 'refuse'>
  to: string
  name: string
  when: string
  outcome: Outcome
  needs: LineNeeds
  blocked: Refusal | null
}

/** Something else that the actor can do at the step. */
export type StepOffer =
  | { type: 'begin' | 'withdraw'; blocked: null }
  | { type: 'post-notice'; template: string; blocked: Refusal | null }
  | { type: 'answer'; objectionId: string; blocked: null }
  | { type: 'date'; event: string; blocked: null }
export type Offer = LineOffer | StepOffer

/**
 * What an actor can do with an application now, in the order of the drawing; empty where it is in other hands or at
 * its end. An objection is open to everybody while a notice is up and is not listed.
 */
export function availableActions(
  procedure: Procedure,
  state: ApplicationState,
  actor: Actor,
  now: Instant,
  calendar: WorkCalendar,
): Offer[] {
  if (standstill(procedure, state, now) !== null) return []
  const at = { procedure, state, step: presentStep(procedure, state), now, calendar }
  const lines = openLines(procedure, state).filter(open => isTakenBy(open, actor))
  const isOwn = at.step.actors.includes(actor.name)
  const withdrawal: Offer[] =
    withdrawalProblem(at, actor) === null ? [{ type: 'withdraw', blocked: null }] : []
  return [...(isOwn ? stepOffers(at) : []), ...lines.map(open => lineOffer(at, open)), ...withdrawal]
}

function lineOffer(at: Situation, open: OpenLine): LineOffer {
  const needs = needsOf(open, at.state)
  return {
    type: typeOf(needs),
    to: open.line.to,
    name: open.to.name,
    when: open.line.when,
    outcome: open.line.outcome,
    needs,
    blocked: asRefusal(lineProblem(at, open.line)),
  }
}

function typeOf(needs: LineNeeds): LineOffer['type'] {
  if (needs === 'items') return 'ask'
  return needs === 'grounds' ? 'refuse' : 'move'
}

function stepOffers(at: Situation): Offer[] {
  const { step, state } = at
  const event = step.limit?.fromEvent
  const offers: (Offer | null)[] = [
    step.limit?.covers === 'start' && state.begunAt === null ? { type: 'begin', blocked: null } : null,
    event !== undefined && state.events[event] === undefined ? { type: 'date', event, blocked: null } : null,
    postingOffer(at),
  ]
  const answers = unanswered(state).map(
    ({ id }): Offer => ({ type: 'answer', objectionId: id, blocked: null }),
  )
  return [...offers.filter(offer => offer !== null), ...answers]
}

/** Once up, a notice is put up anew only by a correction, which the notice's own page makes. */
function postingOffer({ step, state }: Situation): Offer | null {
  const isToPost = step.kind === 'publicity' && step.publicity !== undefined && state.publicity === null
  if (!isToPost || step.publicity === undefined) return null
  const isHeld = unanswered(state).length > 0
  return {
    type: 'post-notice',
    template: step.publicity.template,
    blocked: isHeld ? refusal('objection-unanswered') : null,
  }
}

function asRefusal(code: RefusalCode | null): Refusal | null {
  return code === null ? null : refusal(code)
}
