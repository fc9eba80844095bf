import type { ActionKey } from '../../shared/access/table'
import type { Notice } from '../../shared/notice/model'
import { type Acting, actingFor, type Caller } from '../kit/caller'
import { notices } from '../kit/notice-store'
import { Refusal } from '../kit/refusal'
import { WORDS } from '../kit/words'

/**
 * A draft of the unit the caller acts for.
 * The answer is the same whether there is no such draft or it is another unit's.
 */
export async function ownDraft(id: string, acting: Acting): Promise<Notice> {
  const found = await notices.get(id)
  if (found?.unitCode !== acting.unit) throw new Refusal('NOT_FOUND', WORDS.draftNotFound)
  if (found.status !== 'draft') throw new Refusal('CONFLICT', WORDS.alreadyPosted)
  return found
}

/** A notice of a unit the caller may do the action for; the same answer whether it is missing or another's. */
export async function ofOwnUnit(
  id: string,
  action: ActionKey,
  caller: Caller,
): Promise<{ found: Notice; acting: Acting }> {
  const found = await notices.get(id)
  try {
    if (found) return { found, acting: await actingFor(caller, action, found.unitCode) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  throw new Refusal('NOT_FOUND', WORDS.draftNotFound)
}
