import * as z from 'zod/mini'

const text = z.string().check(z.minLength(1, '不能空着'))

/** WeChat's value types of a subscription message; each has its own limit. */
export const keywordType = z.enum(['thing', 'phrase', 'date', 'number', 'character_string', 'phone_number'])
export type KeywordType = z.infer<typeof keywordType>

/** One keyword of a message: `pattern` is filled from the event; `oneOf` are the only values it may take. */
export const messageKeyword = z.strictObject({
  name: text,
  /** The field as WeChat numbers it when the template is chosen (thing1, date3 …): a setting, not a fact. */
  field: z
    .string()
    .check(z.regex(/^(thing|phrase|date|number|character_string|phone_number)\d+$/, '字段写成 thing1 这样')),
  type: keywordType,
  pattern: text,
  oneOf: z.optional(z.array(text)),
  /** True where a neutral word stands for the matter of items that must not be named. */
  neutralized: z.optional(z.boolean()),
  /** The longest value in WeChat's own counting. */
  max: z.int().check(z.positive()),
  example: text,
})
export type MessageKeyword = z.infer<typeof messageKeyword>

export const messageEvent = z.enum([
  'notice-opened',
  'notice-closing',
  'notice-closed',
  'notice-corrected',
  'application-step',
  'materials-missing',
  'application-decided',
  'objection-answered',
  'request-received',
  'request-answered',
  'request-extended',
  'complaint-answered',
  'deadline-approaching',
  'overdue',
  'calendar-settled',
  'invitation-approved',
])
export type MessageEvent = z.infer<typeof messageEvent>

/** The message of one event. `templateId` is a stand-in until the platform has given the real one. */
export const messageTemplate = z.strictObject({
  event: messageEvent,
  templateId: text,
  title: text,
  sceneDesc: z.string().check(z.minLength(1), z.maxLength(15, '服务场景描述不超过 15 个字')),
  audience: text,
  when: text,
  /** What the account holds now: a one-time template costs a credit (次数) for each message. */
  kind: z._default(z.enum(['one-time', 'long-term']), 'one-time'),
  /** True where a long-term template is wished for, should the account's category allow it. */
  longTerm: z.boolean(),
  keywords: z.array(messageKeyword).check(z.minLength(2), z.maxLength(5)),
  /** The page it opens, a pattern. */
  page: text,
  /** What it opens for those who follow by a code, where `page` is only for the person whose matter it is. */
  followerPage: z.optional(text),
  note: z.optional(text),
  /** A second template with fewer keywords, for when those dropped have no value. */
  variants: z.optional(z.array(z.strictObject({ when: text, drop: z.array(text), templateId: text }))),
})
export type MessageTemplate = z.infer<typeof messageTemplate>

/** All messages, as stored in `settings`. */
export const messageSettings = z.strictObject({
  _id: z.literal('messages'),
  templates: z.array(messageTemplate),
  limits: z.record(keywordType, z.int()),
  neutralText: text,
  villageShortMax: z.int(),
  stepPhrases: z.record(z.string(), z.string()),
  rules: z.array(text),
})
export type MessageSettings = z.infer<typeof messageSettings>
