import type { Instant } from '../../shared/calendar/model'
import { type Actor, type Notice, notice } from '../../shared/notice/model'
import { command, documents } from './documents'
import { digest, historyEntry } from './history'

export const notices = documents('notices', notice)

type Known = Pick<Notice, '_id' | 'version' | 'lastHash'>
type NoticeChange = {
  at: Instant
  by: Actor
  action: string
  changes: Partial<Notice>
  /** What the history keeps of the change, where that is not the changed fields themselves. */
  recorded?: { before: Record<string, unknown>; after: Record<string, unknown> }
}

/** Computed from the other fields, so not worth keeping before and after. */
const DERIVED = new Set(['grams', 'boards', 'closesBy', 'nextTransitionAt', 'calendarRevision'])
/** What persons are named in: the chain keeps its digest, so that the names can be retired and it still holds. */
const CONTENTS = new Set(['values', 'rows'])

/**
 * Changes a notice and writes the change into its history in one atomic step.
 * False, and nothing changed, where the notice is no longer at the version that was read.
 */
export async function changeNotice(known: Known, change: NoticeChange): Promise<boolean> {
  const { at, by, action, changes, recorded } = change
  const version = known.version + 1
  const entry = historyEntry(
    { at, by, action, ...(recorded ?? beforeAndAfter(known, changes)) },
    version,
    known.lastHash,
  )
  const changed = await notices.change(
    { _id: known._id, version: known.version },
    { ...changes, version, updatedAt: at, lastHash: entry.hash, history: command().push([entry]) },
  )
  return changed === 1
}

/** The fields that did change, before and after. */
function beforeAndAfter(known: Known, changes: Partial<Notice>) {
  const old = new Map<string, unknown>(Object.entries(known))
  const changed = Object.entries(changes).filter(
    ([key, value]) => !DERIVED.has(key) && digest(old.get(key) ?? null) !== digest(value ?? null),
  )
  return {
    before: Object.fromEntries(changed.map(([key]) => [key, kept(key, old.get(key) ?? null)])),
    after: Object.fromEntries(changed.map(([key, value]) => [key, kept(key, value)])),
  }
}

function kept(key: string, value: unknown): unknown {
  return CONTENTS.has(key) ? digest(value) : value
}
