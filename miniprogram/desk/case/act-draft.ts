export type WrittenNote = { text: string; upheld: '' | 'yes' | 'no' }

export const emptyNote: WrittenNote = { text: '', upheld: '' }

/** What a handler is writing at one step of one case, for whichever way is taken in the end. */
export type ActDraft = {
  /** Materials marked as missing, by their names on the checklist. */
  missing: string[]
  /** Asked for beside the checklist, a line each. */
  own: string
  reason: string
  clause: string
  appeal: string
  date: string
  /** A remark, an objection or an answer, by the way it belongs to: each of two answers keeps its own words. */
  notes: Record<string, WrittenNote>
  /** The record the step writes, by the keys of its form. */
  record: Record<string, string>
}

export const emptyDraft: ActDraft = {
  missing: [],
  own: '',
  reason: '',
  clause: '',
  appeal: '',
  date: '',
  notes: {},
  record: {},
}

export function draftKey(caseId: string, step: string): string {
  return `${caseId}|${step}`
}
