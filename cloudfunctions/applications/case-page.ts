import { applicantNames } from '../../shared/application/hands'
import type { Application, StepRecord } from '../../shared/application/model'
import type { CaseOffer, CasePage } from '../../shared/application/page'
import { progressOf } from '../../shared/application/progress'
import { linesOfRecord, recordFormOf } from '../../shared/application/record-forms'
import { RECORD_TITLES } from '../../shared/application/record-words'
import type { Instant } from '../../shared/calendar/model'
import { type Procedure, stepOf } from '../../shared/procedures/definition'
import { knownStep, presentStep } from '../../shared/procedures/situation'
import type { Actor, Objection } from '../../shared/procedures/state'
import { offersOf } from './offers'
import type { SeenCase } from './seen-case'

/** A case for those whose step it is or was: nothing is masked for them. */
export function casePageOf(seen: SeenCase, now: Instant): CasePage {
  const { application, ruling } = seen
  const { procedure } = ruling
  const { state, records } = application
  const step = presentStep(procedure, state)
  const offers = offersOf(seen, now)
  return {
    ...progressOf(application, ruling, now),
    id: application._id,
    version: application.version,
    unitCode: application.unitCode,
    unitName: application.unitName,
    way: application.way,
    subject: application.subject,
    family: application.family,
    agent: application.agent,
    materials: application.materials.map(({ id, kind, name, mime, at }) => ({ id, kind, name, mime, at })),
    checklist: procedure.materials,
    told: state.told[step.id] ?? null,
    records: records.filter(({ form }) => form !== 'objection').map(record => recordShown(record, procedure)),
    offers,
    handsInForThem: state.awaited !== null && offers.some(offer => isHandingIn(offer, procedure)),
    recordForm: state.end === null ? recordFormOf(procedure, step) : null,
    objections: state.objections.map(objection => objectionShown(objection, records)),
    moves: state.path.map(move => ({
      at: move.at,
      by: actorWords(move.by),
      from: stepName(procedure, move.from),
      to: stepName(procedure, move.to),
      outcome: move.outcome,
      remark: move.remark,
    })),
    register: application.register,
  }
}

/** Only those who do the household's steps for it have such a line. */
function isHandingIn(offer: CaseOffer, procedure: Procedure): boolean {
  const isGoingOn = offer.type === 'move' && offer.outcome === 'ok' && offer.blocked === null
  return isGoingOn && applicantNames(procedure, [offer.as]).length > 0
}

function recordShown(record: StepRecord, procedure: Procedure): CasePage['records'][number] {
  const step = knownStep(procedure, record.step)
  const form = recordFormOf(procedure, step)
  return {
    id: record.id,
    stepName: step.name,
    form: record.form,
    title: form?.title ?? RECORD_TITLES[record.form],
    at: record.at,
    body: record.body,
    values: form === null ? [] : linesOfRecord(form, record.values),
  }
}

/** What was objected is in the record of the same id: the state, which others read, has no text of it. */
function objectionShown(
  { id, at, answer }: Objection,
  records: Application['records'],
): CasePage['objections'][number] {
  const text = records.find(record => record.form === 'objection' && record.id === id)?.values.text ?? ''
  return {
    id,
    at,
    text,
    answer: answer === null ? null : { at: answer.at, text: answer.text, upheld: answer.upheld },
  }
}

function actorWords({ name, agent }: Actor): string {
  return agent === undefined ? name : `${name}（${agent}代办）`
}

function stepName(procedure: Procedure, id: string): string {
  return stepOf(procedure, id)?.name ?? id
}
