import { randomInt } from 'node:crypto'
import * as z from 'zod/mini'
import { beijingDate } from '../../shared/calendar/date'
import type { Instant } from '../../shared/calendar/model'
import { documents } from '../kit/documents'
import { Refusal } from '../kit/refusal'
import { WORDS } from '../kit/words'

const counter = z.object({ _id: z.string(), last: z.int() })
const counters = documents('counters', counter)

/** So many phones would have to hand in within one moment, again and again, before one is refused. */
const MOST_TRIES = 40

/** The next 受理编号 of the year, e.g. SQ2026-000123. A number that is not used in the end leaves a gap. */
export async function nextCaseNo(now: Instant): Promise<string> {
  const _id = `SQ${beijingDate(now).slice(0, 4)}`
  await counters.addOnce({ _id, last: 0 })
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const last = (await counters.get(_id))?.last ?? 0
    const isMine = (await counters.change({ _id, last }, { last: last + 1 })) === 1
    if (isMine) return `${_id}-${String(last + 1).padStart(6, '0')}`
  }
  throw new Refusal('BUSY', WORDS.busy)
}

/** Without I, L, O and U, which are misread on paper. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 10

/** A code of 50 random bits: whoever holds it sees the status, and nobody guesses one. */
export function newTrackCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
