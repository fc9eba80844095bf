import type { CalendarDate } from '../calendar/model'
import type { ReviewCycle } from './definition'
import { addMonths } from './months'

const MONTHS_OF = { month: 1, year: 12 }

/**
 * When a result is next looked at again (动态管理), counted from the decision or the last review; null where the
 * documents give no period. `variant` is one of the cycle's own cases, by its words.
 * @example a yearly cycle from 2026-10-12 // '2027-10-12'
 */
export function reviewDueOn(
  cycle: ReviewCycle,
  from: CalendarDate,
  variant?: string | undefined,
): CalendarDate | null {
  const chosen = cycle.variants.find(({ when }) => when === variant) ?? cycle.every
  return chosen === undefined ? null : addMonths(from, chosen.count * MONTHS_OF[chosen.unit])
}
