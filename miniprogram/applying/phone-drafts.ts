import Taro from '@tarojs/taro'
import { trialIdentity } from '../cloud/trial-identity'
import { forgetFile } from '../files'
import { type ApplyDraft, isBegun } from './draft'

const INDEX = 'apply-drafts'
/** One more when the stored shape changes, so that an old draft is not read as a new one. */
const PREFIX = 'apply-draft1:'
/** What this opening of the app wrote: there even where the phone has no room for more. */
const written = new Map<string, ApplyDraft>()

/** Whose drafts are shown and sent: in WeChat a phone is one person's, in a trial the chosen identity's. */
export function holder(): string {
  return trialIdentity()?.id ?? ''
}

/**
 * Keeps an application that is being written, so that nothing is lost with the network.
 * @returns false where the phone has no room
 */
export function keepDraft(draft: ApplyDraft): boolean {
  const ids = kept()
  written.set(draft.id, draft)
  try {
    Taro.setStorageSync(PREFIX + draft.id, draft)
    if (!ids.includes(draft.id)) Taro.setStorageSync(INDEX, [draft.id, ...ids])
    return true
  } catch {
    return false
  }
}

export function keptDraft(id: string): ApplyDraft | null {
  return written.get(id) ?? (Taro.getStorageSync<ApplyDraft | ''>(PREFIX + id) || null)
}

/** The holder's drafts in which something is written, the newest first. */
export function keptDrafts(): ApplyDraft[] {
  const whose = holder()
  const ids = new Set([...written.keys(), ...kept()])
  const drafts = [...ids].flatMap(id => keptDraft(id) ?? [])
  return drafts
    .filter(draft => draft.whose === whose && isBegun(draft))
    .sort((one, other) => other.changedAt.localeCompare(one.changedAt))
}

/** Removes a draft with its photos. */
export async function forgetDraft({ id, files }: ApplyDraft): Promise<void> {
  written.delete(id)
  Taro.removeStorageSync(PREFIX + id)
  Taro.setStorageSync(
    INDEX,
    kept().filter(other => other !== id),
  )
  // A photo that is gone already hinders nothing; the draft is what counted.
  await Promise.allSettled(files.map(({ local }) => forgetFile(local)))
}

function kept(): string[] {
  return Taro.getStorageSync<string[] | ''>(INDEX) || []
}
