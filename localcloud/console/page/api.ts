import * as z from 'zod/mini'

const refusal = z.object({ message: z.string() })

export const clock = z.object({
  now: z.string(),
  offsetMs: z.number(),
  isReal: z.boolean(),
  isStanding: z.boolean(),
})
export const persona = z.object({
  id: z.string(),
  name_zh: z.string(),
  role: z.string(),
  unit: z.nullable(z.string()),
  token: z.string(),
  openid: z.nullable(z.string()),
})
export const template = z.object({ templateId: z.string(), title: z.string(), kind: z.string() })
export const message = z.object({
  id: z.number(),
  title: z.string(),
  page: z.string(),
  sentAt: z.string(),
  lines: z.array(z.object({ name_zh: z.string(), value: z.string() })),
})
export const credit = z.object({ templateId: z.string(), credits: z.number(), banned: z.boolean() })
export const run = z.object({
  function: z.string(),
  ok: z.boolean(),
  answer: z.optional(z.unknown()),
  error: z.optional(z.string()),
})
export const call = z.object({
  requestId: z.string(),
  function: z.string(),
  source: z.string(),
  caller: z.string(),
  at: z.string(),
  ms: z.number(),
  input: z.unknown(),
  answer: z.optional(z.unknown()),
  error: z.optional(z.object({ code: z.string(), message: z.string() })),
  log: z.string(),
})
export const timer = z.object({
  function: z.string(),
  config: z.string(),
  isHeld: z.boolean(),
  isRunning: z.boolean(),
})
export const collection = z.object({
  name: z.string(),
  documents: z.number(),
  indexes: z.array(z.object({ name: z.string(), keys: z.array(z.unknown()), unique: z.boolean() })),
})
export const exported = z.object({ total: z.number(), documents: z.array(z.record(z.string(), z.unknown())) })
export const fault = z.object({
  errcode: z.optional(z.nullable(z.number())),
  delayMs: z.optional(z.nullable(z.number())),
  dropAfterSend: z.optional(z.nullable(z.boolean())),
  count: z.optional(z.nullable(z.number())),
})

/** GET, or POST when there is a body. @throws Error with the console's own words */
export async function ask<T extends z.ZodMiniType>(
  schema: T,
  path: string,
  body?: unknown,
): Promise<z.output<T>> {
  const response = await fetch(`/console/api/${path}`, body === undefined ? {} : postOf(body))
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(refusal.parse(answer).message)
  return schema.parse(answer)
}

export const anything = z.unknown()

function postOf(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
