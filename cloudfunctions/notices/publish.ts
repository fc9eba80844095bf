import type { DraftGap } from '../../shared/contract/notices'
import type { Notice } from '../../shared/notice/model'
import { frameOfDraft, gapsOf, writtenFields } from '../kit/notice-frame'
import { changeNotice } from '../kit/notice-store'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'
import { ofOwnUnit } from './own-draft'
import { postingAt } from './posting'

type Input = { id: string; version: number; days?: number }

/**
 * Posts a draft: its window is computed once, from the rule, the posting instant and the calendar, and stored
 * with its reckoning. Sent again after a lost answer, it answers what the first call did.
 */
export async function publish({ id, version, days }: Input, { caller, now }: Call) {
  const { found, acting } = await ofOwnUnit(id, 'notices.publish', caller)
  if (isPostedFrom(found, version)) return answerOf(found, now)
  if (found.status !== 'draft') throw new Refusal('CONFLICT', WORDS.alreadyPosted)
  if (found.version !== version) throw new Refusal('CONFLICT', WORDS.draftChanged)

  const frame = await frameOfDraft(found, now)
  const gaps = gapsOf(found, frame, now)
  if (gaps.length > 0) throw new Refusal(codeFor(gaps), gapsSentence(gaps))

  const posting = await postingAt(now, frame, found.values.formedOn, days)
  const changes: Partial<Notice> = { status: 'published', ...(await writtenFields(found, frame)), ...posting }
  const isPosted = await changeNotice(found, { at: now, by: acting, action: 'published', changes })
  if (!isPosted) throw new Refusal('CONFLICT', WORDS.draftChanged)
  return { now, id, version: version + 1, window: posting.window }
}

/** True where the notice was posted from the very draft version that the caller names. */
function isPostedFrom(found: Notice, version: number): boolean {
  return found.history.some(entry => entry.action === 'published' && entry.seq === version + 1)
}

function answerOf(found: Notice, now: string) {
  const { _id, version, window } = found
  if (!window) throw new Error(`posted notice ${_id} has no window`)
  return { now, id: _id, version, window }
}

function codeFor(gaps: readonly DraftGap[]) {
  return gaps.some(gap => gap.kind === 'personal-data') ? 'PERSONAL_DATA' : 'NOT_READY'
}

function gapsSentence(gaps: readonly DraftGap[]): string {
  const [first, ...others] = gaps
  const more = others.length > 0 ? `（还有 ${others.length} 处）` : ''
  return first ? `${first.label}：${first.message}${more}` : WORDS.notReady
}
