import { actingFor } from '../kit/caller'
import { summaries, summaryOf } from '../kit/notice-frame'
import type { Call } from '../kit/serve'

const SHOWN = 50

/** The unit's drafts and what it posted, latest first. */
export async function desk({ unit }: { unit: string }, { caller, now }: Call) {
  const acting = await actingFor(caller, 'notices.desk', unit)
  const latest = (status: string) =>
    summaries.find({ unitCode: acting.unit, status }, { order: [['updatedAt', 'desc']], limit: SHOWN })
  const [drafts, posted] = await Promise.all([latest('draft'), latest('published')])
  return { now, drafts: drafts.map(summaryOf), posted: posted.map(summaryOf) }
}
