import { addDays, at, beijingDate, daysBetween } from '../calendar/date'
import type { CalendarDate, Instant } from '../calendar/model'
import type { PublicityWindow, Reckoning, WindowState } from './model'

const CLOSING_HOUR = '09:00'

export type Transition = { event: 'opened' | 'closing' | 'closed'; at: Instant }

/**
 * Where a window stands at an instant: nothing but a function of the two, so that a page never waits for the
 * clock to have run. On a day that is not counted (a holiday on the way, the days off before a moved last day)
 * it is still the last counted day. A window whose last day is tomorrow is `closing` even where its first day
 * is not here yet: that it ends tomorrow is what a reader must know.
 * @throws CalendarError `instant-invalid`
 */
export function windowState({ closesAt, reckoning }: PublicityWindow, now: Instant): WindowState {
  const today = beijingDate(now)
  if (closesAt === null || reckoning === null) {
    return { phase: 'long-term', day: 0, total: 0, daysLeft: 0, calendarDaysToLast: 0 }
  }
  const total = reckoning.days
  const calendarDaysToLast = daysBetween(today, reckoning.lastDay)
  if (now >= closesAt) return { phase: 'closed', day: total, total, daysLeft: 0, calendarDaysToLast }
  const day = countedDay(reckoning, today)
  return {
    phase: runningPhase(day, calendarDaysToLast),
    day,
    total,
    daysLeft: total - day,
    calendarDaysToLast,
  }
}

/**
 * What happens to a window and when: it opens as it is posted; at 09:00 Beijing on the calendar day before its
 * last it is about to close; it closes at 24:00 of its last day. A window posted when it was already about to
 * close skips that step, one without an end has only the first.
 */
export function transitionsOf({ opensAt, closesAt, reckoning }: PublicityWindow): Transition[] {
  const opened: Transition = { event: 'opened', at: opensAt }
  if (closesAt === null || reckoning === null) return [opened]
  const closed: Transition = { event: 'closed', at: closesAt }
  const closingAt = at(addDays(reckoning.lastDay, -1), CLOSING_HOUR)
  return opensAt < closingAt ? [opened, { event: 'closing', at: closingAt }, closed] : [opened, closed]
}

function runningPhase(day: number, calendarDaysToLast: number): 'posted' | 'open' | 'closing' {
  if (calendarDaysToLast <= 1) return 'closing'
  return day === 0 ? 'posted' : 'open'
}

function countedDay(reckoning: Reckoning, today: CalendarDate): number {
  return reckoning.calendar.reduce(
    (day, { date, ordinal }) => (date <= today && ordinal !== null ? ordinal : day),
    0,
  )
}
