import type { WindowRule } from '../../shared/publicity/model'
import { Refusal } from './refusal'
import { WORDS } from './words'

/** The longest window a person may choose, against a slip of the finger. */
const MOST_DAYS = 366

/** The days asked for, where the rule lets them be: a window may be lengthened, never shortened. */
export function checkedDays(rule: WindowRule, days: number | undefined): number | undefined {
  if (days === undefined) return undefined
  if (rule.mode === 'long-term') throw new Refusal('INVALID_INPUT', WORDS.longTermDays)
  const isTooFew = days < rule.days
  if (isTooFew || days > MOST_DAYS) throw new Refusal('INVALID_INPUT', WORDS.badDays(rule.days))
  return days
}
