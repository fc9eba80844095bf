import * as z from 'zod/mini'
import type { Instant } from '../../shared/calendar/model'
import { notice } from '../../shared/notice/model'
import { documents } from '../kit/documents'
import { bringOn } from '../kit/held-publicity'
import { inBatches } from './in-batches'

const source = z.pick(notice, {
  _id: true,
  version: true,
  unitCode: true,
  window: true,
  applications: true,
})
const posted = documents('notices', source)

/** Goes on with every posting, or later end, of which not all applications know yet; answers how many. */
export function catchUp(now: Instant, isOverTime: () => boolean): Promise<number> {
  const find = (limit: number) =>
    posted.findSound({ applicationsBehind: true }, { order: [['_id', 'asc']], limit })
  const work = (one: z.infer<typeof source>) => bringOn(one, now, isOverTime)
  return inBatches({ name: 'applications-behind', find, work, isOverTime })
}
