import Taro from '@tarojs/taro'

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

const INDEX = 'case-drafts'
const PREFIX = 'case-draft:'
const APPEAL = 'case-appeal:'
/** The oldest make room: an investigation that was never finished is not kept for good. */
const MOST = 40

export function draftKey(caseId: string, step: string): string {
  return `${caseId}|${step}`
}

/**
 * Keeps it on the phone, so that a long record outlives a lost network and a closed page.
 * @returns false where the phone has no room
 */
export function keepActDraft(key: string, draft: ActDraft): boolean {
  const keys = [key, ...kept().filter(other => other !== key)]
  for (const old of keys.slice(MOST)) Taro.removeStorageSync(PREFIX + old)
  try {
    Taro.setStorageSync(PREFIX + key, draft)
    Taro.setStorageSync(INDEX, keys.slice(0, MOST))
    return true
  } catch {
    return false
  }
}

export function keptActDraft(key: string): ActDraft | null {
  const draft = Taro.getStorageSync<Partial<ActDraft> | ''>(PREFIX + key)
  return draft ? { ...emptyDraft, ...draft } : null
}

export function forgetActDraft(key: string): void {
  Taro.removeStorageSync(PREFIX + key)
  Taro.setStorageSync(
    INDEX,
    kept().filter(other => other !== key),
  )
}

/** Where to appeal, as the unit's last refusal from this phone said it. */
export function lastAppeal(unit: string): string {
  return Taro.getStorageSync<string | ''>(APPEAL + unit) || ''
}

export function keepAppeal(unit: string, appeal: string): void {
  try {
    Taro.setStorageSync(APPEAL + unit, appeal)
  } catch {
    // The phone is full: next time it is written again.
    Taro.removeStorageSync(APPEAL + unit)
  }
}

function kept(): string[] {
  return Taro.getStorageSync<string[] | ''>(INDEX) || []
}
