import * as z from 'zod/mini'
import { instant } from '../calendar/model'

/** What a person may follow: a unit's board, a catalog item, one notice. */
export const followKind = z.enum(['unit', 'item', 'notice'])
export type FollowKind = z.infer<typeof followKind>

/** `target` is the unit's code, `<district>/<item>` or the notice's id; `_id` is `<kind>:<target>|<person>`. */
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

/** The messages of which a person may be told. */
export const messageEvent = z.enum(['notice-opened', 'notice-closing', 'notice-closed', 'calendar-settled'])
export type MessageEvent = z.infer<typeof messageEvent>

/** How many one-time messages (次数) of one event a person has agreed to and not yet received. */
export const credit = z.object({
  _id: z.string(),
  personId: z.string(),
  event: messageEvent,
  remaining: z.int(),
  banned: z.boolean(),
  updatedAt: instant,
})
export type Credit = z.infer<typeof credit>

/** Every delivery ends in sent, refused, no-credit, failed or stale. */
export const deliveryState = z.enum(['queued', 'sending', 'sent', 'refused', 'no-credit', 'failed', 'stale'])
export type DeliveryState = z.infer<typeof deliveryState>
