import type { Instant } from '../calendar/model'
import { maskBank, maskId } from '../privacy/masks'
import { availableActions, type LineOffer, type Offer } from '../procedures/available'
import type { Actor } from '../procedures/state'
import { applicantNames } from './hands'
import type { Application, Subject } from './model'
import type { ApplicationCard, ApplicationPage } from './page'
import { progressOf, type Surroundings } from './progress'

/** One's own application. Numbers by which money or a name could be taken come masked even to oneself. */
export function ownPageOf(application: Application, around: Surroundings, now: Instant): ApplicationPage {
  const { _id, version, unitName, way, agent, register } = application
  return {
    ...progressOf(application, around, now),
    id: _id,
    version,
    unitName,
    way,
    subject: maskedSubject(application.subject),
    agent,
    materials: application.materials.map(({ id, kind, name, mime, at }) => ({ id, kind, name, mime, at })),
    can: canOf(application, around, now),
    register,
  }
}

/** One's own application in a list. */
export function ownCardOf(application: Application, around: Surroundings, now: Instant): ApplicationCard {
  const progress = progressOf(application, around, now)
  return {
    id: application._id,
    caseNo: progress.caseNo,
    example: progress.example,
    procedureName: progress.procedureName,
    stepName: progress.stepName,
    since: progress.since,
    withApplicant: progress.withApplicant,
    missing: progress.awaited?.items.length ?? 0,
    end: progress.end?.outcome ?? null,
    limit: progress.limit,
  }
}

/** The household under each name that the procedure has for it, with whoever acts on its behalf. */
export function householdActors({
  procedure,
  application,
}: {
  procedure: Surroundings['procedure']
  application: Pick<Application, 'agent'>
}): Actor[] {
  const names = applicantNames(
    procedure,
    procedure.actors.map(({ name }) => name),
  )
  const { agent } = application
  return names.map(name => (agent === null ? { name } : { name, agent: agent.name }))
}

export function maskedSubject(subject: Subject): Subject {
  return {
    ...subject,
    idNumber: maskId(subject.idNumber),
    bankAccount: maskBank(subject.bankAccount),
  }
}

function canOf(
  application: Application,
  { procedure, calendar }: Surroundings,
  now: Instant,
): ApplicationPage['can'] {
  const { state } = application
  const offers = householdActors({ procedure, application }).flatMap(actor =>
    availableActions(procedure, state, actor, now, calendar),
  )
  const isAsked = state.awaited !== null
  const moves = offers.filter(isMove)
  return {
    supply: isAsked && moves.some(({ outcome, blocked }) => outcome === 'ok' && blocked === null),
    withdraw: offers.some(({ type }) => type === 'withdraw'),
    moves: isAsked ? [] : moves.filter(({ blocked }) => blocked === null).map(moveFace),
  }
}

function isMove(offer: Offer): offer is LineOffer {
  return offer.type === 'move'
}

function moveFace({ to, name, when, needs }: LineOffer): ApplicationPage['can']['moves'][number] {
  return { to, name, when, needsRemark: needs === 'remark' }
}
