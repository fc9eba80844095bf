import type { CalendarDate } from '../calendar/model'
import type { WorkCalendar } from '../calendar/work-calendar'
import type { DeadlineRule, Reckoning } from './model'
import { reckonPeriod } from './reckon'

/**
 * By when a matter must be disclosed, counted from the day after the event (formed, changed, obtained; request
 * received; work completed). 政府信息公开条例第二十六条: within 20 working days of forming or changing; a
 * district's own shorter limit is its rule.
 * @throws PublicityError `days-invalid`, `days-too-many`; CalendarError `date-invalid`, `date-out-of-range`
 * @example 20 working days from 2026-09-28 // lastDay 2026-10-30
 */
export function reckonDeadline(
  rule: DeadlineRule,
  eventDate: CalendarDate,
  calendar: WorkCalendar,
): Reckoning {
  return reckonPeriod({ days: rule.days, unit: rule.unit }, eventDate, calendar, 'next-day')
}
