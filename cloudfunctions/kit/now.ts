import type { Instant } from '../../shared/calendar/model'

/** The one place where a function reads the time. */
export function now(): Instant {
  return new Date().toISOString()
}
