import type { Instant } from '../../shared/calendar/model'
import type { Answer } from '../../shared/contract/answer'
import { callerOf } from './caller'
import { log } from './log'
import { now } from './now'
import { WORDS } from './words'

type Main = (event: unknown, context: Parameters<typeof callerOf>[0]) => Promise<Answer<unknown>>

/**
 * A function that answers the platform's timer only. A person's call carries a person's identity in the
 * context, a timer's does not; so nobody can make the system open, close or send by hand.
 */
export function serveTimer(name: string, work: (now: Instant) => Promise<object>): Main {
  return async (_event, context) => {
    if (callerOf(context).personId)
      return { ok: false, error: { code: 'FORBIDDEN', message: WORDS.timersOnly } }
    try {
      const data = await work(now())
      log({ level: 'info', event: name, ...data })
      return { ok: true, data }
    } catch (error) {
      log({ level: 'error', event: name, cause: error })
      return { ok: false, error: { code: 'INTERNAL', message: WORDS.internal } }
    }
  }
}
