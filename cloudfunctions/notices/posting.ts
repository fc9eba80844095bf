import type { Instant } from '../../shared/calendar/model'
import { NEVER, type Notice } from '../../shared/notice/model'
import { reckonDeadline } from '../../shared/publicity/deadline'
import type { WindowRule } from '../../shared/publicity/model'
import { transitionsOf } from '../../shared/publicity/state'
import { openWindow } from '../../shared/publicity/window'
import { type Calendars, readCalendars } from '../kit/calendars'
import type { Frame } from '../kit/notice-frame'

/** What posting adds to a notice: its window, what the clock will do, and whether it came in time. */
export type Posting = Pick<
  Notice,
  'window' | 'deadline' | 'closesBy' | 'calendarRevision' | 'provisional' | 'transitions' | 'nextTransitionAt'
>

/**
 * A posting at an instant by the calendar as it stands.
 * @throws PublicityError for days the rule does not take
 */
export async function postingAt(
  postedAt: Instant,
  frame: Frame,
  formedOn: string | undefined,
  days: number | undefined,
): Promise<Posting & { window: NonNullable<Notice['window']> }> {
  const { district, rule } = frame
  const calendars = await readCalendars()
  const window = openWindow({
    rule,
    postedAt,
    calendar: calendars.of(district._id),
    number: 1,
    days,
    countPostingDay: district.rules.postingDay.counted,
  })
  const transitions = transitionsOf(window)
  const deadline = deadlineFrom(formedOn, frame, calendars)
  const isWatched = window.closesAt !== null || deadline?.provisional === true
  return {
    window,
    deadline,
    closesBy: window.closesAt ?? NEVER,
    calendarRevision: isWatched ? calendars.revision : null,
    provisional: window.reckoning?.provisional ?? false,
    transitions,
    nextTransitionAt: transitions[0]?.at ?? null,
  }
}

/** The catalog's deadline for the item, counted from the day the information was formed. */
function deadlineFrom(formedOn: string | undefined, { item, district }: Frame, calendars: Calendars) {
  const rule = item.deadlines.find(one => one.kind === 'disclosure')
  return rule && formedOn ? reckonDeadline(rule, formedOn, calendars.of(district._id)) : null
}

/** The fewest days the rule allows, or null where it has no end. */
export function minimumDays(rule: WindowRule): number | null {
  return rule.mode === 'long-term' ? null : rule.days
}
