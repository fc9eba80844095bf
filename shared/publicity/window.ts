import { beijingDate, endOfDay } from '../calendar/date'
import type { CalendarDate, Instant } from '../calendar/model'
import type { WorkCalendar } from '../calendar/work-calendar'
import { type CountsFrom, checkDays } from './count-days'
import { PublicityError } from './errors'
import type { PublicityWindow, Reckoning, WindowRule } from './model'
import { type Reading, reckonDisputed, reckonPeriod } from './reckon'

type TimedRule = Exclude<WindowRule, { mode: 'long-term' }>

/**
 * The window of a notice posted at an instant. It opens at once: an objection made on the posting day is heard,
 * though the day is not counted (民法典第二百零一条). It closes at 24:00 Beijing of its last day
 * (民法典第二百零三条), `closesAt` being the first instant after it.
 *
 * `days` lengthens the window, in the rule's own unit; a rule's days are the least there may be.
 * `countPostingDay` is for a district whose data say that the day of posting is day one. A posting on a day off
 * is fine: counting in working days begins on the next.
 *
 * @throws PublicityError `window-shortened`, `days-invalid`, `days-too-many`, `window-has-no-end`,
 *   `window-number-invalid`; CalendarError `instant-invalid`, `date-out-of-range`
 */
export function openWindow({
  rule,
  postedAt,
  calendar,
  number,
  days,
  countPostingDay = false,
}: {
  rule: WindowRule
  postedAt: Instant
  calendar: WorkCalendar
  number: number
  days?: number | undefined
  countPostingDay?: boolean | undefined
}): PublicityWindow {
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new PublicityError('window-number-invalid', '第几次公示要从 1 数起')
  }
  const postedOn = beijingDate(postedAt)
  const opened = { number, postedAt, opensAt: postedAt }
  if (rule.mode === 'long-term') {
    if (days !== undefined) throw new PublicityError('window-has-no-end', '长期公开没有截止日，不用填天数')
    return { ...opened, closesAt: null, reckoning: null }
  }
  if (days !== undefined) checkDays(days)
  if (days !== undefined && days < rule.days) {
    throw new PublicityError('window-shortened', `公示期不能少于 ${rule.days} 天，只能加长`)
  }
  const countsFrom = countPostingDay ? 'event-day' : 'next-day'
  return withEnd(opened, reckonWindow(rule, days, postedOn, calendar, countsFrom))
}

/**
 * The window as a later calendar has it: a year announced since, a district's day changed.
 *
 * Never closes earlier than it was promised to. People plan by the end that was posted, and a window may be
 * lengthened but not shortened; so where the calendar turns out to have more working days than was thought, the
 * window is lengthened by whole days until it ends on or after the promised day, and its reckoning says how many.
 * The caller leaves closed windows alone: what has ended does not open again.
 *
 * @throws as openWindow
 */
export function recomputeWindow(
  window: PublicityWindow,
  rule: WindowRule,
  calendar: WorkCalendar,
): PublicityWindow {
  if (rule.mode === 'long-term' || !window.reckoning) return window
  return reopened(window, window.reckoning, rule, lengthenedDays(window.reckoning, rule), calendar)
}

/**
 * The window with more days, in the rule's own unit.
 * @throws PublicityError `window-shortened` for fewer days than it has, `window-has-no-end` for 长期公开,
 *   `days-invalid`, `days-too-many`
 */
export function lengthenWindow(
  window: PublicityWindow,
  rule: WindowRule,
  days: number,
  calendar: WorkCalendar,
): PublicityWindow {
  if (rule.mode === 'long-term' || !window.reckoning) {
    throw new PublicityError('window-has-no-end', '长期公开没有截止日，不用加长')
  }
  checkDays(days)
  if (days < window.reckoning.days) {
    throw new PublicityError('window-shortened', `现在是 ${window.reckoning.days} 天，只能加长，不能缩短`)
  }
  if (days === window.reckoning.days) return window
  return reopened(window, window.reckoning, rule, days, calendar)
}

/** The promised window reckoned anew: with the days asked for, or with as many more as keep the promised end. */
function reopened(
  window: PublicityWindow,
  promised: Reckoning,
  rule: TimedRule,
  days: number | undefined,
  calendar: WorkCalendar,
): PublicityWindow {
  const countsFrom = promised.calendar[0]?.reason === 'event' ? 'next-day' : 'event-day'
  const reckonWith = (asked: number | undefined) =>
    reckonWindow(rule, asked, promised.eventDate, calendar, countsFrom)
  let reckoning = reckonWith(days)
  for (let more = days ?? rule.days; reckoning.lastDay < promised.lastDay; more++)
    reckoning = reckonWith(more)
  return withEnd(window, reckoning)
}

function withEnd(
  { number, postedAt, opensAt }: Pick<PublicityWindow, 'number' | 'postedAt' | 'opensAt'>,
  reckoning: Reckoning,
): PublicityWindow {
  return { number, postedAt, opensAt, closesAt: endOfDay(reckoning.lastDay), reckoning }
}

/** `days` where the window is longer than its rule asks; each reading then has at least that many. */
function reckonWindow(
  rule: TimedRule,
  days: number | undefined,
  postedOn: CalendarDate,
  calendar: WorkCalendar,
  countsFrom: CountsFrom,
): Reckoning {
  const atLeast = (reading: Reading) => ({ ...reading, days: Math.max(reading.days, days ?? 0) })
  const [own, ...others] = readingsOf(rule)
  if (!rule.dispute) return reckonPeriod(atLeast(own), postedOn, calendar, countsFrom)
  const readings: [Reading, ...Reading[]] = [atLeast(own), ...others.map(atLeast)]
  return reckonDisputed(rule.dispute.term, readings, postedOn, calendar, countsFrom)
}

/** The rule's own reading first, so that it is taken where others end on the same day; then the documents' others. */
function readingsOf(rule: TimedRule): [Reading, ...Reading[]] {
  const listed = rule.dispute?.readings ?? []
  const isOwn = (reading: Reading) => reading.days === rule.days && reading.unit === rule.unit
  const own = listed.find(isOwn) ?? { days: rule.days, unit: rule.unit, source: rule.basis }
  return [own, ...listed.filter(reading => !isOwn(reading))]
}

/** The days a stored window was lengthened to; undefined where it is as its rule has it. */
function lengthenedDays(stored: Reckoning, rule: TimedRule): number | undefined {
  const storedDays = stored.dispute?.readings.map(reading => reading.days) ?? [stored.days]
  const isLengthened = readingsOf(rule).some((reading, index) => (storedDays[index] ?? 0) > reading.days)
  return isLengthened ? storedDays[0] : undefined
}
