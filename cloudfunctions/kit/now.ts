import type { Instant } from '../../shared/calendar/model'

/** The instant an action or a run goes by. */
export function now(): Instant {
  return new Date().toISOString()
}
