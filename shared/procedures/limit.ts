import * as z from 'zod/mini'
import { nature } from './grounds'

const text = z.string().check(z.minLength(1, '不能空着'))
const positive = z.int().check(z.positive('要是 1 以上的整数'))

export const limitUnit = z.enum(['workday', 'day', 'month'])
export type LimitUnit = z.infer<typeof limitUnit>

/** Time during which the household gathers what was asked for does not run, where `basis` says so. */
export const pause = z.strictObject({ basis: text })

/** Where a limit's time is counted from: the end of a step, an event outside, or else the start of its own step. */
const start = { fromStep: z.optional(text), fromEvent: z.optional(text) }

/**
 * By when a step must be done: `count` units from its start, a `date` of the year, or only words (立即).
 * A date without a day is known no nearer than its month.
 */
export const stepLimit = z
  .strictObject({
    count: z.optional(positive),
    unit: z.optional(limitUnit),
    date: z.optional(
      z.strictObject({
        month: z.int().check(z.gte(1), z.lte(12)),
        day: z.nullable(z.int().check(z.gte(1), z.lte(31))),
      }),
    ),
    text: z.optional(text),
    /** at-least: the step may not end sooner (等标期). */
    bound: z._default(z.enum(['at-most', 'at-least']), 'at-most'),
    /** start: the limit is met once the step is begun (3个工作日内启动调查), however long it goes on. */
    covers: z._default(z.enum(['finish', 'start']), 'finish'),
    ...start,
    nature,
    basis: text,
    note: z.optional(text),
    /** What other documents say; not taken. */
    others: z._default(z.array(z.strictObject({ count: positive, unit: limitUnit, basis: text })), []),
    pause: z.optional(pause),
  })
  .check(
    z.refine(limit => (limit.count === undefined) === (limit.unit === undefined), 'count 和 unit 要一起写'),
    z.refine(
      limit => limit.count !== undefined || limit.date !== undefined || limit.text !== undefined,
      'count、date、text 至少写一个',
    ),
    z.refine(
      limit => limit.fromStep === undefined || limit.fromEvent === undefined,
      'fromStep 和 fromEvent 只写一个',
    ),
  )
export type StepLimit = z.infer<typeof stepLimit>

/** By when the whole application must be decided; `extendableTo` where the document allows more in special cases. */
export const overallLimit = z.strictObject({
  count: positive,
  unit: z.enum(['workday', 'day']),
  extendableTo: z.optional(positive),
  fromStep: text,
  nature,
  basis: text,
  pause: z.optional(pause),
})
export type OverallLimit = z.infer<typeof overallLimit>
