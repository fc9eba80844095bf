import type { ErrorCode } from '../../shared/contract/answer'

/** A call that is refused for a reason the caller can act on: a code, and what to do in Chinese. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'Refusal'
  }
}
