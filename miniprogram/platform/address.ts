/**
 * A value of the address that a page was opened with. It comes as it was written, or decoded, as the platform has
 * it; cut off in the middle of a character it names nothing.
 */
export function readParam(written = ''): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return ''
  }
}
