import type { Notice } from '../../shared/notice/model'
import { frameOfDraft, gapsOf } from '../kit/notice-frame'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'
import { daysForAll, householdsOf, moreDaysFor } from './held-households'
import { ofOwnUnit } from './own-draft'
import { postingAt } from './posting'
import { publicPage } from './public-page'

/** What the public would see, and until when, were the draft posted now. */
export async function preview({ id, days }: { id: string; days?: number }, { caller, now }: Call) {
  const { found } = await ofOwnUnit(id, 'notices.preview', caller)
  if (found.status !== 'draft') throw new Refusal('CONFLICT', WORDS.alreadyPosted)
  const frame = await frameOfDraft(found, now)
  const households = await householdsOf(found)
  const forAll = days ?? moreDaysFor(households, frame, now)
  const posting = await postingAt(now, frame, found.values.formedOn, forAll)
  const posted: Notice = { ...found, ...posting, rule: frame.rule, status: 'published' }
  return {
    now,
    notice: await publicPage(posted, now),
    gaps: gapsOf(found, frame, now),
    minimumDays: daysForAll(households, frame, now),
  }
}
