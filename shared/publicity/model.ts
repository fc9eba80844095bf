import * as z from 'zod/mini'
import { calendarDate, instant } from '../calendar/model'

export const dayUnit = z.enum(['workday', 'day'])
export type DayUnit = z.infer<typeof dayUnit>

/** The readings of a term of days that a rule leaves open, e.g. “7天” as days or as working days. */
export const windowDispute = z.object({
  term: z.string(),
  readings: z.array(z.object({ days: z.int(), unit: dayUnit, source: z.string() })),
})

/** How long a notice stays up: a number of days, at least a number of days, or for good (长期公开). */
export const windowRule = z.discriminatedUnion('mode', [
  z.object({
    mode: z.enum(['window', 'min-duration']),
    days: z.int().check(z.positive()),
    unit: dayUnit,
    basis: z.string(),
    /** Set where the documents can be read in more than one way; the reading that closes later is taken. */
    dispute: z.optional(windowDispute),
  }),
  z.object({ mode: z.literal('long-term'), basis: z.string() }),
])
export type WindowRule = z.infer<typeof windowRule>

/** By when a matter must be disclosed (公开期限): `days` counted from the day after the event. */
export const deadlineRule = z.object({
  days: z.int().check(z.positive()),
  unit: dayUnit,
  countsFrom: z.string(),
  basis: z.string(),
})
export type DeadlineRule = z.infer<typeof deadlineRule>

export const dayReason = z.enum([
  'event',
  'workday',
  'makeup',
  'day',
  'weekend',
  'holiday',
  'override',
  'moved',
])

/** One day of a reckoning: counted as the `ordinal`-th, or not counted, and why. */
export const reckonedDay = z.object({
  date: calendarDate,
  ordinal: z.nullable(z.int()),
  reason: dayReason,
  /** The holiday's or the override's name; empty where the reason says all. */
  name: z.string(),
  /** True where the year's schedule is not announced: the day is judged by weekday only (暂定). */
  provisional: z.boolean(),
})
export type ReckonedDay = z.infer<typeof reckonedDay>

/** How a last day was found: every day from the event to the end, counted or not, and why. */
export const reckoning = z.object({
  /** The day of the event or of the posting; it is not counted unless the district counts it. */
  eventDate: calendarDate,
  firstDay: calendarDate,
  /** The last day; the period ends at 24:00 of it, Beijing time. */
  lastDay: calendarDate,
  days: z.int(),
  unit: dayUnit,
  provisional: z.boolean(),
  /** Filled where the last day fell on a day off and moved to the next working day (民法典 203). */
  movedFrom: z.nullable(calendarDate),
  dispute: z.nullable(
    z.object({
      term: z.string(),
      readings: z.array(
        z.object({
          days: z.int(),
          unit: dayUnit,
          source: z.string(),
          lastDay: calendarDate,
          taken: z.boolean(),
        }),
      ),
    }),
  ),
  calendar: z.array(reckonedDay),
})
export type Reckoning = z.infer<typeof reckoning>

/** A publicity window as stored with its notice. A long-term notice has no end: `closesAt` is null. */
export const publicityWindow = z.object({
  /** 1 for the first window of a notice, one more for each correction that restarts it. */
  number: z.int(),
  postedAt: instant,
  opensAt: instant,
  closesAt: z.nullable(instant),
  reckoning: z.nullable(reckoning),
})
export type PublicityWindow = z.infer<typeof publicityWindow>

/**
 * Where a window stands at an instant.
 * posted: up, but the first counted day has not begun; open; closing: its last day is today or tomorrow;
 * closed; long-term: no end.
 */
export const windowPhase = z.enum(['posted', 'open', 'closing', 'closed', 'long-term'])
export const windowState = z.object({
  phase: windowPhase,
  /** The counted day it is, 0 before the first, `total` after the close; on a day not counted, the last counted. */
  day: z.int(),
  total: z.int(),
  /** Counted days after today, in the window's own unit (共 − 第). */
  daysLeft: z.int(),
  /** Days on the wall calendar until the last day: 0 today, 1 tomorrow; negative after it. */
  calendarDaysToLast: z.int(),
})
export type WindowState = z.infer<typeof windowState>

export const transitionEvent = z.enum(['opened', 'closing', 'closed'])
export type TransitionEvent = z.infer<typeof transitionEvent>

/** What happens to a window, and when. */
export const transition = z.object({ event: transitionEvent, at: instant })
export type Transition = z.infer<typeof transition>

/**
 * The face of a window: what a card needs to derive its state on a phone without a network.
 * `countedDays` are the dates of the 1st, 2nd, … counted day; empty for a long-term notice.
 */
export const windowFace = z.object({
  number: z.int(),
  postedAt: instant,
  closesAt: z.nullable(instant),
  unit: z.nullable(dayUnit),
  countedDays: z.array(calendarDate),
  /** The last day; after the last counted day where a holiday moved it. Null for a long-term notice. */
  lastDay: z.nullable(calendarDate),
  provisional: z.boolean(),
})
export type WindowFace = z.infer<typeof windowFace>
