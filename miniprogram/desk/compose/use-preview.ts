import { useEffect, useRef, useState } from 'react'
import type { DataOf } from '../../../shared/contract'
import { call } from '../../cloud/call'
import { type Problem, problemOf } from '../../cloud/errors'

type Answer = DataOf<'notices', 'preview'>

export type PreviewState = {
  /** The last answer: it stays in sight while a longer window is reckoned. */
  answer: Answer | null
  problem: Problem | null
  isLoading: boolean
  reload: () => void
}

/** A few taps on the plus are one question. */
const PAUSE_MS = 250

/** What the public would see were the draft posted now, for so many days; never from a copy. */
export function usePreview(id: string, days: number | null): PreviewState {
  const [state, setState] = useState<Omit<PreviewState, 'reload'>>({
    answer: null,
    problem: null,
    isLoading: true,
  })
  const [turn, setTurn] = useState(0)
  const isFirst = useRef(true)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks anew
  useEffect(() => {
    let isCurrent = true
    setState(before => ({ ...before, isLoading: true }))
    const ask = async () => {
      try {
        const answer = await call('notices', 'preview', { id, ...(days === null ? {} : { days }) })
        if (isCurrent) setState({ answer, problem: null, isLoading: false })
      } catch (error) {
        if (isCurrent) setState(before => ({ ...before, problem: problemOf(error), isLoading: false }))
      }
    }
    const timer = setTimeout(ask, isFirst.current ? 0 : PAUSE_MS)
    isFirst.current = false
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [id, days, turn])

  return { ...state, reload: () => setTurn(turn + 1) }
}
