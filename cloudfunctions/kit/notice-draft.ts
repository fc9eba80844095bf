import type { Instant } from '../../shared/calendar/model'
import type { FieldValues, ListRow, Notice } from '../../shared/notice/model'
import type { Acting } from './caller'
import { CHAIN_START, digest, historyEntry } from './history'
import { type Frame, writtenFields } from './notice-frame'
import { notices } from './notice-store'

type Contents = { values: FieldValues; rows: ListRow[] }
type NewDraft = {
  id: string
  contents: Contents
  frame: Frame
  acting: Acting
  /** Asked for; it is one only where the district is not in use yet. */
  example: boolean
  /** The applications whose publicity step it is. */
  applications: string[]
}

/** A draft at its first version, stored unless its id is there already; null where it was. */
export async function addDraft(
  { id, contents, frame, acting, example, applications }: NewDraft,
  now: Instant,
): Promise<Notice | null> {
  const fields = await writtenFields(contents, frame)
  const entry = historyEntry(
    { at: now, by: acting, action: 'drafted', ...draftRecord(null, contents) },
    1,
    CHAIN_START,
  )
  const created: Notice = {
    _id: id,
    version: 1,
    status: 'draft',
    example: example && mayBeExample(frame),
    ...fields,
    applications,
    applicationsBehind: false,
    createdAt: now,
    updatedAt: now,
    window: null,
    deadline: null,
    closesBy: '',
    calendarRevision: null,
    provisional: false,
    transitions: [],
    nextTransitionAt: null,
    history: [entry],
    lastHash: entry.hash,
  }
  return (await notices.addOnce(created)) ? created : null
}

/** An example stands only where the district is not in use yet: its contacts are still placeholders. */
export function mayBeExample({ district }: Pick<Frame, 'district'>): boolean {
  return district.contacts.placeholder
}

/** Of a draft the history keeps that it was saved, not each version: the draft itself holds the contents. */
export function draftRecord(before: Contents | null, after: Contents) {
  return {
    before: before ? { contents: contentsDigest(before) } : {},
    after: { contents: contentsDigest(after) },
  }
}

/** The same for the same contents. */
export function contentsDigest({ values, rows }: Contents): string {
  return digest({ values, rows })
}
