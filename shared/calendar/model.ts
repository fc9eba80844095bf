import * as z from 'zod/mini'

/** A calendar date in Beijing, `YYYY-MM-DD`, e.g. `2026-10-08`. */
export type CalendarDate = string

/** An instant in UTC with milliseconds, e.g. `2026-10-08T01:00:00.000Z`; such texts sort by time. */
export type Instant = string

const DATE = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** True for a date that exists, so not for `2026-02-30`. */
export function isCalendarDate(text: string): boolean {
  return DATE.test(text) && isSameUtcText(`${text}T00:00:00.000Z`)
}

/** True for an instant in the one form that is stored. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && isSameUtcText(text)
}

function isSameUtcText(text: string): boolean {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString() === text
}

export const calendarDate = z.string().check(z.refine(isCalendarDate, '日期要写成 2026-10-08 这样'))
export const instant = z.string().check(z.refine(isInstant, '时刻要写成 2026-10-08T01:00:00.000Z 这样'))

/** A run of days off with its name, both ends included. */
export const holiday = z.object({ name: z.string(), from: calendarDate, to: calendarDate })

/**
 * The days off and the make-up working days (调休) of one year, as 国务院办公厅 announces them.
 * A district may have a schedule of its own for single days: it overrides the national one.
 */
export const yearSchedule = z.object({
  year: z.int().check(z.gte(2004), z.lte(2100)),
  holidays: z.array(holiday),
  makeupDays: z.array(calendarDate),
  source: z.string(),
})

/** One day that a district counts differently from the national schedule. */
export const dayOverride = z.object({ date: calendarDate, working: z.boolean(), reason: z.string() })

export type Holiday = z.infer<typeof holiday>
export type YearSchedule = z.infer<typeof yearSchedule>
export type DayOverride = z.infer<typeof dayOverride>
