import { useCallback, useEffect, useRef, useState } from 'react'
import type { DataOf, InputOf } from '../../../shared/contract'
import { call } from '../../cloud/call'
import { type Problem, problemOf } from '../../cloud/errors'

export type Reckoned = DataOf<'catalog', 'reckon'>
type Input = InputOf<'catalog', 'reckon'>

export type Reckoning = {
  /** The newest answer; the one before it stays while the next is on its way. */
  reckoned: Reckoned | null
  problem: Problem | null
  isBusy: boolean
  retry: () => void
}

const empty = { reckoned: null, problem: null, isBusy: true }

/**
 * Asks the server whenever the input changes. No copy is kept: every date would be one, and push out of the phone
 * what is worth reading again.
 */
export function useReckoned(input: Input): Reckoning {
  const [state, setState] = useState<Omit<Reckoning, 'retry'>>(empty)
  const newest = useRef(0)
  const latest = useRef(input)
  latest.current = input

  const retry = useCallback(() => {
    const turn = ++newest.current
    const settle = (reckoned: Reckoned | null, problem: Problem | null) => {
      if (turn === newest.current) setState({ reckoned, problem, isBusy: false })
    }
    setState(before => ({ ...before, isBusy: true }))
    call('catalog', 'reckon', latest.current).then(
      reckoned => settle(reckoned, null),
      error => settle(null, problemOf(error)),
    )
  }, [])

  const key = JSON.stringify(input)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an equal input in a new object is the same question
  useEffect(() => {
    retry()
    return () => {
      newest.current += 1
    }
  }, [key, retry])
  return { ...state, retry }
}
