import type * as z from 'zod/mini'
import { InvalidParam } from '../values/errors'

export interface RouteInput {
  readonly url: URL
  /** The parsed body. @throws InvalidParam */
  readonly body: () => Promise<unknown>
  readonly authorization: string
}

/** `GET clock` → what answers it. An answer of `undefined` is sent as `{ ok: true }`. */
export type Route = readonly [name: string, answer: (input: RouteInput) => unknown]

/** @throws InvalidParam naming the first wrong field */
export function check<T extends z.ZodMiniType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new InvalidParam(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`)
}
