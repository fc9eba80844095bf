import { beijingDate, daysBetween } from '../calendar/date'
import type { Instant } from '../calendar/model'
import type { PublicityWindow, WindowFace, WindowState } from './model'

/** What a card needs of a window. */
export function faceOf({ number, postedAt, closesAt, reckoning }: PublicityWindow): WindowFace {
  const counted = reckoning?.calendar.filter(day => day.ordinal !== null) ?? []
  return {
    number,
    postedAt,
    closesAt,
    unit: reckoning?.unit ?? null,
    countedDays: counted.map(day => day.date),
    lastDay: reckoning?.lastDay ?? null,
    provisional: reckoning?.provisional ?? false,
  }
}

/**
 * Where a window stands at an instant, from its face alone: a page and a phone without a network derive the
 * same state, and neither waits for the clock to have run. On a day that is not counted (a holiday on the way,
 * the days off before a moved last day) it is still the last counted day. A window whose last day is tomorrow
 * is `closing` even where its first day is not here yet: that it ends tomorrow is what a reader must know.
 * @throws CalendarError `instant-invalid`
 */
export function faceState({ closesAt, countedDays, lastDay }: WindowFace, now: Instant): WindowState {
  const today = beijingDate(now)
  if (closesAt === null || lastDay === null) {
    return { phase: 'long-term', day: 0, total: 0, daysLeft: 0, calendarDaysToLast: 0 }
  }
  const total = countedDays.length
  const calendarDaysToLast = daysBetween(today, lastDay)
  if (now >= closesAt) return { phase: 'closed', day: total, total, daysLeft: 0, calendarDaysToLast }
  const day = countedDays.filter(date => date <= today).length
  return {
    phase: runningPhase(day, calendarDaysToLast),
    day,
    total,
    daysLeft: total - day,
    calendarDaysToLast,
  }
}

function runningPhase(day: number, calendarDaysToLast: number): 'posted' | 'open' | 'closing' {
  if (calendarDaysToLast <= 1) return 'closing'
  return day === 0 ? 'posted' : 'open'
}
