import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'
import { wxError } from './wxError'

/** How WeChat misbehaves for the next calls, chosen in the console. */
export const faultSchema = z.object({
  errcode: z.optional(z.nullable(z.number())),
  delayMs: z.optional(z.nullable(z.number().check(z.gte(0), z.lte(60_000)))),
  /** The message arrives, the answer does not: the caller cannot know. */
  dropAfterSend: z.optional(z.nullable(z.boolean())),
  /** For so many calls; without it until the faults are cleared. */
  count: z.optional(z.nullable(z.number().check(z.int(), z.gte(1)))),
})

export type Fault = z.infer<typeof faultSchema>

/** The connection is cut without an answer. */
export class ConnectionDropped extends Error {}

export class Faults {
  private fault: Fault = {}

  get current(): Fault {
    return this.fault
  }

  set(fault: Fault): void {
    this.fault = fault
  }

  /** Runs one call of WeChat under the fault in force. */
  async around<T>(call: () => Promise<T>): Promise<T> {
    const fault = this.take()
    if (fault.delayMs) await sleep(fault.delayMs)
    if (fault.errcode) throw wxError(fault.errcode)
    const answer = await call()
    if (fault.dropAfterSend) throw new ConnectionDropped()
    return answer
  }

  private take(): Fault {
    const fault = this.fault
    const { count } = fault
    if (typeof count === 'number') this.fault = count > 1 ? { ...fault, count: count - 1 } : {}
    return fault
  }
}
