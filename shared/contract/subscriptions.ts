import * as z from 'zod/mini'
import { messageEvent } from '../catalog/message'
import { followKind } from '../subscription/model'
import type { FunctionContract } from './answer'

const followed = z.object({ kind: followKind, target: z.string(), name: z.string() })
const messageTemplate = z.object({
  event: messageEvent,
  templateId: z.string(),
  title: z.string(),
  /** one-time: one consent is one message. long-term: one consent holds until it is taken back. */
  kind: z.enum(['one-time', 'long-term']),
  remaining: z.int(),
  banned: z.boolean(),
})
export type MessageOffer = z.infer<typeof messageTemplate>

const target = z.string().check(z.minLength(2), z.maxLength(80))
const mine = z.object({ follows: z.array(followed), messages: z.array(messageTemplate) })

/** Follows and consents of the caller; each action answers the whole state after it. */
export const subscriptionsContract = {
  mine: { input: z.object({}), answer: mine },
  follow: { input: z.object({ kind: followKind, target }), answer: mine },
  unfollow: { input: z.object({ kind: followKind, target }), answer: mine },
  /** What `wx.requestSubscribeMessage` answered; `consentId` makes a repeated send count once. */
  consent: {
    input: z.object({
      consentId: z.string().check(z.regex(/^[A-Za-z0-9-]{8,64}$/)),
      results: z
        .array(z.object({ templateId: z.string(), outcome: z.enum(['accept', 'reject', 'ban', 'filter']) }))
        .check(z.minLength(1), z.maxLength(5)),
    }),
    answer: mine,
  },
} satisfies FunctionContract
