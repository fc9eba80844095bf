import { useEffect, useSyncExternalStore } from 'react'
import type { DataOf } from '../../shared/contract'
import { call } from '../cloud/call'
import { CallError, type Problem, problemOf } from '../cloud/errors'

export type Mine = DataOf<'subscriptions', 'mine'>

/** What is known of the caller's follows and messages. visitor: nobody is signed in, so there are none. */
export type Subscriptions =
  | { known: 'not-yet' }
  | { known: 'visitor' }
  | { known: 'failed'; problem: Problem }
  | { known: 'yes'; mine: Mine }

let current: Subscriptions = { known: 'not-yet' }
const listeners = new Set<() => void>()

/** The caller's follows and messages, one copy for all pages; read when the first page asks. */
export function useSubscriptions(): Subscriptions {
  const state = useSyncExternalStore(listen, () => current)
  useEffect(() => {
    if (current.known === 'not-yet') void readSubscriptions()
  }, [])
  return state
}

/** Reads them anew: after a failure, or when another identity was taken. */
export async function readSubscriptions(): Promise<void> {
  try {
    putSubscriptions(await call('subscriptions', 'mine', {}))
  } catch (error) {
    const isVisitor = error instanceof CallError && error.code === 'FORBIDDEN'
    put(isVisitor ? { known: 'visitor' } : { known: 'failed', problem: problemOf(error) })
  }
}

/** Every action on them answers the whole state after it. */
export function putSubscriptions(mine: Mine): void {
  put({ known: 'yes', mine })
}

function put(next: Subscriptions): void {
  current = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
