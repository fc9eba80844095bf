import { gramsOfWord } from '../../shared/notice/search-grams'
import { command } from '../kit/documents'
import { districtOf } from '../kit/reference'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'
import { cardPage } from './board'

type Input = { district: string; word: string; after?: string; limit?: number }

/** Notices of a district whose title, item or publisher holds the word, latest end first. */
export async function search({ district, word, after, limit }: Input, { now }: Call) {
  const { _id } = await districtOf(district)
  const grams = gramsOfWord(word)
  if (grams.length === 0) throw new Refusal('INVALID_INPUT', WORDS.nothingToSearch)
  const where = { districtId: _id, status: 'published', grams: command().all(grams) }
  return { now, ...(await cardPage(where, { direction: 'desc' }, { after, limit })) }
}
