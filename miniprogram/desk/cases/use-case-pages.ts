import { useEffect, useRef, useState } from 'react'
import type { DeskCase } from '../../../shared/application/page'
import type { DataOf } from '../../../shared/contract'
import { call } from '../../cloud/call'
import { type Problem, problemOf } from '../../cloud/errors'
import { useLive } from '../use-live'

type Answer = DataOf<'applications', 'desk'>

export type CasePages = {
  /** The first page, with the numbers of the whole desk; null until it came. */
  first: Answer | null
  cases: DeskCase[]
  problem: Problem | null
  hasMore: boolean
  isLoadingMore: boolean
  /** Why the next page did not come; what is there stays. */
  moreProblem: Problem | null
  reload: () => void
  loadMore: () => void
  /** Fetches what is left, for choosing among all of one step. */
  loadAll: () => void
}

type More = { cases: DeskCase[]; next: string | null; isLoading: boolean; problem: Problem | null }

/** More than any desk holds; a limit all the same, so that a fault in a cursor does not fetch for ever. */
const MOST_PAGES = 50

/** What waits at the desks of a unit, page by page. */
export function useCasePages(unit: string): CasePages {
  const ask = (after?: string) =>
    call('applications', 'desk', { ...(unit ? { unit } : {}), ...(after ? { after } : {}) })
  const live = useLive(`cases:${unit}`, () => ask())
  const [more, setMore] = useState<More | null>(null)
  const newest = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new first page makes the later ones old
  useEffect(() => {
    newest.current += 1
    setMore(null)
  }, [live.data])

  const next = more ? more.next : (live.data?.next ?? null)
  const later = more?.cases ?? []

  const load = async (most: number) => {
    if (next === null || more?.isLoading) return
    const turn = newest.current
    let state: More = { cases: later, next, isLoading: true, problem: null }
    const put = (change: Partial<More>) => {
      state = { ...state, ...change }
      if (turn === newest.current) setMore(state)
    }
    put({})
    try {
      for (let page = 0; page < most && state.next !== null && turn === newest.current; page++) {
        const answer = await ask(state.next)
        put({ cases: [...state.cases, ...answer.cases], next: answer.next })
      }
      put({ isLoading: false })
    } catch (error) {
      put({ isLoading: false, problem: problemOf(error) })
    }
  }

  return {
    first: live.data,
    cases: live.data ? once([...live.data.cases, ...later]) : [],
    problem: live.problem,
    hasMore: next !== null,
    isLoadingMore: more?.isLoading ?? false,
    moreProblem: more?.problem ?? null,
    reload: () => void live.reload(),
    loadMore: () => void load(1),
    loadAll: () => void load(MOST_PAGES),
  }
}

/** A case that moved down the list between two pages comes twice; it is shown where it came first. */
function once(cases: DeskCase[]): DeskCase[] {
  const seen = new Set<string>()
  return cases.filter(({ id }) => !seen.has(id) && seen.add(id))
}
