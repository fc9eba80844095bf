import { beijingDate } from '../../../shared/calendar/date'
import type { Instant } from '../../../shared/calendar/model'
import type { NoticePage } from '../../../shared/contract/notices'

/**
 * The server takes the names away at the second of the close. A page left open over midnight, or drawn from the
 * phone's copy, must do the same by itself.
 */
export function withoutGoneNames(notice: NoticePage, now: Instant): NoticePage {
  const { list } = notice
  const areGone = list !== null && list.goneFrom !== null && beijingDate(now) >= list.goneFrom
  if (!areGone) return notice
  return { ...notice, list: { ...list, rows: [], names: 'retired' } }
}
