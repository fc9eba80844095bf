import { addDays, daysBetween, weekday } from '../../../shared/calendar/date'
import type { CalendarDate } from '../../../shared/calendar/model'
import type { ReckonedDay, Reckoning } from '../../../shared/publicity/model'

/** One square of the calendar: a day of the reckoning, or a day of the same weeks outside it. */
export type Cell = { date: CalendarDate; day: ReckonedDay | null; isLast: boolean; isToday: boolean }

const DAYS_A_WEEK = 7

/** Whole weeks, Monday to Sunday, from the week of the event to the week of the last day. */
export function weeksOf(reckoning: Reckoning, today: CalendarDate): Cell[][] {
  const days = new Map(reckoning.calendar.map(day => [day.date, day]))
  const first = addDays(reckoning.eventDate, 1 - weekday(reckoning.eventDate))
  const weekCount = Math.floor(daysBetween(first, reckoning.lastDay) / DAYS_A_WEEK) + 1
  return range(weekCount).map(week =>
    range(DAYS_A_WEEK).map(place => {
      const date = addDays(first, week * DAYS_A_WEEK + place)
      return {
        date,
        day: days.get(date) ?? null,
        isLast: date === reckoning.lastDay,
        isToday: date === today && days.has(date),
      }
    }),
  )
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index)
}
