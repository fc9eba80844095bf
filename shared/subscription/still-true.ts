import type { Instant } from '../calendar/model'
import type { Notice } from '../notice/model'
import { windowState } from '../publicity/state'
import type { Delivery } from './model'

/**
 * Whether a message says what is so when it is about to be sent: the notice stands, its window was not
 * restarted, and what is announced has not been overtaken: no opening after the close, and no end that has
 * moved away since, as a later calendar may do.
 */
export function isStillTrue(
  { event, round }: Pick<Delivery, 'event' | 'round'>,
  { status, window }: Pick<Notice, 'status' | 'window'>,
  now: Instant,
): boolean {
  if (status !== 'published' || window?.number !== round) return false
  const { phase } = windowState(window, now)
  if (event === 'notice-closed') return phase === 'closed'
  if (event === 'notice-closing') return phase === 'closing'
  return phase !== 'closed'
}
