import * as z from 'zod/mini'
import type { Instant } from '../../shared/calendar/model'
import { notice } from '../../shared/notice/model'
import type { Delivery, Job } from '../../shared/subscription/model'
import { isStillTrue } from '../../shared/subscription/still-true'
import { documents } from '../kit/documents'

const matterSource = z.pick(notice, {
  _id: true,
  status: true,
  districtId: true,
  editionId: true,
  itemId: true,
  itemName: true,
  templateId: true,
  unitCode: true,
  unitName: true,
  boards: true,
  publisher: true,
  title: true,
  window: true,
})
/** A notice as far as a message about it needs it: no contents, no names. */
export type Matter = z.infer<typeof matterSource>

const matters = documents('notices', matterSource)

/** The notice a job is about, or null where it is gone. */
export function matterOf({ noticeId }: Pick<Job, 'noticeId'>): Promise<Matter | null> {
  return matters.get(noticeId)
}

/** Whether the message may be sent, see isStillTrue; of a notice that is gone there is nothing to tell. */
export function stillStands(matter: Matter | null, delivery: Delivery, now: Instant): matter is Matter {
  return matter !== null && isStillTrue(delivery, matter, now)
}
