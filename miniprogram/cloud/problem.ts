import type { ErrorCode } from '../../shared/contract/answer'
import { cloudWords } from '../words/cloud'

/** Why a call gave no data: the server's own codes, or the way there failed. */
export type CallFailure = ErrorCode | 'OFFLINE' | 'SLOW' | 'UNREACHABLE'

/** A call that failed. `message` is the sentence for the person; `cause` is for the log. */
export class CallError extends Error {
  readonly code: CallFailure

  constructor(code: CallFailure, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'CallError'
    this.code = code
  }

  /** True where the same call may well succeed later: the network failed, not the request. */
  get passes(): boolean {
    return (
      this.code === 'OFFLINE' || this.code === 'SLOW' || this.code === 'UNREACHABLE' || this.code === 'BUSY'
    )
  }
}

/** What an `ErrorState` shows. */
export type Problem = { code: CallFailure; title: string; message: string }

export function problemOf(error: unknown): Problem {
  if (error instanceof CallError) {
    return { code: error.code, title: cloudWords.title, message: error.message }
  }
  return { code: 'INTERNAL', title: cloudWords.title, message: cloudWords.unexpected }
}
