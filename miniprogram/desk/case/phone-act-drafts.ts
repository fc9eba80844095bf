import Taro from '@tarojs/taro'
import { type ActDraft, emptyDraft } from './act-draft'

const INDEX = 'case-drafts'
const PREFIX = 'case-draft:'
const APPEAL = 'case-appeal:'
/** The oldest make room: an investigation that was never finished is not kept for good. */
const MOST = 40

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
