import { addDays, at } from '../calendar/date'
import type { Instant } from '../calendar/model'
import { faceOf, faceState } from './face'
import type { PublicityWindow, Transition, WindowState } from './model'

const CLOSING_TIME_OF_DAY = '09:00'

/** Where a window stands at an instant, see faceState. @throws CalendarError `instant-invalid` */
export function windowState(window: PublicityWindow, now: Instant): WindowState {
  return faceState(faceOf(window), now)
}

/**
 * What happens to a window and when: it opens as it is posted; at 09:00 Beijing on the calendar day before its
 * last it is about to close; it closes at 24:00 of its last day. A window posted when it was already about to
 * close skips that step, one without an end has only the first.
 */
export function transitionsOf({ opensAt, closesAt, reckoning }: PublicityWindow): Transition[] {
  const opened: Transition = { event: 'opened', at: opensAt }
  if (closesAt === null || reckoning === null) return [opened]
  const closed: Transition = { event: 'closed', at: closesAt }
  const closingAt = at(addDays(reckoning.lastDay, -1), CLOSING_TIME_OF_DAY)
  return opensAt < closingAt ? [opened, { event: 'closing', at: closingAt }, closed] : [opened, closed]
}
