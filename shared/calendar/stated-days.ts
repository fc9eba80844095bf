import { dayNumber } from './date'
import type { DayOverride, YearSchedule } from './model'
import { STATUTORY_DAYS } from './statutory'

/** What is known of a day beyond its weekday; `settled` where somebody with the right to say so has said it. */
export type StatedDay = {
  working: boolean
  reason: 'makeup' | 'holiday' | 'override'
  name: string
  settled: boolean
}

/**
 * The days of which more is known than their weekday, by day number. What is said later wins: first the law's
 * fixed days for years nobody has announced, then the announced years in their order, then the district's days.
 */
export function statedDays(
  unannouncedYears: readonly number[],
  schedules: readonly YearSchedule[],
  overrides: readonly DayOverride[],
): ReadonlyMap<number, StatedDay> {
  const days = new Map<number, StatedDay>()
  for (const year of unannouncedYears) addStatutoryDays(days, year)
  for (const schedule of schedules) addSchedule(days, schedule)
  for (const { date, working, reason } of overrides) {
    days.set(dayNumber(date), { working, reason: 'override', name: reason, settled: true })
  }
  return days
}

function addStatutoryDays(days: Map<number, StatedDay>, year: number): void {
  for (const { monthDay, name } of STATUTORY_DAYS) {
    days.set(dayNumber(`${year}-${monthDay}`), { working: false, reason: 'holiday', name, settled: false })
  }
}

function addSchedule(days: Map<number, StatedDay>, { holidays, makeupDays }: YearSchedule): void {
  for (const { name, from, to } of holidays) {
    for (let day = dayNumber(from); day <= dayNumber(to); day++) {
      days.set(day, { working: false, reason: 'holiday', name, settled: true })
    }
  }
  for (const date of makeupDays) {
    days.set(dayNumber(date), { working: true, reason: 'makeup', name: '', settled: true })
  }
}
