import type { Application, Untold } from '../../shared/application/model'
import { closedKey, nextTransitionOf, remindersOf } from '../../shared/application/reminders'
import { at, beijingDate } from '../../shared/calendar/date'
import type { Instant } from '../../shared/calendar/model'
import type { MessageEvent } from '../../shared/catalog'
import type { Advanced } from '../../shared/procedures/actions'
import { closePublicity, lengthenPublicity } from '../../shared/procedures/advance'
import { applications, changeApplication, type Ruling, rulingOf } from '../kit/application-store'
import { readCalendars } from '../kit/calendars'
import { command } from '../kit/documents'
import { endOfPublicity } from '../kit/held-publicity'
import { SYSTEM } from '../kit/history'
import { tell } from '../kit/outbox'
import { inBatches } from './in-batches'

/** What the clock does at night is told when people are up. */
const MORNING = '09:00'

/** Does what is due of every application, the longest due first; answers how many. */
export async function moveApplications(now: Instant, isOverTime: () => boolean): Promise<number> {
  const { revision } = await readCalendars()
  const find = (limit: number) =>
    applications.findSound(
      { nextTransitionAt: command().lte(now) },
      { order: [['nextTransitionAt', 'asc']], limit },
    )
  const work = (one: Application) => moveOne(one, revision, now)
  return inBatches({ name: 'application-not-moved', find, work, isOverTime })
}

/** False where another run or a person changed the application first, or its notice is not yet reckoned anew. */
async function moveOne(due: Application, revision: string, now: Instant): Promise<boolean> {
  const ruling = await rulingOf(due)
  const closing = closingOf(due, now)
  if (closing === null) return tellWhatIsDue(due, ruling, [], now)
  const settled = await settlePublicity(due, closing, ruling, revision, now)
  if (settled === 'later') return false
  if (settled === 'left') return tellWhatIsDue(due, ruling, [closedKey(closing)], now)
  return tellWhatIsDue(settled, ruling, [], now)
}

/** The end of its publicity, where that has come and was not looked at yet. */
function closingOf({ state, reminded }: Application, now: Instant): Instant | null {
  const closesAt = state.publicity?.closesAt ?? null
  const isDue = closesAt !== null && closesAt <= now && state.end === null
  return isDue && !reminded.includes(closedKey(closesAt)) ? closesAt : null
}

/**
 * The application once its publicity has ended or been found to last longer. `left`: to a handler, as with an
 * objection that nobody has answered, a choice of ways, or a notice that was withdrawn. `later`: to another run.
 */
async function settlePublicity(
  due: Application,
  closing: Instant,
  ruling: Ruling,
  revision: string,
  now: Instant,
): Promise<Application | 'left' | 'later'> {
  const end = await endOfPublicity(due.state.publicity?.noticeId ?? '', revision)
  if (end === 'gone') return 'left'
  if (end === 'unsettled') return 'later'
  const { closesAt } = end
  const lastsLonger = closesAt !== null && closesAt > closing
  const { procedure, calendar } = ruling
  const advanced: Advanced = lastsLonger
    ? lengthenPublicity(procedure, due.state, closesAt, now)
    : closePublicity(procedure, due.state, now, calendar)
  if (!advanced.ok) return 'left'
  const action = lastsLonger ? 'publicity-lengthened' : 'publicity-closed'
  const changes = { state: advanced.state }
  return (await changeApplication(due, { at: now, by: SYSTEM, action, changes })) ?? 'later'
}

/**
 * Puts into the outbox what is to be told, then notes that it is there: a run that dies in between is repeated, and
 * nothing is put in twice. The version stays as it is, for nothing about the matter has changed.
 */
async function tellWhatIsDue(
  application: Application,
  ruling: Ruling,
  lookedAt: readonly string[],
  now: Instant,
): Promise<boolean> {
  const { procedure, calendar } = ruling
  const reminders = remindersOf(procedure, application, now, calendar).filter(
    ({ key, at }) => at <= now && !application.reminded.includes(key),
  )
  // Where the clock was away past the last day, that it comes near is no news any more.
  const latest = reminders.at(-1)
  for (const one of lastOfEach(application.untold)) {
    await tellOne(application, { event: one.event, round: one.round, occasion: String(one.seq) }, now)
  }
  const round = application.state.path.length
  if (latest) await tellOne(application, { event: latest.event, round }, now)
  const told = {
    untold: [],
    reminded: [...application.reminded, ...lookedAt, ...reminders.map(({ key }) => key)],
  }
  const nextTransitionAt = nextTransitionOf(procedure, { ...application, ...told }, now, calendar)
  const { _id, version } = application
  return (await applications.change({ _id, version }, { ...told, nextTransitionAt })) === 1
}

/** Of several changes of one kind the last says all there is to say. */
function lastOfEach(untold: readonly Untold[]): Untold[] {
  return [...new Map(untold.map(one => [one.event, one])).values()]
}

type Said = { event: MessageEvent; round: number; occasion?: string }

function tellOne({ _id }: Application, said: Said, now: Instant): Promise<void> {
  const matter = { kind: 'application' as const, id: _id }
  return tell({ matter, ...said, notBefore: whenPeopleAreUp(now) }, now)
}

function whenPeopleAreUp(now: Instant): Instant {
  const morning = at(beijingDate(now), MORNING)
  return now < morning ? morning : now
}
