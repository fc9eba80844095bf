import * as z from 'zod/mini'
import { calendarDate, instant } from '../calendar/model'
import { messageEvent } from '../catalog/message'

/**
 * What a person may follow: a unit's board, a catalog item, one notice, one application by its code, and, for those
 * with an office there, the desk of a unit.
 */
export const followKind = z.enum(['unit', 'item', 'notice', 'application', 'desk'])
export type FollowKind = z.infer<typeof followKind>

/**
 * `target` is the unit's code, `<district>/<item>`, the notice's id or the application's code; `_id` is
 * `<kind>:<target>|<person>`.
 */
export const follow = z.object({
  _id: z.string(),
  personId: z.string(),
  topic: z.string(),
  kind: followKind,
  target: z.string(),
  name: z.string(),
  createdAt: instant,
})
export type Follow = z.infer<typeof follow>

/** How many one-time messages (次数) of one event a person has agreed to and not yet received. */
export const credit = z.object({
  _id: z.string(),
  personId: z.string(),
  event: messageEvent,
  remaining: z.int(),
  /** The person has switched this message off in WeChat. */
  banned: z.boolean(),
  /** The last consents counted, so that a consent that is sent again counts once. */
  counted: z.array(z.string()),
  updatedAt: instant,
})
export type Credit = z.infer<typeof credit>

/** Every delivery ends in sent, refused, no-credit, failed or stale. */
export const deliveryState = z.enum(['queued', 'sending', 'sent', 'refused', 'no-credit', 'failed', 'stale'])
export type DeliveryState = z.infer<typeof deliveryState>

/** What a message is about. */
export const matterRef = z.object({ kind: z.enum(['notice', 'application']), id: z.string() })
export type MatterRef = z.infer<typeof matterRef>

/**
 * One event of one matter to be told to all who follow it: walked topic by topic from a cursor.
 * `_id` is `<kind>:<id>:<event>:<round>`, with what else tells it from the next of its kind, so an event written
 * twice is one job.
 */
export const job = z.object({
  _id: z.string(),
  matter: matterRef,
  event: messageEvent,
  /** What was so when it was written: the number of a notice's window, of an application how often it has moved. */
  round: z.int(),
  /** The last day that was announced before, where the event is a change of it. */
  formerLastDay: z.nullable(calendarDate),
  createdAt: instant,
  /** Not told before: a close at midnight is told in the morning. */
  notBefore: instant,
  state: z.enum(['open', 'done']),
  leaseUntil: instant,
  topicIndex: z.int(),
  afterId: z.string(),
})
export type Job = z.infer<typeof job>

/** One message to one person. `_id` is `<job>|<person>`, so it is written once however often it is tried. */
export const delivery = z.object({
  _id: z.string(),
  jobId: z.string(),
  matter: matterRef,
  event: messageEvent,
  round: z.int(),
  formerLastDay: z.nullable(calendarDate),
  personId: z.string(),
  state: deliveryState,
  dueAt: z.nullable(instant),
  leaseUntil: z.nullable(instant),
  attempts: z.int(),
  /** True once an attempt ended without an answer: the message may have gone out. */
  outcomeUnknown: z.boolean(),
  /** Why it ended as it did, in a word for programs (an error code of WeChat, a reason of ours). */
  reason: z.string(),
  updatedAt: instant,
})
export type Delivery = z.infer<typeof delivery>
