import { useCallback, useEffect, useRef, useState } from 'react'
import { type Problem, problemOf } from '../cloud/errors'

export type Live<T> = {
  data: T | null
  problem: Problem | null
  isLoading: boolean
  /** Loads again and keeps showing what is there meanwhile. Answers the new data, or null where none came. */
  reload: () => Promise<T | null>
  /** Puts in an answer that another action brought. */
  replace: (data: T) => void
}

type State<T> = Pick<Live<T>, 'data' | 'problem' | 'isLoading'>

const empty = { data: null, problem: null, isLoading: true }

/**
 * Loads for a page of the desk and keeps nothing on the phone: a case shows whole names and numbers, which only
 * those may see whose step it is, and a phone is lent. A null `key` means there is nothing to load.
 */
export function useLive<T>(key: string | null, load: () => Promise<T>): Live<T> {
  const [state, setState] = useState<State<T>>(empty)
  const newest = useRef(0)
  const latest = useRef(load)
  latest.current = load

  const reload = useCallback(async () => {
    if (key === null) return null
    const turn = ++newest.current
    const settle = (next: (before: State<T>) => State<T>) => {
      if (turn === newest.current) setState(next)
    }
    setState(before => ({ ...before, isLoading: true }))
    try {
      const data = await latest.current()
      settle(() => ({ data, problem: null, isLoading: false }))
      return data
    } catch (error) {
      const problem = problemOf(error)
      // What is shown stays while only the way there failed; it is no longer the caller's where the server says so.
      settle(({ data }) => ({ data: problem.passes ? data : null, problem, isLoading: false }))
      return null
    }
  }, [key])

  useEffect(() => {
    setState(empty)
    void reload()
    return () => {
      newest.current += 1
    }
  }, [reload])

  const replace = useCallback((data: T) => {
    newest.current += 1
    setState({ data, problem: null, isLoading: false })
  }, [])
  return { ...state, reload, replace }
}
