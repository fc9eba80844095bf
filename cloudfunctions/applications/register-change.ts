import type { Application, RegisterEntry, Untold } from '../../shared/application/model'
import type { RegisterLine } from '../../shared/application/page'
import { beijingDate } from '../../shared/calendar/date'
import type { CalendarDate, Instant } from '../../shared/calendar/model'
import type { Procedure } from '../../shared/procedures/definition'
import { reviewDueOn } from '../../shared/procedures/review'
import { applications, changeApplication } from '../kit/application-store'
import type { Acting, Caller } from '../kit/caller'
import { digest } from '../kit/history'
import { procedureText } from '../kit/procedures'
import { unitOf } from '../kit/reference'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { DESK_WORDS } from './desk-words'
import { lineOf } from './register-lines'
import { findReach } from './register-reach'

type Change =
  | { type: 'out'; on: CalendarDate; reason: string }
  | { type: 'reviewed'; on: CalendarDate; people: number; reason: string }
type Input = { id: string; version: number; change: Change }

const MOST_PEOPLE = 30

/**
 * 动态管理: an entry is taken out, or was looked at again. Sent again after a lost answer it is done once. Refuses with
 * FORBIDDEN a village's own cadre: who is on the list is decided above it.
 */
export async function registerChange({ id, version, change }: Input, { caller, now }: Call) {
  const { application, entry, acting } = await changeable(id, caller)
  const action = `register-${change.type}:${digest(change).slice(0, 16)}`
  if (isDoneAlready(application, version, acting, action)) return answerOf(application, now)
  if (application.version !== version) throw new Refusal('CONFLICT', DESK_WORDS.justHandled)
  refuseImpossible(entry, change, beijingDate(now))
  const register = changed(entry, change, await procedureText(application.state.procedureId))
  const telling = change.type === 'out' ? toldOfTheEnd(application, now) : {}
  const changes = { register, ...telling }
  const done = await changeApplication(application, { at: now, by: acting, action, changes })
  if (done === null) throw new Refusal('CONFLICT', DESK_WORDS.justHandled)
  return answerOf(done, now)
}

async function changeable(id: string, caller: Caller) {
  const application = await applications.get(id)
  const isSeen =
    application !== null && (await officeFor(application, caller, 'applications.register')) !== null
  if (application === null || application.register === null || !isSeen) {
    throw new Refusal('NOT_FOUND', DESK_WORDS.entryNotFound)
  }
  const acting = await officeFor(application, caller, 'applications.registerChange')
  if (acting === null || (await unitOf(acting.unit)).level === 'village') {
    throw new Refusal('FORBIDDEN', DESK_WORDS.registerAbove)
  }
  return { application, entry: application.register, acting }
}

/** The caller's office that reaches the entry, or null. */
async function officeFor(
  { unitCode, procedureId }: Application,
  caller: Caller,
  action: Parameters<typeof findReach>[1],
): Promise<Acting | null> {
  const reach = await findReach(caller, action, unitCode)
  const isReached = reach !== null && (reach.procedures?.includes(procedureId) ?? true)
  return isReached ? reach.acting : null
}

function refuseImpossible(entry: RegisterEntry, change: Change, today: CalendarDate): void {
  if (entry.status === 'out') throw new Refusal('CONFLICT', DESK_WORDS.outAlready)
  if (change.on > today) throw new Refusal('INVALID_INPUT', DESK_WORDS.dateAhead)
  if (change.on < entry.since) throw new Refusal('INVALID_INPUT', DESK_WORDS.dateBefore(entry.since))
  const isCount = change.type === 'out' || (change.people >= 1 && change.people <= MOST_PEOPLE)
  if (!isCount) throw new Refusal('INVALID_INPUT', DESK_WORDS.peopleWrong)
}

function changed(entry: RegisterEntry, change: Change, { reviewCycle }: Procedure): RegisterEntry {
  const { on, reason } = change
  if (change.type === 'out') return { ...entry, status: 'out', until: on, reason, reviewDueOn: null }
  return { ...entry, people: change.people, reason, reviewDueOn: reviewDueOn(reviewCycle, on) }
}

/** A household is told that it is taken out, as it was of its being taken in. */
function toldOfTheEnd({ version, state, untold }: Application, now: Instant) {
  const telling: Untold = { event: 'application-decided', seq: version + 1, round: state.path.length }
  return { untold: [...untold, telling], nextTransitionAt: now }
}

function isDoneAlready(
  { history }: Application,
  version: number,
  { personId }: Acting,
  action: string,
): boolean {
  const entry = history.find(({ seq }) => seq === version + 1)
  return entry?.action === action && entry.by.personId === personId
}

function answerOf(application: Application, now: Instant): { now: Instant; line: RegisterLine } {
  const [line] = lineOf(application, beijingDate(now))
  if (line === undefined) throw new Error(`application ${application._id} lost its entry in the register`)
  return { now, line }
}
