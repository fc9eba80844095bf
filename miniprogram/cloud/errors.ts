import type { ErrorCode } from '../../shared/contract/answer'
import { cloudWords } from '../words/cloud'

/** Why a call gave no data: one of the server's codes, or the way there failed. */
export type CallFailure = ErrorCode | 'OFFLINE' | 'SLOW' | 'UNREACHABLE'

const passing: readonly CallFailure[] = ['OFFLINE', 'SLOW', 'UNREACHABLE', 'BUSY']

/** A call that failed. `message` is the sentence for the person, `cause` is for whoever looks into it. */
export class CallError extends Error {
  readonly code: CallFailure

  constructor(code: CallFailure, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'CallError'
    this.code = code
  }

  /** True where the same call may well succeed later: the way there failed, not the request. */
  get passes(): boolean {
    return passing.includes(this.code)
  }
}

/** What an `ErrorState` shows. `passes`: trying again may help. */
export type Problem = { code: CallFailure; title: string; message: string; passes: boolean }

export function problemOf(error: unknown): Problem {
  const { title, unexpected } = cloudWords
  if (!(error instanceof CallError)) return { code: 'INTERNAL', title, message: unexpected, passes: false }
  return { code: error.code, title, message: error.message, passes: error.passes }
}
