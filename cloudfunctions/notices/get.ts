import { notices } from '../kit/notice-store'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'
import { publicPage } from './public-page'

/** A posted notice as the public may see it now. A draft is answered as if it did not exist. */
export async function get({ id }: { id: string }, { now }: Call) {
  const found = await notices.get(id)
  if (!found || found.status === 'draft') throw new Refusal('NOT_FOUND', WORDS.noticeNotFound)
  return { now, notice: await publicPage(found, now) }
}
