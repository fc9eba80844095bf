import type { FieldValues, ListRow, Notice } from '../../shared/notice/model'
import { type Acting, actingFor } from '../kit/caller'
import { newId } from '../kit/new-id'
import { addDraft, contentsDigest, draftRecord, mayBeExample } from '../kit/notice-draft'
import { type Frame, frameOf, gapsOf, summaryOf, writtenFields } from '../kit/notice-frame'
import { changeNotice } from '../kit/notice-store'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'
import { ownDraft } from './own-draft'

type Input = {
  id?: string
  version?: number
  unit: string
  district: string
  item: string
  template: string
  values: FieldValues
  rows: ListRow[]
  example?: boolean
}

/**
 * Saves a draft of the caller's unit and answers what it still lacks. Without `version` it is a new one, with it
 * the next of that version. Sent again with the same `id` and contents (a lost answer) it is saved once.
 */
export async function draft(input: Input, { caller, now }: Call) {
  const acting = await actingFor(caller, 'notices.draft', input.unit)
  const frame = await frameOf(input, now)
  const saved =
    input.version === undefined
      ? await firstDraft(input, frame, acting, now)
      : await nextDraft(input, input.version, frame, acting, now)
  return { now, draft: summaryOf(saved), gaps: gapsOf(input, frame, now) }
}

async function firstDraft(input: Input, frame: Frame, acting: Acting, now: string): Promise<Notice> {
  const { id = newId(), values, rows, example = false } = input
  const contents = { values, rows }
  const created = await addDraft({ id, contents, frame, acting, example, applications: [] }, now)
  if (created) return created
  const existing = await ownDraft(id, acting)
  if (!isSavedAs(existing, 1, input)) throw new Refusal('CONFLICT', WORDS.draftChanged)
  return existing
}

async function nextDraft(
  input: Input,
  version: number,
  frame: Frame,
  acting: Acting,
  now: string,
): Promise<Notice> {
  const current = await ownDraft(input.id ?? '', acting)
  if (isSavedAs(current, version + 1, input)) return current
  if (current.version !== version) throw new Refusal('CONFLICT', WORDS.draftChanged)
  const changes = {
    ...(await writtenFields(input, frame)),
    example: isExample(input, current) && mayBeExample(frame),
  }
  const recorded = draftRecord(current, input)
  const isSaved = await changeNotice(current, { at: now, by: acting, action: 'drafted', changes, recorded })
  if (!isSaved) throw new Refusal('CONFLICT', WORDS.draftChanged)
  return { ...current, ...changes, version: version + 1, updatedAt: now }
}

/** What was made for households is an example where they are, whatever the page that finishes it says. */
function isExample({ example = false }: Input, current: Notice): boolean {
  return current.applications.length > 0 ? current.example : example
}

/** True where the draft stands at this version just as it is sent: the answer to the first sending was lost. */
function isSavedAs(saved: Notice, version: number, { item, template, ...contents }: Input): boolean {
  const isSameForm = saved.itemId === item && saved.templateId === template
  return saved.version === version && isSameForm && contentsDigest(saved) === contentsDigest(contents)
}
