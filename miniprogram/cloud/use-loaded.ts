import { useCallback, useEffect, useRef, useState } from 'react'
import type { Instant } from '../../shared/calendar/model'
import { copyOf, keepCopy } from './copies'
import { type Problem, problemOf } from './errors'

export type Loaded<T> = {
  /** What to draw; null while loading for the first time or after a failure without a copy. */
  data: T | null
  /** When `data` is a copy from the phone: when it was stored. */
  copyFrom: Instant | null
  problem: Problem | null
  isLoading: boolean
  /** Loads again and keeps showing what is there meanwhile. */
  reload: () => Promise<void>
  /** Shows the phone's copy in place of a problem; absent where there is none. */
  seeCopy: (() => void) | undefined
  /** Puts in an answer that another action brought, e.g. the state after following. */
  replace: (data: T) => void
}

type State<T> = Pick<Loaded<T>, 'data' | 'copyFrom' | 'problem' | 'isLoading'>

const empty = { data: null, copyFrom: null, problem: null, isLoading: true }

/**
 * Loads for a page, keeps a copy on the phone under `key`, and falls back on it without a network.
 * Loads anew when `key` changes; a null `key` means there is nothing to load yet.
 */
export function useLoaded<T>(key: string | null, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<State<T>>(empty)
  const newest = useRef(0)
  const latest = useRef(load)
  latest.current = load

  const reload = useCallback(async () => {
    if (key === null) return
    const turn = ++newest.current
    const settle = (next: (before: State<T>) => State<T>) => {
      if (turn === newest.current) setState(next)
    }
    setState(before => ({ ...before, isLoading: true }))
    try {
      const data = await latest.current()
      keepCopy(key, data)
      settle(() => ({ data, copyFrom: null, problem: null, isLoading: false }))
    } catch (error) {
      settle(({ data }) => afterFailure(key, problemOf(error), data !== null))
    }
  }, [key])

  useEffect(() => {
    setState(empty)
    reload()
    return () => {
      newest.current += 1
    }
  }, [reload])

  const copy = key !== null && state.problem?.passes ? copyOf<T>(key) : null
  const seeCopy = copy
    ? () => setState({ data: copy.data, copyFrom: copy.storedAt, problem: null, isLoading: false })
    : undefined
  const replace = (data: T) => setState(before => ({ ...before, data }))
  return { ...state, reload, seeCopy, replace }
}

/**
 * Without a network the copy is shown at once; where a try might help, the person chooses. A page that shows
 * something already keeps it, with its age, when a later load gets lost.
 */
function afterFailure<T>(key: string, problem: Problem, hadData: boolean): State<T> {
  const showsCopy = problem.code === 'OFFLINE' || (problem.passes && hadData)
  const copy = showsCopy ? copyOf<T>(key) : null
  if (!copy) return { data: null, copyFrom: null, problem, isLoading: false }
  return { data: copy.data, copyFrom: copy.storedAt, problem: null, isLoading: false }
}
