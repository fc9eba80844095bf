import type { BoardStatus } from '../../shared/contract/notices'
import { unitOf } from '../kit/reference'
import type { Call } from '../kit/serve'
import { cardPage, spanOf } from './board'

type Input = { unit: string; status?: BoardStatus; item?: string; after?: string; limit?: number }

/** The board of a village, a township or a district: what was posted there, above it for it, and within it. */
export async function list({ unit: code, status = 'open', item, after, limit }: Input, { now }: Call) {
  const unit = await unitOf(code)
  const where = { boards: code, status: 'published', ...(item === undefined ? {} : { itemId: item }) }
  return {
    now,
    unit: { code, name: unit.name, districtId: unit.districtId },
    ...(await cardPage(where, spanOf(status, now), { after, limit })),
  }
}
