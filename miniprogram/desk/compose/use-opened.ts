import { useEffect, useState } from 'react'
import type { DataOf } from '../../../shared/contract'
import { call } from '../../cloud/call'
import { type Problem, problemOf } from '../../cloud/errors'
import { forgetDraft } from '../phone-drafts'

type Answer = DataOf<'notices', 'open'>
type State = { answer: Answer | null; problem: Problem | null }

const empty: State = { answer: null, problem: null }

/**
 * The server's draft; nothing is asked with a null id. It leaves no copy among those of the pages: a list has
 * columns that only the office may see.
 */
export function useOpened(id: string | null): State & { reload: () => void } {
  const [state, setState] = useState(empty)
  const [turn, setTurn] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks anew
  useEffect(() => {
    if (id === null) return
    let isCurrent = true
    setState(empty)
    call('notices', 'open', { id }).then(
      answer => {
        if (isCurrent) setState({ answer, problem: null })
      },
      error => {
        const problem = problemOf(error)
        // Posted meanwhile, or not the caller's: what the phone kept of it is of no more use.
        if (!problem.passes) forgetDraft(id)
        if (isCurrent) setState({ answer: null, problem })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [id, turn])

  return { ...state, reload: () => setTurn(turn + 1) }
}
