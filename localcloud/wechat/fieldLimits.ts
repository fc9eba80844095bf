/**
 * What each type of keyword may hold (订阅消息参数值内容限制说明). An answer is the reason for a refusal.
 */
type Check = (value: string) => boolean

const length = (text: string) => [...text].length

const checks = new Map<string, Check>([
  ['thing', value => length(value) <= 20],
  ['number', value => /^[+-]?\d+(\.\d+)?$/.test(value) && value.length <= 32],
  ['letter', value => /^[A-Za-z]+$/.test(value) && value.length <= 32],
  ['symbol', value => length(value) <= 5 && !/[\p{Letter}\p{Number}]/u.test(value)],
  ['character_string', value => length(value) <= 32 && !/\p{Script=Han}/u.test(value)],
  ['time', value => isRange(value, isTime)],
  ['date', value => isRange(value, isDate)],
  ['amount', value => /^[+\-¥$￥]?\d{1,10}(\.\d{1,2})?元?$/.test(value)],
  ['phone_number', value => /^[\d+\-() ]{1,17}$/.test(value)],
  ['car_number', value => length(value) <= 8],
  ['name', value => isName(value)],
  ['phrase', value => /^\p{Script=Han}{1,5}$/u.test(value)],
])

const CLOCK = /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/
const DAY = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})日|[-/.](\d{1,2})[-/.](\d{1,2}))$/

/** The type in front of a field's number: `character_string` of `character_string2`. */
export function fieldType(field: string): string {
  return field.replace(/\d+$/, '')
}

export function isKnownFieldType(field: string): boolean {
  return checks.has(fieldType(field)) && /\d+$/.test(field)
}

/** Whether WeChat takes this value for a field of this name. */
export function fitsField(field: string, value: string): boolean {
  return value !== '' && (checks.get(fieldType(field))?.(value) ?? false)
}

function isRange(value: string, test: Check): boolean {
  const parts = value.split('~').map(part => part.trim())
  return parts.length <= 2 && parts.every(test)
}

/** 24-hour time, with a date in front if wanted. */
function isTime(value: string): boolean {
  const { day, clock } = splitMoment(value)
  return CLOCK.test(clock) && (day === '' || isDay(day))
}

/** A calendar day, with a 24-hour time behind if wanted. */
function isDate(value: string): boolean {
  const { day, clock } = splitMoment(value)
  return isDay(day) && (clock === '' || CLOCK.test(clock))
}

function splitMoment(value: string): { day: string; clock: string } {
  const at = value.search(/\d{1,2}:\d{2}/)
  if (at < 0) return { day: value.trim(), clock: '' }
  return { day: value.slice(0, at).trim(), clock: value.slice(at).trim() }
}

function isDay(value: string): boolean {
  const match = DAY.exec(value)
  if (!match) return false
  const month = Number(match[2] ?? match[4])
  const day = Number(match[3] ?? match[5])
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(Number(match[1]), month, 0)).getUTCDate()
  )
}

/** At most 10 Chinese characters or 20 letters and signs. */
function isName(value: string): boolean {
  const isChinese = /\p{Script=Han}/u.test(value)
  return length(value) <= (isChinese ? 10 : 20) && !/\d/.test(value)
}
