import { beijingDate, timeOfDay, weekday } from './date'
import type { CalendarDate, Instant } from './model'

/**
 * How dates are said to people: half-width digits, and a weekday with every date that stands alone.
 */

const WEEKDAYS = '一二三四五六日'

/** `周二` */
export function weekdayWords(date: CalendarDate): string {
  return `周${weekdaySign(date)}`
}

/** `星期二`, in a sentence read aloud */
export function weekdayInFull(date: CalendarDate): string {
  return `星期${weekdaySign(date)}`
}

function weekdaySign(date: CalendarDate): string {
  return WEEKDAYS.charAt(weekday(date) - 1)
}

/** `10月13日` */
export function dateWords(date: CalendarDate): string {
  const { month, day } = partsOf(date)
  return `${month}月${day}日`
}

/** `10月13日 周二` */
export function dateWithWeekday(date: CalendarDate): string {
  return `${dateWords(date)} ${weekdayWords(date)}`
}

/** `2026年10月13日` */
export function fullDateWords(date: CalendarDate): string {
  return `${partsOf(date).year}年${dateWords(date)}`
}

/** `10月1日—7日`, `9月28日—10月3日`, across years `2026年12月29日—2027年1月3日`; one date alone with its weekday. */
export function rangeWords(from: CalendarDate, to: CalendarDate): string {
  if (from === to) return dateWithWeekday(from)
  const [first, last] = [partsOf(from), partsOf(to)]
  if (first.year !== last.year) return `${fullDateWords(from)}—${fullDateWords(to)}`
  if (first.month !== last.month) return `${dateWords(from)}—${dateWords(to)}`
  return `${dateWords(from)}—${last.day}日`
}

/** Beijing time of day of an instant: `09:00`. */
export function timeWords(instant: Instant): string {
  return timeOfDay(instant)
}

/** `2026年10月8日 09:00`, Beijing time. */
export function instantWords(instant: Instant): string {
  return `${fullDateWords(beijingDate(instant))} ${timeWords(instant)}`
}

function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}
