import type { Instant } from '../../shared/calendar/model'
import type { Actor, HistoryEntry } from '../../shared/notice/model'
import { command } from './documents'
import { digest, historyEntry } from './history'

/** A document whose every version is an entry of its hash chain. */
export type Chained = { _id: string; version: number; lastHash: string }

export type ChainedChange<T> = {
  at: Instant
  by: Actor
  action: string
  changes: Partial<T>
  /** What the history keeps of the change, where that is not the changed fields themselves. */
  recorded?: { before: Record<string, unknown>; after: Record<string, unknown> }
}

/** What a collection's chain keeps of the fields that changed. */
export type Keeping = {
  /** Computed from the other fields, so not worth keeping before and after. */
  derived: ReadonlySet<string>
  /**
   * What is kept of a field's value: of what persons are named in its digest, so that the names can be retired and
   * the chain still holds.
   */
  kept(field: string, value: unknown): unknown
}

type Store = { change(where: object, changes: Record<string, unknown>): Promise<number> }

/**
 * Changes a document and writes the change into its history in one atomic step.
 * Answers the new entry; null, and nothing changed, where the document is no longer at the version that was read.
 */
export async function changeChained<T>(
  store: Store,
  keeping: Keeping,
  known: Chained,
  { at, by, action, changes, recorded }: ChainedChange<T>,
): Promise<HistoryEntry | null> {
  const version = known.version + 1
  const values = recorded ?? beforeAndAfter(keeping, known, changes)
  const entry = historyEntry({ at, by, action, ...values }, version, known.lastHash)
  const changed = await store.change(
    { _id: known._id, version: known.version },
    { ...changes, version, updatedAt: at, lastHash: entry.hash, history: command().push([entry]) },
  )
  return changed === 1 ? entry : null
}

/** The fields that did change, before and after. */
function beforeAndAfter({ derived, kept }: Keeping, known: object, changes: object) {
  const old = new Map<string, unknown>(Object.entries(known))
  const changed = Object.entries(changes).filter(
    ([key, value]) => !derived.has(key) && digest(old.get(key) ?? null) !== digest(value ?? null),
  )
  return {
    before: Object.fromEntries(changed.map(([key]) => [key, kept(key, old.get(key) ?? null)])),
    after: Object.fromEntries(changed.map(([key, value]) => [key, kept(key, value)])),
  }
}
