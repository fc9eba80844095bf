/** A timer's function is ended after 60 s, and one call to WeChat or the database may take 15 of them. */
const RUN_MS = 40_000

/**
 * For a timer's run: the answer turns true when nothing more should be begun, so that a run ends by itself and
 * is not killed with work in hand. Measured, not read from the clock, which may be set meanwhile.
 */
export function runLimit(): () => boolean {
  const end = performance.now() + RUN_MS
  return () => performance.now() >= end
}
