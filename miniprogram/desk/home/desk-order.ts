import type { Instant } from '../../../shared/calendar/model'
import type { DraftSummary } from '../../../shared/contract/notices'
import type { WindowFace } from '../../../shared/publicity/model'

export type PostedSummary = DraftSummary & { window: WindowFace }

/** What was posted, in the order it asks for attention: what ends soonest, what has no end, what has ended. */
export function deskOrder(posted: readonly DraftSummary[], now: Instant): PostedSummary[] {
  const hung = posted.flatMap(one => (one.window ? [{ ...one, window: one.window }] : []))
  const rank = (face: WindowFace) => (face.closesAt === null ? 1 : face.closesAt > now ? 0 : 2)
  return hung.sort((a, b) => {
    const byRank = rank(a.window) - rank(b.window)
    if (byRank !== 0) return byRank
    const [first, second] = [a.window.closesAt ?? a.updatedAt, b.window.closesAt ?? b.updatedAt]
    const soonestFirst = rank(a.window) === 0
    return (first < second ? -1 : 1) * (soonestFirst ? 1 : -1)
  })
}

/** How many hang now. */
export function runningOf(posted: readonly PostedSummary[], now: Instant): number {
  return posted.filter(({ window }) => window.closesAt === null || window.closesAt > now).length
}
