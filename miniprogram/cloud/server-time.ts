import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { beijingDate, endOfDay } from '../../shared/calendar/date'
import type { Instant } from '../../shared/calendar/model'

let aheadOfPhone = 0

/** Learns from an answer's `now` how far the server's clock is from the phone's. */
export function noteServerNow(data: unknown): void {
  if (typeof data !== 'object' || data === null || !('now' in data)) return
  const { now } = data
  const serverTime = typeof now === 'string' ? Date.parse(now) : Number.NaN
  if (!Number.isNaN(serverTime)) aheadOfPhone = serverTime - Date.now()
}

/** The server's time as far as the phone can tell: an old phone with a wrong clock shows the right day. */
export function serverNow(): Instant {
  return new Date(Date.now() + aheadOfPhone).toISOString()
}

/**
 * The server's time for a page. Windows change at midnight only, so that is when the page is drawn anew, and
 * when it is shown again; `loadedAt` (an answer's `now`) draws it anew with fresh data.
 */
export function useServerNow(loadedAt?: Instant): Instant {
  const [now, setNow] = useState(serverNow)
  useDidShow(() => setNow(serverNow()))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer may have moved the server's time
  useEffect(() => setNow(serverNow()), [loadedAt])
  useEffect(() => {
    const untilMidnight = Date.parse(endOfDay(beijingDate(now))) - Date.parse(now)
    const timer = setTimeout(() => setNow(serverNow()), untilMidnight + 500)
    return () => clearTimeout(timer)
  }, [now])
  return now
}
