import type { DraftGap } from '../../shared/contract/notices'
import type { Notice } from '../../shared/notice/model'
import { bringOn } from '../kit/held-publicity'
import { frameOfDraft, gapsOf, writtenFields } from '../kit/notice-frame'
import { changeNotice } from '../kit/notice-store'
import { orElse } from '../kit/or-else'
import { Refusal } from '../kit/refusal'
import { runLimit } from '../kit/run-limit'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'
import { householdsOf, moreDaysFor, refuseUnlessHeld } from './held-households'
import { ofOwnUnit } from './own-draft'
import { postingAt } from './posting'

/** The function itself is ended after 10 s. */
const SECONDS_FOR_HOUSEHOLDS = 4

type Input = { id: string; version: number; days?: number }

/**
 * Posts a draft: its window is computed once, from the rule, the posting instant and the calendar, and stored
 * with its reckoning. Sent again after a lost answer, it answers what the first call did.
 *
 * Households whose publicity step it is come on with it: here as far as a phone waits, by the clock for the rest.
 */
export async function publish({ id, version, days }: Input, { caller, now }: Call) {
  const { found, acting } = await ofOwnUnit(id, 'notices.publish', caller)
  if (isPostedFrom(found, version)) return answerOf(found, now)
  if (found.status !== 'draft') throw new Refusal('CONFLICT', WORDS.alreadyPosted)
  if (found.version !== version) throw new Refusal('CONFLICT', WORDS.draftChanged)

  const frame = await frameOfDraft(found, now)
  const gaps = gapsOf(found, frame, now)
  if (gaps.length > 0) throw new Refusal(codeFor(gaps), gapsSentence(gaps))

  const households = await householdsOf(found)
  const forAll = days ?? moreDaysFor(households, frame, now)
  const posting = await postingAt(now, frame, found.values.formedOn, forAll)
  refuseUnlessHeld(found, households, frame, posting.window, now)
  const applicationsBehind = found.applications.length > 0
  const written = await writtenFields(found, frame)
  const changes: Partial<Notice> = { status: 'published', ...written, ...posting, applicationsBehind }
  const isPosted = await changeNotice(found, { at: now, by: acting, action: 'published', changes })
  if (!isPosted) throw new Refusal('CONFLICT', WORDS.draftChanged)
  const posted = { ...found, ...posting, version: version + 1 }
  if (applicationsBehind) await bringOnForAWhile(posted, now)
  return { now, id, version: posted.version, window: posting.window }
}

/** Posted is posted: what fails here, or takes longer, is the clock's. */
function bringOnForAWhile(posted: Notice, now: string): Promise<boolean> {
  const about = { work: 'applications-behind', id: posted._id }
  return orElse(false, about, () => bringOn(posted, now, runLimit(SECONDS_FOR_HOUSEHOLDS)))
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
