import { addDays, dayNumber } from '../calendar/date'
import type { CalendarDate } from '../calendar/model'

/**
 * The corresponding day some months later, or the last day of that month where it has none.
 * 民法典第二百零二条: 按照年、月计算期间的，到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日.
 * @example addMonths('2026-01-31', 1) // '2026-02-28'
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  dayNumber(date)
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const first = firstOfMonth(year, month - 1 + months)
  const last = addDays(firstOfMonth(year, month + months), -1)
  const wanted = addDays(first, day - 1)
  const exists = wanted <= last
  if (exists) return wanted
  return last
}

/** 1 of a month, counted from January = 0 and running over into other years. */
function firstOfMonth(year: number, month: number): CalendarDate {
  const inYear = year + Math.floor(month / 12)
  return `${String(inYear).padStart(4, '0')}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}-01`
}
