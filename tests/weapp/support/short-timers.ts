const SHORT_MS = 100

type Timer = ReturnType<typeof setTimeout>

/**
 * The timers of the app's scripts, counted. React works through timers on a phone: while a short one waits,
 * there may be more to draw. Long ones (a pause in typing, midnight) are no reason to wait.
 */
export function shortTimers() {
  const waiting = new Set<Timer>()
  return {
    areWaiting: () => waiting.size > 0,
    setTimeout(work: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): Timer {
      const timer: Timer = setTimeout(() => {
        waiting.delete(timer)
        work(...args)
      }, ms)
      if (ms <= SHORT_MS) waiting.add(timer)
      return timer
    },
    clearTimeout(timer: Timer): void {
      waiting.delete(timer)
      clearTimeout(timer)
    },
  }
}
