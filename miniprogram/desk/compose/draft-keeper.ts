import type { DraftGap } from '../../../shared/contract/notices'
import type { Problem } from '../../cloud/errors'
import { type Contents, type Draft, gapsAfter, sameContents } from './draft'

export type KeeperState = {
  draft: Draft
  gaps: DraftGap[]
  isSaving: boolean
  /** Why the last saving failed; null after one that did not. */
  problem: Problem | null
  /** False where the phone has no room for a copy. */
  isOnPhone: boolean
}

/** How a keeper reaches the world. */
export type KeeperWays = {
  /** Saves on the server: a new draft where `version` is null. Throws what `problemOf` reads. */
  send: (draft: Draft, contents: Contents) => Promise<{ version: number; gaps: DraftGap[] }>
  keep: (draft: Draft) => boolean
  problemOf: (error: unknown) => Problem
  now: () => string
}

const PAUSE_MS = 1_500
/** After a save got lost; a phone without a network is not asked more often. */
const AGAIN_MS = 15_000

/**
 * Keeps a draft while it is written: on the phone at once, on the server after a pause. One save runs at a
 * time. What was sent without an answer is sent again just as it was before anything newer, so the server
 * takes it for the same saving and no conflict is made of a lost answer.
 */
export class DraftKeeper {
  private state: KeeperState
  private running: Promise<boolean> | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private isLeft = false
  private readonly listeners = new Set<() => void>()

  constructor(
    draft: Draft,
    gaps: DraftGap[],
    private readonly ways: KeeperWays,
  ) {
    this.state = { draft, gaps, isSaving: false, problem: null, isOnPhone: true }
  }

  readonly snapshot = (): KeeperState => this.state

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Takes what was written: phone now, server after a pause. */
  change(contents: Contents, itemName = this.state.draft.itemName): void {
    const { draft, gaps } = this.state
    if (contents === draft.contents) return
    this.put({ gaps: gapsAfter(gaps, draft.contents, contents) })
    this.keep({ ...draft, itemName, contents, isSent: false, changedAt: this.ways.now() })
    this.saveIn(PAUSE_MS)
  }

  /** Saves what is not saved yet; asked for when a draft is taken up again. */
  takeUp(): void {
    this.isLeft = false
    if (!this.state.draft.isSent) void this.save()
  }

  /** The page is left: one more save, and no more after it. */
  leave(): void {
    this.isLeft = true
    if (!this.state.draft.isSent) void this.save()
  }

  /** Saves on the server until it has all that is written. Answers whether it has. */
  save(): Promise<boolean> {
    clearTimeout(this.timer)
    this.running ??= this.saveAll().finally(() => {
      this.running = null
      this.put({ isSaving: false })
    })
    return this.running
  }

  /** Goes on from what the server has, or with what is here on the server's version. */
  settle(draft: Draft, gaps: DraftGap[]): void {
    this.put({ gaps, problem: null })
    this.keep(draft)
  }

  private async saveAll(): Promise<boolean> {
    this.put({ isSaving: !this.state.draft.isSent })
    while (!this.state.draft.isSent) {
      const isSaved = await this.saveOnce()
      if (!isSaved) return false
    }
    return true
  }

  private async saveOnce(): Promise<boolean> {
    const { draft } = this.state
    const sending = draft.unanswered ?? draft.contents
    this.keep({ ...draft, unanswered: sending })
    try {
      const { version, gaps } = await this.ways.send(draft, sending)
      const isSent = sameContents(sending, this.state.draft.contents)
      this.put({ problem: null, gaps: isSent ? gaps : this.state.gaps })
      this.keep({ ...this.state.draft, version, isSent, unanswered: null })
      return true
    } catch (error) {
      const problem = this.ways.problemOf(error)
      this.put({ problem })
      if (problem.passes) this.saveIn(AGAIN_MS)
      // A refusal is an answer: there is nothing to send again as it was.
      else this.keep({ ...this.state.draft, unanswered: null })
      return false
    }
  }

  private saveIn(pause: number): void {
    clearTimeout(this.timer)
    if (!this.isLeft) this.timer = setTimeout(() => void this.save(), pause)
  }

  private keep(draft: Draft): void {
    this.put({ draft, isOnPhone: this.ways.keep(draft) })
  }

  private put(change: Partial<KeeperState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}
