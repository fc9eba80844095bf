import * as z from 'zod/mini'
import type { Instant } from '../../shared/calendar/model'
import { notice } from '../../shared/notice/model'
import type { Delivery, Job } from '../../shared/subscription/model'
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

/**
 * Whether the message is still true when it is about to be sent: the notice stands, its window was not
 * restarted, and what is announced has not been overtaken (an opening after the close).
 */
export function stillStands(
  matter: Matter | null,
  { event, windowNumber }: Pick<Delivery, 'event' | 'windowNumber'>,
  now: Instant,
): matter is Matter {
  if (matter?.status !== 'published' || matter.window?.number !== windowNumber) return false
  const { closesAt } = matter.window
  const isClosed = closesAt !== null && closesAt <= now
  return event === 'notice-closed' ? isClosed : !isClosed
}
