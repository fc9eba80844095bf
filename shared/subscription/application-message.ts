import { type Area, isWithApplicant, namesOfHands } from '../application/hands'
import type { Application } from '../application/model'
import { addDays, beijingDate } from '../calendar/date'
import type { CalendarDate, Instant } from '../calendar/model'
import { fullDateWords } from '../calendar/words'
import type { WorkCalendar } from '../calendar/work-calendar'
import type { MessageSettings, MessageTemplate } from '../catalog/message'
import type { PatternValues } from '../catalog/pattern'
import { type EndKind, type Procedure, type Step, stepOf } from '../procedures/definition'
import { type Due, stepDue } from '../procedures/due'
import { presentStep } from '../procedures/situation'
import type { ApplicationState } from '../procedures/state'
import { missingMaterials, tellsOfHealth } from './missing-materials'
import { DECISION_WORDS, MESSAGE_WORDS } from './words'
import { type SubscriptionMessage, writtenBy } from './written'

/** An application as far as a message about it needs it: not the household, not what it handed in. */
export type ApplicationMatter = Pick<
  Application,
  | '_id'
  | 'caseNo'
  | 'trackCode'
  | 'procedureName'
  | 'unitCode'
  | 'path'
  | 'partners'
  | 'ownerId'
  | 'state'
  | 'register'
>

export type ApplicationMessageSources = {
  template: MessageTemplate
  settings: Pick<MessageSettings, 'neutralText' | 'stepPhrases'>
  application: ApplicationMatter
  procedure: Procedure
  area: Area
  calendar: WorkCalendar
  /** Where the household asks. */
  acceptPhone: string
  /** True for matters that a locked screen must not name: an illness, a disability, a need. */
  neutral: boolean
  /** True where the message goes to the person whose application it is; others follow it by its code. */
  toOwner: boolean
  now: Instant
}

/**
 * The message of an event of an application, or null where it has nothing to say; see `writtenBy`. It may light up a
 * locked screen, so it holds no name of a person, amount, illness or number.
 */
export function applicationMessage(sources: ApplicationMessageSources): SubscriptionMessage | null {
  const { template, application, toOwner } = sources
  const page = toOwner ? template.page : (template.followerPage ?? template.page)
  const ids = { applicationId: application._id, trackCode: application.trackCode }
  return writtenBy(template, valuesOf(sources), page, ids)
}

function valuesOf(sources: ApplicationMessageSources): PatternValues {
  const { application, procedure, settings, calendar, now, acceptPhone } = sources
  const { state, procedureName, caseNo } = application
  const neutral = sources.neutral || tellsOfHealth(procedureName)
  const step = presentStep(procedure, state)
  const phrase = stepPhrase(step, state, settings)
  return {
    ...limitValues(stepDue(step, state, now, calendar), calendar, now),
    ...decisionValues(application),
    itemShort: neutral ? settings.neutralText : procedureName,
    stepPhrase: phrase,
    steppedOn: fullDateWords(beijingDate(state.since)),
    taskShort: phrase,
    actorShort: neutral ? MESSAGE_WORDS.seeWho : whoHasIt(sources),
    unitShort: neutral ? MESSAGE_WORDS.seeWho : whoHasIt(sources),
    caseNo,
    materialsShort: state.awaited ? missingMaterials(state.awaited.items, procedure, neutral) : '',
    placeShort: neutral ? MESSAGE_WORDS.seeWhere : whoAsked(sources),
    acceptPhone,
  }
}

/** 当前环节, by the step's own id where the settings have it, else by its kind. */
function stepPhrase(
  { id, kind }: Step,
  { awaited, end }: ApplicationState,
  { stepPhrases }: Pick<MessageSettings, 'stepPhrases'>,
): string {
  if (awaited !== null) return stepPhrases.returned ?? ''
  const isOtherEnd = end !== null && end.outcome !== 'completed'
  return stepPhrases[isOtherEnd ? end.outcome : id] ?? stepPhrases[kind] ?? ''
}

/** The limit of a step, for those who have it. */
function limitValues(due: Due | null, calendar: WorkCalendar, now: Instant): PatternValues {
  if (due === null || due.dueOn === null) return {}
  const today = beijingDate(now)
  return {
    dueOn: fullDateWords(due.dueOn),
    workdaysLeft: calendar.workdaysBetween(addDays(today, -1), due.dueOn),
    workdaysOver: calendar.workdaysBetween(due.dueOn, today),
  }
}

/**
 * A refusal that may still be objected to is a decision too, though nothing has ended; and so is being taken out of
 * the register.
 */
function decisionValues({ state, register }: ApplicationMatter): PatternValues {
  if (register?.status === 'out' && register.until !== null) {
    return decided('withdrawn', register.until)
  }
  const { end, grounds, path } = state
  const outcome: EndKind | null = end?.outcome ?? (grounds === null ? null : 'rejected')
  const at = end?.at ?? path.at(-1)?.at
  if (outcome === null || at === undefined) return {}
  return decided(outcome, beijingDate(at))
}

function decided(outcome: EndKind, on: CalendarDate): PatternValues {
  const { decision, hint } = DECISION_WORDS[outcome]
  return { decision, decisionHintShort: hint, decidedOn: fullDateWords(on) }
}

function whoHasIt({ application, procedure, area }: ApplicationMessageSources): string {
  const { state } = application
  const [name] = namesOfHands(procedure, state, application, area)
  return isWithApplicant(procedure, state) ? MESSAGE_WORDS.yourTurn : (name ?? '')
}

/** 交到哪里: to whoever asked for it. */
function whoAsked({ application, procedure, area }: ApplicationMessageSources): string {
  const asking = stepOf(procedure, application.state.awaited?.askedBy ?? '')
  if (asking === null) return ''
  return namesOfHands(procedure, { step: asking.id, end: null }, application, area)[0] ?? ''
}
