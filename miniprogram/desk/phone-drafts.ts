import Taro from '@tarojs/taro'
import type { Draft, Values } from './compose/draft'

const INDEX = 'desk-drafts'
const PREFIX = 'desk-draft:'
const CONTACTS = 'desk-contacts:'

/**
 * Keeps a draft on the phone, so that nothing written is lost with the network.
 * @returns false where the phone has no room
 */
export function keepDraft(draft: Draft): boolean {
  const ids = kept()
  try {
    Taro.setStorageSync(PREFIX + draft.id, draft)
    if (!ids.includes(draft.id)) Taro.setStorageSync(INDEX, [draft.id, ...ids])
    return true
  } catch {
    return false
  }
}

export function keptDraft(id: string): Draft | null {
  return Taro.getStorageSync<Draft | ''>(PREFIX + id) || null
}

/** The drafts of a unit with something that the server does not have. */
export function unsentDrafts(unit: string): Draft[] {
  return kept().flatMap(id => {
    const draft = keptDraft(id)
    return draft && draft.unit === unit && !draft.isSent ? [draft] : []
  })
}

export function forgetDraft(id: string): void {
  Taro.removeStorageSync(PREFIX + id)
  Taro.setStorageSync(
    INDEX,
    kept().filter(other => other !== id),
  )
}

/** Where to ask, as the unit's last notice from this phone said it. */
export function lastContacts(unit: string): Values {
  return Taro.getStorageSync<Values | ''>(CONTACTS + unit) || {}
}

export function keepContacts(unit: string, contacts: Values): void {
  try {
    Taro.setStorageSync(CONTACTS + unit, contacts)
  } catch {
    // The phone is full: next time they are written again.
    Taro.removeStorageSync(CONTACTS + unit)
  }
}

function kept(): string[] {
  return Taro.getStorageSync<string[] | ''>(INDEX) || []
}
