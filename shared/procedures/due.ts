import { addDays, beijingDate, daysBetween, endOfDay } from '../calendar/date'
import type { CalendarDate, Instant } from '../calendar/model'
import type { WorkCalendar } from '../calendar/work-calendar'
import type { Period } from '../publicity/count-days'
import { reckonPeriod } from '../publicity/reckon'
import type { Procedure, Step } from './definition'
import type { OverallLimit, StepLimit } from './limit'
import { addMonths } from './months'
import type { ApplicationState } from './state'

/**
 * Where a limit stands. running: not yet over; overdue; begun: it was on beginning, and the step is begun in time;
 * paused: the time does not run while what was asked for is awaited; undated: no date can be given (立即, or the event has no date yet).
 * A limit `at-least` is running until its day has passed, then free.
 * ended: the matter has ended; the day says by when the household is told, and nothing can be overdue any more.
 */
export type LimitPhase = 'running' | 'overdue' | 'begun' | 'paused' | 'undated' | 'free' | 'ended'

/** `dueOn`: the last day, which ends at 24:00 Beijing. `provisional` where the year's days off are not announced. */
export type Due = { phase: LimitPhase; dueOn: CalendarDate | null; provisional: boolean }

const UNDATED: Due = { phase: 'undated', dueOn: null, provisional: false }

type Counted = { count: number; unit: 'workday' | 'day' | 'month' }
type LastDay = { dueOn: CalendarDate; provisional: boolean }

/** By when the step an application is at must be done, or null where nobody says. @throws CalendarError */
export function stepDue(
  step: Step,
  state: ApplicationState,
  now: Instant,
  calendar: WorkCalendar,
): Due | null {
  const { limit } = step
  if (limit === undefined) return null
  const last = lastDayOf(limit, state, calendar)
  return last === null ? UNDATED : { ...last, phase: phaseOf(limit, last.dueOn, state, now) }
}

/** By when the whole must be decided, or null where nobody says or the clock has not begun. */
export function overallDue(
  { overallLimit }: Pick<Procedure, 'overallLimit'>,
  state: ApplicationState,
  now: Instant,
  calendar: WorkCalendar,
): Due | null {
  if (overallLimit === undefined) return null
  const from = startOf(overallLimit, state)
  if (from === null) return null
  if (overallLimit.pause !== undefined && state.awaited !== null) return { ...UNDATED, phase: 'paused' }
  const last = countWithWaits(overallLimit, from, state, overallLimit.pause !== undefined, calendar)
  return { ...last, phase: isPast(last.dueOn, now) ? 'overdue' : 'running' }
}

function phaseOf(limit: StepLimit, dueOn: CalendarDate, state: ApplicationState, now: Instant): LimitPhase {
  if (state.end !== null) return 'ended'
  if (limit.bound === 'at-least') return isPast(dueOn, now) ? 'free' : 'running'
  const met = limit.covers === 'start' && state.begunAt !== null && !isPast(dueOn, state.begunAt)
  if (met) return 'begun'
  return isPast(dueOn, now) ? 'overdue' : 'running'
}

/** 民法典第二百零三条: the last day ends at 24:00. */
function isPast(dueOn: CalendarDate, now: Instant): boolean {
  return now >= endOfDay(dueOn)
}

function lastDayOf(limit: StepLimit, state: ApplicationState, calendar: WorkCalendar): LastDay | null {
  if (limit.date !== undefined) return fixedDay(limit.date, state)
  if (limit.count === undefined || limit.unit === undefined) return null
  const from = startOf(limit, state)
  if (from === null) return null
  return countWithWaits(
    { count: limit.count, unit: limit.unit },
    from,
    state,
    limit.pause !== undefined,
    calendar,
  )
}

/** A day of the year in which the application began; it is a date and no period, so a day off does not move it. */
function fixedDay(date: NonNullable<StepLimit['date']>, state: ApplicationState): LastDay | null {
  if (date.day === null) return null
  const first = `${beijingDate(state.startedAt).slice(0, 4)}-${String(date.month).padStart(2, '0')}-01`
  return { dueOn: addDays(first, date.day - 1), provisional: false }
}

/**
 * The day of the event a limit counts from, null where that has not happened. A limit that pauses runs from the
 * first time and leaves the waiting out; any other begins anew when its start is done again.
 */
function startOf(limit: StepLimit | OverallLimit, state: ApplicationState): CalendarDate | null {
  if ('fromEvent' in limit && limit.fromEvent !== undefined) return state.events[limit.fromEvent] ?? null
  if (limit.fromStep === undefined) return beijingDate(state.since)
  const done = state.done[limit.fromStep]
  if (done === undefined) return null
  return beijingDate(limit.pause === undefined ? done.last : done.first)
}

/** Each wait that began before the last day makes it later by the days it took. */
function countWithWaits(
  limit: Counted,
  from: CalendarDate,
  state: ApplicationState,
  isPausing: boolean,
  calendar: WorkCalendar,
): LastDay {
  let last = countFrom(limit, from, calendar)
  if (!isPausing || limit.unit === 'month') return last
  let count = limit.count
  for (const wait of state.waits) {
    const [began, ended] = [beijingDate(wait.from), beijingDate(wait.to)]
    const isWithin = began >= from && began <= last.dueOn
    if (!isWithin) continue
    count += limit.unit === 'workday' ? calendar.workdaysBetween(began, ended) : daysBetween(began, ended)
    last = countFrom({ count, unit: limit.unit }, from, calendar)
  }
  return last
}

function countFrom({ count, unit }: Counted, from: CalendarDate, calendar: WorkCalendar): LastDay {
  if (unit !== 'month') return countDays({ days: count, unit }, from, calendar)
  const dueOn = calendar.nextWorkday(addMonths(from, count))
  return { dueOn, provisional: calendar.describe(dueOn).provisional }
}

function countDays(period: Period, from: CalendarDate, calendar: WorkCalendar): LastDay {
  const { lastDay, provisional } = reckonPeriod(period, from, calendar, 'next-day')
  return { dueOn: lastDay, provisional }
}
