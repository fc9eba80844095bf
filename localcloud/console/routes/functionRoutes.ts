import * as z from 'zod/mini'
import { callerOf } from '../../callerOf'
import type { Services } from '../../services'
import { CloudError, InvalidParam } from '../../values/errors'
import type { Route } from '../route'
import { check } from '../route'

type FunctionServices = Pick<Services, 'functions' | 'calls' | 'personas' | 'timers'>

const callSchema = z.object({
  name: z.string(),
  persona: z.string(),
  event: z.record(z.string(), z.unknown()),
})
const timerSchema = z.object({
  times: z.optional(z.union([z.literal(1), z.literal(2)])),
  hold: z.optional(z.boolean()),
})

/** The functions, their calls and their timers. */
export function functionRoutes(services: FunctionServices): Route[] {
  return [
    ['GET functions', () => services.functions.names()],
    ['POST functions/call', async ({ body }) => callFunction(services, await body())],
    ['GET calls', () => services.calls.list()],
    ['GET timers', () => services.timers.list()],
  ]
}

async function callFunction({ functions, personas }: FunctionServices, body: unknown) {
  const { name, persona: id, event } = check(callSchema, body)
  const persona = personas.byId(id)
  if (!persona) throw new InvalidParam(`没有身份 ${id} / no persona ${id}`)
  const { result } = await functions.invoke(name, event, callerOf(persona))
  return { answer: JSON.parse(result) }
}

/** `POST timers/{function}`: holds a timer back or lets it go, and fires it as often as asked. */
export async function fireTimer({ timers }: FunctionServices, name: string, body: unknown) {
  const { times, hold } = check(timerSchema, body)
  if (!timers.has(name)) throw new CloudError('NOT_FOUND', `${name} 没有定时器 / ${name} has no timer`)
  if (hold !== undefined) timers.hold(name, hold)
  const ran = times === undefined ? [] : await timers.fire(name, times)
  return { ran }
}
