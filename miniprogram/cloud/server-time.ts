import { useDidShow } from '@tarojs/taro'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { beijingDate, endOfDay } from '../../shared/calendar/date'
import type { Instant } from '../../shared/calendar/model'

/** A smaller difference is the way there and back of an answer, and not worth drawing a page anew. */
const NOTICEABLE_MS = 2_000

let aheadOfPhone = 0
const listeners = new Set<() => void>()

/** Learns from an answer's `now` how far the server's clock is from the phone's. */
export function noteServerNow(data: unknown): void {
  if (typeof data !== 'object' || data === null || !('now' in data)) return
  const { now } = data
  const ahead = typeof now === 'string' ? Date.parse(now) - Date.now() : Number.NaN
  const isNews = Math.abs(ahead - aheadOfPhone) > NOTICEABLE_MS
  if (!isNews) return
  aheadOfPhone = ahead
  for (const listener of listeners) listener()
}

/** The server's time as far as the phone can tell: an old phone with a wrong clock shows the right day. */
export function serverNow(): Instant {
  return new Date(Date.now() + aheadOfPhone).toISOString()
}

/**
 * The server's time for a page. Windows change at midnight only, so the page is drawn anew then, when it is
 * shown again, and when an answer shows that the phone's clock is off.
 */
export function useServerNow(): Instant {
  const ahead = useSyncExternalStore(listen, () => aheadOfPhone)
  const [turn, setTurn] = useState(0)
  const next = () => setTurn(before => before + 1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time is read anew at each turn
  const now = useMemo(() => new Date(Date.now() + ahead).toISOString(), [ahead, turn])
  useDidShow(next)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `next` is the same deed each time
  useEffect(() => {
    const untilMidnight = Date.parse(endOfDay(beijingDate(now))) - Date.parse(now)
    const timer = setTimeout(next, untilMidnight + 500)
    return () => clearTimeout(timer)
  }, [now])
  return now
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
