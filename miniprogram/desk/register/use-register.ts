import { useEffect, useRef, useState } from 'react'
import type { RegisterLine } from '../../../shared/application/page'
import type { DataOf, InputOf } from '../../../shared/contract'
import { call } from '../../cloud/call'
import { type Problem, problemOf } from '../../cloud/errors'
import { useLive } from '../use-live'

type Answer = DataOf<'applications', 'register'>
export type RegisterFilter = InputOf<'applications', 'registerFile'>

export type Register = {
  first: Answer | null
  lines: RegisterLine[]
  problem: Problem | null
  hasMore: boolean
  isLoadingMore: boolean
  moreProblem: Problem | null
  reload: () => void
  loadMore: () => void
  /** Puts a changed line in its place. */
  put: (line: RegisterLine) => void
}

type More = { lines: RegisterLine[]; next: string | null; isLoading: boolean; problem: Problem | null }

/** The register of a unit, page by page; nothing of it stays on the phone. */
export function useRegister(filter: RegisterFilter): Register {
  const ask = (after?: string) => call('applications', 'register', { ...filter, ...(after ? { after } : {}) })
  const live = useLive(filter.unit ? `register:${JSON.stringify(filter)}` : null, () => ask())
  const [more, setMore] = useState<More | null>(null)
  const [changed, setChanged] = useState<Record<string, RegisterLine>>({})
  const newest = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new first page makes the later ones old
  useEffect(() => {
    newest.current += 1
    setMore(null)
    setChanged({})
  }, [live.data])

  const next = more ? more.next : (live.data?.next ?? null)
  const later = more?.lines ?? []

  const loadMore = () => {
    if (next === null || more?.isLoading) return
    const turn = newest.current
    const settle = (state: More) => {
      if (turn === newest.current) setMore(state)
    }
    setMore({ lines: later, next, isLoading: true, problem: null })
    ask(next).then(
      page => settle({ lines: [...later, ...page.lines], next: page.next, isLoading: false, problem: null }),
      error => settle({ lines: later, next, isLoading: false, problem: problemOf(error) }),
    )
  }

  const lines = live.data ? [...live.data.lines, ...later] : []
  return {
    first: live.data,
    lines: lines.map(line => changed[line.id] ?? line),
    problem: live.problem,
    hasMore: next !== null,
    isLoadingMore: more?.isLoading ?? false,
    moreProblem: more?.problem ?? null,
    reload: () => void live.reload(),
    loadMore,
    put: line => setChanged({ ...changed, [line.id]: line }),
  }
}
