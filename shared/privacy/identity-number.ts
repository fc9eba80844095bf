import type { CalendarDate } from '../calendar/model'
import { foldText } from './characters'

/** Codes of the provinces with which a citizen's number begins (GB/T 2260), 港澳台 residents included. */
const PROVINCES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
)
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const ADULT_AT = 18

/**
 * True for a text built like a citizen's number of 18 or 15 places: province, then a date of birth that exists.
 * The check character is not looked at: a number with a slip in it still tells who and when.
 */
export function hasIdStructure(compactId: string): boolean {
  return PROVINCES.has(compactId.slice(0, 2)) && birthDateOf(compactId) !== null
}

/** True where the check character of an 18-place number is right (GB 11643). */
export function hasValidIdCheck(compactId: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(compactId[place]), 0)
  return CHECK_CHARACTERS[sum % 11] === compactId[17]?.toUpperCase()
}

/** The date of birth in a citizen's number, or null where the text is none. */
export function birthDateOf(idNumber: string): CalendarDate | null {
  const id = foldText(idNumber).replace(/[\s-]/g, '')
  if (/^\d{17}[\dXx]$/.test(id)) return dateOf(id.slice(6, 10), id.slice(10, 12), id.slice(12, 14))
  if (/^\d{15}$/.test(id)) return dateOf(`19${id.slice(6, 8)}`, id.slice(8, 10), id.slice(10, 12))
  return null
}

/**
 * True where the number's owner is not yet 18 on a date (民法典 §17: 不满十八周岁的自然人为未成年人). A year of age
 * is full on the day after the birthday, so on the birthday itself the owner still counts as a minor.
 */
export function isMinorOn(idNumber: string, date: CalendarDate): boolean {
  const born = birthDateOf(idNumber)
  if (born === null) return false
  const birthday18 = `${Number(born.slice(0, 4)) + ADULT_AT}${born.slice(4)}`
  return date <= birthday18
}

function dateOf(year: string, month: string, day: string): CalendarDate | null {
  const lastDay = DAYS_IN_MONTH[Number(month) - 1] ?? 0
  const exists = year >= '1900' && year < '2100' && Number(day) >= 1 && Number(day) <= lastDay
  return exists ? `${year}-${month}-${day}` : null
}
