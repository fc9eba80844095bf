/**
 * For a timer's run: the answer turns true when nothing more should be begun after so many seconds, so that a
 * run ends by itself and is not killed with work in hand: its function is ended after 60 s, and one call to
 * WeChat or the database may take 15. Measured, not read from the clock, which may be set meanwhile.
 */
export function runLimit(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000
  return () => performance.now() >= end
}

/**
 * Limits for the parts of one run, asked for as each begins: what a part leaves of its share goes to those after it,
 * and none can take theirs.
 */
export function fairShares(seconds: number, parts: number): () => () => boolean {
  const end = performance.now() + seconds * 1000
  let left = parts
  return () => {
    const share = (end - performance.now()) / 1000 / left
    left -= 1
    return runLimit(share)
  }
}
