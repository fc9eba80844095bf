import type { ActionName, DataOf, FunctionName, InputOf } from '../../shared/contract'
import { CallError } from './errors'
import { noteServerNow } from './server-time'
import { send } from './transport'

/** Actions that change nothing: safe to try again by themselves. */
const reads: { [F in FunctionName]: readonly ActionName<F>[] } = {
  catalog: ['districts', 'units', 'items', 'item', 'editions', 'form', 'reckon'],
  notices: ['list', 'get', 'search', 'open', 'desk', 'preview'],
  applications: ['procedures', 'procedure', 'mine', 'get', 'track', 'desk', 'starts', 'case', 'register'],
  subscriptions: ['mine'],
  members: ['me'],
}

const READ_TIMEOUT_MS = 8_000
const WRITE_TIMEOUT_MS = 20_000
const PAUSES_MS = [400, 1_200]

/**
 * The one way to ask a cloud function: `await call('notices', 'list', { unit, status: 'open' })`.
 * A read that got lost is tried twice more, at slightly different times for different phones; a change is sent
 * once, and the person decides whether to send it again.
 * @throws CallError with a sentence for the person
 */
export async function call<F extends FunctionName, A extends ActionName<F>>(
  name: F,
  action: A,
  input: InputOf<F, A>,
): Promise<DataOf<F, A>> {
  const isRead = reads[name].includes(action)
  const once = () => ask<F, A>(name, action, input, isRead ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS)
  return isRead ? retried(once) : once()
}

async function ask<F extends FunctionName, A extends ActionName<F>>(
  name: F,
  action: A,
  input: InputOf<F, A>,
  timeoutMs: number,
): Promise<DataOf<F, A>> {
  const answer = await send<DataOf<F, A>>(name, { action, ...Object(input) }, timeoutMs)
  if (!answer.ok) throw new CallError(answer.error.code, answer.error.message)
  noteServerNow(answer.data)
  return answer.data
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await work()
    } catch (error) {
      const isWorthAnother = error instanceof CallError && error.passes && error.code !== 'OFFLINE'
      if (!isWorthAnother) throw error
      await rest(pause * (0.5 + Math.random()))
    }
  }
  return work()
}

function rest(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
