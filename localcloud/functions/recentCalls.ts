/** One call of a function, for the console. */
export interface RecordedCall {
  readonly requestId: string
  readonly function: string
  readonly source: string
  readonly caller: string
  /** In localcloud's moved time. */
  readonly at: string
  readonly ms: number
  readonly input: unknown
  readonly answer?: unknown
  readonly error?: { readonly code: string; readonly message: string }
  readonly log: string
}

const REMEMBERED = 300

/** The latest calls, newest first. */
export class RecentCalls {
  private calls: RecordedCall[] = []

  add(call: RecordedCall): void {
    this.calls = [call, ...this.calls].slice(0, REMEMBERED)
  }

  list(): RecordedCall[] {
    return this.calls
  }
}
