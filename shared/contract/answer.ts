import * as z from 'zod/mini'

/** What every function answers: the data, or a code for programs with a sentence for people. */
export type Answer<T> = { ok: true; data: T } | { ok: false; error: AnswerError }
export type AnswerError = { code: ErrorCode; message: string }

/** The codes a caller may meet. The message beside the code says in Chinese what to do. */
export const errorCode = z.enum([
  'INVALID_INPUT',
  'UNKNOWN_ACTION',
  'NOT_FOUND',
  'FORBIDDEN',
  'CONFLICT',
  'NOT_READY',
  'PERSONAL_DATA',
  'BUSY',
  'INTERNAL',
])
export type ErrorCode = z.infer<typeof errorCode>

/** One action of a function: what it takes and what it answers. Unnamed fields of an answer are dropped. */
export type ActionContract = { input: z.core.$ZodType; answer: z.core.$ZodType }
export type FunctionContract = Record<string, ActionContract>
