import { CalendarError } from './errors'
import type { CalendarDate, Instant } from './model'

/** China has kept UTC+8 without summer time since 1992, so the offset is a constant for every date in use. */
const BEIJING_OFFSET_MINUTES = 8 * 60
const DAY_MINUTES = 24 * 60
const AVERAGE_YEAR = 365.2425
const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DIGIT_ZERO = 48
const TIME_OF_DAY = /^([01]\d|2[0-3]):([0-5]\d)$/
const INSTANT_TIME = /^T([01]\d|2[0-3]):([0-5]\d):[0-5]\d\.\d{3}Z$/

/** Days from 0000-01-01 to 1970-01-01. */
const EPOCH = daysBeforeYear(1970)

/** The place of 29 February in the year, from 0. */
const LEAP_DAY = 59

/** `-01-01` to `-12-31` of a leap year, by the day of the year from 0. */
const MONTH_DAYS = monthDaysOfLeapYear()

/**
 * The date on the wall calendar in Beijing at an instant, whatever the machine's zone.
 * @throws CalendarError `instant-invalid`
 * @example beijingDate('2026-10-07T16:00:00.000Z') // '2026-10-08'
 */
export function beijingDate(now: Instant): CalendarDate {
  const minutes = beijingMinutes(now)
  return dateOfDay(dayIn(now) + (minutes >= DAY_MINUTES ? 1 : 0))
}

/**
 * The time of day in Beijing at an instant.
 * @throws CalendarError `instant-invalid`
 * @example timeOfDay('2026-10-08T01:05:00.000Z') // '09:05'
 */
export function timeOfDay(now: Instant): string {
  return clockText(beijingMinutes(now) % DAY_MINUTES)
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
export function at(date: CalendarDate, time: string): Instant {
  const parts = TIME_OF_DAY.exec(time)
  if (!parts) throw new CalendarError('time-invalid', '钟点要写成 09:00 这样')
  return instantOf(dayNumber(date), minutesOf(parts))
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
 * Days since 1970-01-01, the form dates are counted in. Dates are read and written by their digits and not by
 * `Date`, which costs ten times as much: every day of every window passes through here.
 * @throws CalendarError `date-invalid`
 */
export function dayNumber(date: CalendarDate): number {
  const day = date.length === 10 ? dayIn(date) : Number.NaN
  if (Number.isNaN(day)) {
    throw new CalendarError('date-invalid', '日期要写成 2026-10-08 这样，而且要有这一天')
  }
  return day
}

/**
 * The date of a day number.
 * @throws CalendarError `date-out-of-range` outside the years 0000–9999
 */
export function dateOfDay(day: number): CalendarDate {
  const sinceYear0 = day + EPOCH
  let year = Math.floor(sinceYear0 / AVERAGE_YEAR)
  if (daysBeforeYear(year) > sinceYear0) year -= 1
  else if (daysBeforeYear(year + 1) <= sinceYear0) year += 1
  if (!(year >= 0 && year <= 9999)) throw new CalendarError('date-out-of-range', '日期超出了能算的范围')
  const dayOfYear = sinceYear0 - daysBeforeYear(year)
  const skipsLeapDay = dayOfYear >= LEAP_DAY && !isLeapYear(year)
  return `${yearText(year)}${MONTH_DAYS[skipsLeapDay ? dayOfYear + 1 : dayOfYear]}`
}

/** 1 for Monday to 7 for Sunday; day 0 was a Thursday. */
export function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The UTC instant at so many minutes of a Beijing day. */
function instantOf(day: number, minutes: number): Instant {
  const utc = minutes - BEIJING_OFFSET_MINUTES
  const isDayBefore = utc < 0
  const date = dateOfDay(isDayBefore ? day - 1 : day)
  return `${date}T${clockText(isDayBefore ? utc + DAY_MINUTES : utc)}:00.000Z`
}

/** Minutes since 00:00 UTC of the instant's own date, shifted to Beijing: past 24 hours it is the next day there. */
function beijingMinutes(now: Instant): number {
  const parts = INSTANT_TIME.exec(now.slice(10))
  if (!parts || Number.isNaN(dayIn(now))) {
    throw new CalendarError('instant-invalid', '时刻要写成 2026-10-08T01:00:00.000Z 这样')
  }
  return minutesOf(parts) + BEIJING_OFFSET_MINUTES
}

function minutesOf([, hours, minutes]: RegExpExecArray): number {
  return Number(hours) * 60 + Number(minutes)
}

function clockText(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

/** The day number of the date a text begins with; NaN where it begins with none. */
function dayIn(text: string): number {
  const year = twoDigitsAt(text, 0) * 100 + twoDigitsAt(text, 2)
  const month = twoDigitsAt(text, 5)
  const day = twoDigitsAt(text, 8)
  const isInForm = year >= 0 && text[4] === '-' && text[7] === '-'
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  if (!isInForm || !exists) return Number.NaN
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + day - 1 - EPOCH
}

/** The number two decimal digits of a text make, or NaN where there is anything else. */
function twoDigitsAt(text: string, place: number): number {
  const tens = text.charCodeAt(place) - DIGIT_ZERO
  const ones = text.charCodeAt(place + 1) - DIGIT_ZERO
  const areDigits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9
  return areDigits ? tens * 10 + ones : Number.NaN
}

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

function monthDaysOfLeapYear(): string[] {
  const texts: string[] = []
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= daysInMonth(2000, month); day++)
      texts.push(`-${twoDigits(month)}-${twoDigits(day)}`)
  }
  return texts
}

function yearText(year: number): string {
  return year >= 1000 ? `${year}` : `000${year}`.slice(-4)
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : `${n}`
}
