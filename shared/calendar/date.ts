import { CalendarError } from './errors'
import { type CalendarDate, type Instant, isInstant } from './model'

/** China has kept UTC+8 without summer time since 1992, so the offset is a constant for every date in use. */
const BEIJING_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const AVERAGE_YEAR = 365.2425
const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const TWO_DIGITS = Array.from({ length: 100 }, (_, n) => `${n < 10 ? '0' : ''}${n}`)
const TIME_OF_DAY = /^([01]\d|2[0-3]):([0-5]\d)$/

/**
 * The date on the wall calendar in Beijing at an instant, whatever the machine's zone.
 * @throws CalendarError `instant-invalid`
 * @example beijingDate('2026-10-07T16:00:00.000Z') // '2026-10-08'
 */
export function beijingDate(now: Instant): CalendarDate {
  return beijingClock(now).slice(0, 10)
}

/**
 * The time of day in Beijing at an instant.
 * @throws CalendarError `instant-invalid`
 * @example timeOfDay('2026-10-08T01:05:00.000Z') // '09:05'
 */
export function timeOfDay(now: Instant): string {
  return beijingClock(now).slice(11, 16)
}

/** 00:00 Beijing of the date. */
export function startOfDay(date: CalendarDate): Instant {
  return instantOf(dayNumber(date), 0)
}

/**
 * 24:00 Beijing of the date, which is 00:00 of the next: the first instant that no longer belongs to it.
 * 民法典第二百零三条: the last day ends at 24:00.
 */
export function endOfDay(date: CalendarDate): Instant {
  return instantOf(dayNumber(date) + 1, 0)
}

/**
 * A time of day on a date, Beijing time.
 * @throws CalendarError `date-invalid`, `time-invalid`
 * @example at('2026-10-12', '09:00') // '2026-10-12T01:00:00.000Z'
 */
export function at(date: CalendarDate, timeOfDay: string): Instant {
  const parts = TIME_OF_DAY.exec(timeOfDay)
  if (!parts) throw new CalendarError('time-invalid', '钟点要写成 09:00 这样')
  return instantOf(dayNumber(date), Number(parts[1]) * 60 + Number(parts[2]))
}

/** The date `n` days later, or earlier for a negative `n`. */
export function addDays(date: CalendarDate, n: number): CalendarDate {
  if (!Number.isSafeInteger(n)) throw new CalendarError('days-invalid', '天数要是整数')
  return dateOfDay(dayNumber(date) + n)
}

/** Days from one date to the other: 0 for the same date, negative when `to` is the earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: CalendarDate): number {
  return weekdayOfDay(dayNumber(date))
}

/**
 * Days since 1970-01-01, the form dates are counted in. Reckoned from the digits and not by `Date`,
 * which costs ten times as much: every window of every notice passes through here.
 * @throws CalendarError `date-invalid`
 */
export function dayNumber(date: CalendarDate): number {
  const year = digits(date, 0, 4)
  const month = digits(date, 5, 7)
  const day = digits(date, 8, 10)
  const isInForm = date.length === 10 && date[4] === '-' && date[7] === '-'
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  if (!isInForm || year < 0 || !exists) {
    throw new CalendarError('date-invalid', '日期要写成 2026-10-08 这样，而且要有这一天')
  }
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + day - 1 - EPOCH
}

/**
 * The date of a day number.
 * @throws CalendarError `date-out-of-range` outside the years 0000–9999
 */
export function dateOfDay(day: number): CalendarDate {
  const sinceYear0 = day + EPOCH
  let year = Math.floor(sinceYear0 / AVERAGE_YEAR)
  if (daysBeforeYear(year + 1) <= sinceYear0) year += 1
  if (daysBeforeYear(year) > sinceYear0) year -= 1
  if (!(year >= 0 && year <= 9999)) throw new CalendarError('date-out-of-range', '日期超出了能算的范围')
  const dayOfYear = sinceYear0 - daysBeforeYear(year)
  let month = Math.floor(dayOfYear / 31) + 1
  if (month < 12 && daysBeforeMonth(year, month + 1) <= dayOfYear) month += 1
  const dayOfMonth = dayOfYear - daysBeforeMonth(year, month) + 1
  return `${twoDigits(Math.floor(year / 100))}${twoDigits(year % 100)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
}

/** 1 for Monday to 7 for Sunday; day 0 was a Thursday. */
export function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** What the wall clock in Beijing shows, written as if it were UTC. */
function beijingClock(now: Instant): string {
  if (!isInstant(now)) {
    throw new CalendarError('instant-invalid', '时刻要写成 2026-10-08T01:00:00.000Z 这样')
  }
  return new Date(Date.parse(now) + BEIJING_OFFSET_MS).toISOString()
}

function instantOf(day: number, minutes: number): Instant {
  return new Date(day * DAY_MS - BEIJING_OFFSET_MS + minutes * 60_000).toISOString()
}

/** Days from 0000-01-01 to 1970-01-01. */
const EPOCH = daysBeforeYear(1970)

function daysBeforeYear(year: number): number {
  const last = year - 1
  return year * 365 + Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400) + 1
}

function daysBeforeMonth(year: number, month: number): number {
  return (DAYS_BEFORE_MONTH[month] ?? Number.NaN) + (month > 2 && isLeapYear(year) ? 1 : 0)
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month] ?? 0)
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The number written in decimal digits between two places of a text, or -1 where there is anything else. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let place = from; place < to; place++) {
    const digit = text.charCodeAt(place) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}

function twoDigits(n: number): string {
  return TWO_DIGITS[n] ?? ''
}
