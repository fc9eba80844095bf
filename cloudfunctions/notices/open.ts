import { frameOfDraft, gapsOf, summaryOf } from '../kit/notice-frame'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'
import { ofOwnUnit } from './own-draft'

/** One draft of the caller's unit with all that was written, to go on with. */
export async function open({ id }: { id: string }, { caller, now }: Call) {
  const { found } = await ofOwnUnit(id, 'notices.open', caller)
  if (found.status !== 'draft') throw new Refusal('CONFLICT', WORDS.alreadyPosted)
  const { values, rows, unitCode, applications } = found
  const gaps = gapsOf(found, await frameOfDraft(found, now), now)
  return { now, draft: summaryOf(found), unit: unitCode, values, rows, gaps, applications }
}
