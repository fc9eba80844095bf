import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { call } from '../cloud/call'
import { CallError, type Problem, problemOf } from '../cloud/errors'
import { isOffline } from '../cloud/transport'
import { putUp } from '../cloud/upload'
import { FileProblem } from '../files'
import { cloudWords } from '../words/cloud'
import { inputOf, isByPerson } from './draft'
import { forgetDraft, keepDraft, keptDraft, keptDrafts } from './phone-drafts'
import { Sender } from './sender'

/** A network that is there but lost the sending is tried again at this pace while the app is open. */
const AGAIN_MS = 30_000
let timer: ReturnType<typeof setTimeout> | undefined

/** The phone's one sender of applications. */
export const outbox = new Sender({
  draftOf: keptDraft,
  drafts: keptDrafts,
  keep: keepDraft,
  forget: forgetDraft,
  isOffline,
  putUp,
  async submit(draft, files) {
    return (await call('applications', 'submit', inputOf(draft, files))).application
  },
  async isThere({ id, written }) {
    try {
      // What was begun for others is nobody's own: the desk has it.
      if (isByPerson(written.way)) await call('applications', 'get', { id })
      else await call('applications', 'case', { id })
      return true
    } catch (error) {
      if (error instanceof CallError && error.code === 'NOT_FOUND') return false
      throw error
    }
  },
  problemOf: sendingProblem,
  offline: problemOf(new CallError('OFFLINE', cloudWords.offline)),
  later(work) {
    clearTimeout(timer)
    timer = setTimeout(work, AGAIN_MS)
  },
})

/** Redraws a page with whatever the outbox does. */
export function useOutbox(): Sender {
  useSyncExternalStore(outbox.listen, outbox.snapshot)
  return outbox
}

/** Sends what waits now, and whenever the network comes back. Called once, at launch. */
export function startOutbox(): void {
  const send = () => void outbox.sendWaiting()
  if (process.env.TARO_ENV === 'h5') window.addEventListener('online', send)
  else Taro.onNetworkStatusChange(({ isConnected }) => isConnected && send())
  send()
}

/** A photo that the phone has no more is said as it is, and does not pass by waiting. */
function sendingProblem(error: unknown): Problem {
  if (!(error instanceof FileProblem)) return problemOf(error)
  return { code: 'INVALID_INPUT', title: cloudWords.title, message: error.message, passes: false }
}
