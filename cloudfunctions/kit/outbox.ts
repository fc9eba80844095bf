import type { CalendarDate, Instant } from '../../shared/calendar/model'
import type { MessageEvent } from '../../shared/catalog'
import { type Job, job, type MatterRef } from '../../shared/subscription/model'
import { documents } from './documents'

export const jobs = documents('jobs', job)

type Telling = {
  matter: MatterRef
  event: MessageEvent
  /** What is so now: the number of a notice's window, of an application how often it has moved. */
  round: number
  /** Tells one event of a round from the next of the same kind, e.g. one calendar from a later one. */
  occasion?: string
  notBefore: Instant
  formerLastDay?: CalendarDate | null
}

/** Puts an event into the outbox; put in twice, it is there once. */
export async function tell(telling: Telling, now: Instant): Promise<void> {
  const { matter, event, round, occasion, notBefore, formerLastDay = null } = telling
  const entry: Job = {
    _id: [matter.kind, matter.id, event, round, ...(occasion === undefined ? [] : [occasion])].join(':'),
    matter,
    event,
    round,
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
