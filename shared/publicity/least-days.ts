import type { Instant } from '../calendar/model'
import type { WorkCalendar } from '../calendar/work-calendar'
import type { WindowRule } from './model'
import { openWindow } from './window'

/** More than any rule of the districts asks for; a count that does not end by then is a slip in the data. */
const MOST_MORE_DAYS = 120

/**
 * The fewest days, in the rule's own unit, for which a notice posted now is up as long as the other rules want too;
 * null for 长期公开. Seven days and five working days cannot be compared but by the day on which they end.
 * @throws RangeError where no number of days is enough
 */
export function leastDays(
  rule: WindowRule,
  others: readonly WindowRule[],
  posting: { postedAt: Instant; calendar: WorkCalendar; countPostingDay: boolean },
): number | null {
  if (rule.mode === 'long-term') return null
  const closeOf = (one: WindowRule, days?: number) =>
    openWindow({ ...posting, rule: one, number: 1, days }).closesAt
  const wanted = others.map(other => closeOf(other) ?? '')
  for (let days = rule.days; days <= rule.days + MOST_MORE_DAYS; days++) {
    const closesAt = closeOf(rule, days) ?? ''
    if (wanted.every(least => closesAt >= least)) return days
  }
  throw new RangeError('no number of days is as long as the other rules want')
}
