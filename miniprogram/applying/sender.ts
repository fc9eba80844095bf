import type { ApplicationPage } from '../../shared/application/page'
import type { Problem } from '../cloud/errors'
import type { ApplyDraft, WrittenFile } from './draft'

/** What came of a sending. kept: it stays on the phone and goes out by itself when it can. */
export type SendOutcome =
  | { outcome: 'sent' }
  | { outcome: 'kept'; problem: Problem }
  | { outcome: 'refused'; problem: Problem }

/** How the sender reaches the phone and the server. */
export type SenderWays = {
  draftOf: (id: string) => ApplyDraft | null
  /** The drafts of whoever holds the phone. */
  drafts: () => ApplyDraft[]
  keep: (draft: ApplyDraft) => void
  /** Removes the draft with its photos. */
  forget: (draft: ApplyDraft) => Promise<void>
  isOffline: () => Promise<boolean>
  /** @returns the name under which the file lies at the server */
  putUp: (application: string, file: WrittenFile) => Promise<string>
  submit: (draft: ApplyDraft, files: WrittenFile[]) => Promise<ApplicationPage>
  /** True where the application is at the server already. */
  isThere: (draft: ApplyDraft) => Promise<boolean>
  problemOf: (error: unknown) => Problem
  offline: Problem
  /** Calls back after a while; again replaces the earlier call. */
  later: (work: () => void) => void
}

/**
 * Sends applications from the phone, each once. A draft that cannot get through waits, as it is, and is tried again;
 * sent twice after a lost answer it is still one, since its id is its own and nothing in it has changed meanwhile.
 */
export class Sender {
  private readonly running = new Map<string, Promise<SendOutcome>>()
  private readonly listeners = new Set<() => void>()
  private turn = 0
  private later = 0
  /** What was sent since the app was opened, with the answer where this phone got one. */
  private readonly gone = new Map<string, ApplicationPage | null>()

  constructor(private readonly ways: SenderWays) {}

  /** Changes with everything the sender does, for pages that show it. */
  readonly snapshot = (): number => this.turn

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  isSending(id: string): boolean {
    return this.running.has(id)
  }

  /** True for one that this phone sent since the app was opened. */
  isSent(id: string): boolean {
    return this.gone.has(id)
  }

  /** What the server made of it; null where the answer was lost. */
  madeOf(id: string): ApplicationPage | null {
    return this.gone.get(id) ?? null
  }

  /** How many that had to wait went out since the app was opened. */
  get sentLater(): number {
    return this.later
  }

  /** Sends a draft now; a second call while it is on its way waits for the first. */
  send(id: string): Promise<SendOutcome> {
    const running = this.running.get(id)
    if (running) return running
    const sending = this.sendOnce(id).finally(() => {
      this.running.delete(id)
      this.tell()
    })
    this.running.set(id, sending)
    this.tell()
    return sending
  }

  /** Sends what waits: when the app is opened, when the network is back. */
  async sendWaiting(): Promise<void> {
    for (const { id, isWaiting } of this.ways.drafts()) {
      if (isWaiting) await this.send(id)
    }
  }

  /**
   * Takes a waiting draft back to write on. One that may be there already is looked for first: what the server has is
   * not written on.
   * @returns whether it can be written on now; `unknown` where the server cannot be asked
   */
  async takeBack(id: string): Promise<'open' | 'sent' | 'unknown'> {
    await this.running.get(id)?.catch(() => undefined)
    const draft = this.ways.draftOf(id)
    if (draft === null) return 'sent'
    if (draft.isUnanswered) {
      try {
        if (await this.ways.isThere(draft)) {
          await this.finish(draft, null)
          return 'sent'
        }
      } catch {
        return 'unknown'
      }
    }
    this.put({ ...draft, isWaiting: false, isUnanswered: false })
    return 'open'
  }

  private async sendOnce(id: string): Promise<SendOutcome> {
    const found = this.ways.draftOf(id)
    if (found === null) return { outcome: 'sent' }
    this.put({ ...found, isWaiting: true, refusal: '' })
    try {
      if (await this.ways.isOffline()) return this.wait(this.ways.offline)
      const files = await this.putUpAll(id)
      const draft = this.draftNow(id, found)
      this.put({ ...draft, isUnanswered: true })
      const made = await this.ways.submit(draft, files)
      await this.finish(draft, made)
      if (found.isWaiting) this.later += 1
      return { outcome: 'sent' }
    } catch (error) {
      const problem = this.ways.problemOf(error)
      return problem.passes ? this.wait(problem) : this.refuse(this.draftNow(id, found), problem)
    }
  }

  /** One after the other: a photo that has gone up is not sent again. */
  private async putUpAll(id: string): Promise<WrittenFile[]> {
    const files = this.ways.draftOf(id)?.files ?? []
    const up: WrittenFile[] = []
    for (const file of files) {
      const fileId = file.fileId ?? (await this.ways.putUp(id, file))
      const lying = { ...file, fileId }
      up.push(lying)
      const draft = this.ways.draftOf(id)
      if (draft) this.put({ ...draft, files: draft.files.map(one => (one.id === file.id ? lying : one)) })
    }
    return up
  }

  private wait(problem: Problem): SendOutcome {
    this.ways.later(() => void this.sendWaiting())
    return { outcome: 'kept', problem }
  }

  /** An answer, so nothing of it is at the server; its files are put up anew, should they be what was wrong. */
  private refuse(draft: ApplyDraft, problem: Problem): SendOutcome {
    const files = draft.files.map(file => ({ ...file, fileId: null }))
    this.put({ ...draft, files, isWaiting: false, isUnanswered: false, refusal: problem.message })
    return { outcome: 'refused', problem }
  }

  private async finish(draft: ApplyDraft, made: ApplicationPage | null): Promise<void> {
    await this.ways.forget(draft)
    this.gone.set(draft.id, made)
    this.tell()
  }

  private draftNow(id: string, before: ApplyDraft): ApplyDraft {
    return this.ways.draftOf(id) ?? before
  }

  private put(draft: ApplyDraft): void {
    this.ways.keep(draft)
    this.tell()
  }

  private tell(): void {
    this.turn += 1
    for (const listener of this.listeners) listener()
  }
}
