import { useEffect, useRef, useState } from 'react'
import type { Instant } from '../../../shared/calendar/model'
import type { BoardStatus, NoticeCard } from '../../../shared/contract/notices'
import { call } from '../../cloud/call'
import { type Problem, problemOf } from '../../cloud/errors'
import { useLoaded } from '../../cloud/use-loaded'

type Page = { now: Instant; notices: NoticeCard[]; next: string | null }
type Load = (after?: string) => Promise<Page>

export type NoticePages = {
  notices: NoticeCard[] | null
  now: Instant | undefined
  copyFrom: Instant | null
  problem: Problem | null
  hasMore: boolean
  isLoadingMore: boolean
  /** Why the next page did not come; what is there stays. */
  moreProblem: Problem | null
  reload: () => Promise<void>
  seeCopy: (() => void) | undefined
  loadMore: () => void
}

type More = { notices: NoticeCard[]; next: string | null; isLoading: boolean; problem: Problem | null }

/** The notices of a board, twenty at a time. */
export function useNoticePages({ unit, status }: { unit: string; status: BoardStatus }): NoticePages {
  return usePages(`list:${unit}:${status}`, after =>
    call('notices', 'list', { unit, status, ...(after ? { after } : {}) }),
  )
}

/** The notices of a district that have a word in them; none while the word is empty. */
export function useFoundNotices({ district, word }: { district: string; word: string }): NoticePages {
  return usePages(word === '' ? null : `search:${district}:${word}`, after =>
    call('notices', 'search', { district, word, ...(after ? { after } : {}) }),
  )
}

function usePages(key: string | null, load: Load): NoticePages {
  const first = useLoaded<Page>(key, () => load())
  const [more, setMore] = useState<More | null>(null)
  const newest = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new first page makes the later ones old
  useEffect(() => {
    newest.current += 1
    setMore(null)
  }, [first.data])

  const next = more ? more.next : (first.data?.next ?? null)
  const shown = more?.notices ?? []

  const loadMore = () => {
    const isIdle = next !== null && !more?.isLoading && first.copyFrom === null
    if (!isIdle) return
    const turn = newest.current
    const settle = (state: More) => {
      if (turn === newest.current) setMore(state)
    }
    setMore({ notices: shown, next, isLoading: true, problem: null })
    load(next).then(
      page =>
        settle({ notices: [...shown, ...page.notices], next: page.next, isLoading: false, problem: null }),
      error => settle({ notices: shown, next, isLoading: false, problem: problemOf(error) }),
    )
  }

  return {
    notices: first.data ? [...first.data.notices, ...shown] : null,
    now: first.data?.now,
    copyFrom: first.copyFrom,
    problem: first.problem,
    hasMore: next !== null && first.copyFrom === null,
    isLoadingMore: more?.isLoading ?? false,
    moreProblem: more?.problem ?? null,
    reload: first.reload,
    seeCopy: first.seeCopy,
    loadMore,
  }
}
