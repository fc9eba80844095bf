import type { CalendarDate, Instant } from '../../shared/calendar/model'
import type { MessageEvent } from '../../shared/catalog'
import { type Job, job } from '../../shared/subscription/model'
import { documents } from './documents'

export const jobs = documents('jobs', job)

type Telling = {
  noticeId: string
  event: MessageEvent
  windowNumber: number
  /** Tells one event of a window from the next of the same kind, e.g. one calendar from a later one. */
  occasion?: string
  notBefore: Instant
  formerLastDay?: CalendarDate | null
}

/** Puts an event of a notice into the outbox; put in twice, it is there once. */
export async function tell(telling: Telling, now: Instant): Promise<void> {
  const { noticeId, event, windowNumber, occasion, notBefore, formerLastDay = null } = telling
  const entry: Job = {
    _id: [noticeId, event, windowNumber, ...(occasion === undefined ? [] : [occasion])].join(':'),
    noticeId,
    event,
    windowNumber,
    formerLastDay,
    createdAt: now,
    notBefore,
    state: 'open',
    leaseUntil: now,
    topicIndex: 0,
    afterId: '',
  }
  await jobs.addOnce(entry)
}
