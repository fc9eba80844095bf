import { useState } from 'react'
import type { DataOf } from '../../../shared/contract'
import { CallError, problemOf } from '../../cloud/errors'
import type { Loaded } from '../../cloud/use-loaded'
import { FileProblem } from '../../files'
import { progressWords as words } from '../../words/progress'
import { type OwnPage, ownPageOf } from './own-application'

type Mine = DataOf<'applications', 'get'>

/** Which deed is under way, what it says meanwhile, and what came of the last one. */
export type Deed = {
  busyWord: string | undefined
  said: string
  say: (text: string) => void
  /** Does one thing at a time; `work` answers the application after it. Answers whether it was done. */
  run: (
    begins: string,
    work: (tell: (word: string) => void) => Promise<Mine>,
    done: string,
  ) => Promise<boolean>
}

/** What the household does with its own application: the page shows the answer, or the newer state after a conflict. */
export function useDeed(loaded: Pick<Loaded<OwnPage>, 'replace' | 'reload' | 'copyFrom'>): Deed {
  const [busyWord, setBusyWord] = useState<string>()
  const [said, setSaid] = useState('')

  const run: Deed['run'] = async (begins, work, done) => {
    if (loaded.copyFrom) {
      setSaid(words.offline)
      return false
    }
    setBusyWord(begins)
    setSaid('')
    try {
      loaded.replace(ownPageOf(await work(setBusyWord)))
      setSaid(done)
      return true
    } catch (error) {
      setSaid(error instanceof FileProblem ? error.message : problemOf(error).message)
      if (isOvertaken(error)) await loaded.reload()
      return false
    } finally {
      setBusyWord(undefined)
    }
  }

  return { busyWord, said, say: setSaid, run }
}

/** Somebody was quicker: an office has moved it on since the page was read. */
function isOvertaken(error: unknown): boolean {
  return error instanceof CallError && error.code === 'CONFLICT'
}
