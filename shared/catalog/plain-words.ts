import * as z from 'zod/mini'
import { noticeKind, plainLines } from './template'

const text = z.string().check(z.minLength(1, '不能空着'))

/** Plain language (大白话): words explained, lines for kinds of notices, names of states and buttons. */
export const plainWords = z.strictObject({
  _id: z.literal('plainWords'),
  labels: plainLines,
  rules: z.array(text),
  terms: z.array(z.strictObject({ term: text, plain: text })),
  states: z.record(z.string(), z.string()),
  buttons: z.record(z.string(), z.string()),
  byKind: z.record(noticeKind, plainLines),
})
export type PlainWords = z.infer<typeof plainWords>
