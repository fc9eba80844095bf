import { addDays, beijingDate } from '../../shared/calendar/date'
import type { Instant } from '../../shared/calendar/model'
import { dateWords, timeWords } from '../../shared/calendar/words'
import { common } from '../words/common'

/** When a copy was stored, as people say it: `今天 7:40`, `昨天 20:15`, `10月3日 9:00`. */
export function ageWords(storedAt: Instant, now: Instant): string {
  const day = beijingDate(storedAt)
  const today = beijingDate(now)
  const time = timeWords(storedAt).replace(/^0/, '')
  if (day === today) return common.age.today(time)
  if (day === addDays(today, -1)) return common.age.yesterday(time)
  return common.age.earlier(dateWords(day), time)
}
