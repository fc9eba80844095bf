import * as z from 'zod/mini'
import type { Instant } from '../../shared/calendar/model'
import { type Delivery, follow, type Job, job as jobSchema } from '../../shared/subscription/model'
import { concurrently } from '../kit/concurrently'
import { command, documents } from '../kit/documents'
import { orElse } from '../kit/or-else'
import { jobs } from '../kit/outbox'
import { deliveries } from './deliveries'
import { later } from './later'
import { audienceOf, matterOf } from './matter'
import { findSound } from './sound'

const follows = documents('follows', z.pick(follow, { _id: true, personId: true }))

const JOBS_AT_ONCE = 20
const PAGE = 100
/** Longer than a run lasts: a job whose run has died is taken up again after it. */
const LEASE_SECONDS = 90
/** When a job that cannot be read is looked at again. */
const ASIDE_SECONDS = 3600
/** What one run writes at most; the cursor keeps the place for the next. */
const MOST_A_RUN = 5000

/**
 * Writes a delivery for each follower of each job that may be told by now; answers how many were new. A job that
 * fails keeps its lease, so that it is not first again in the next minute.
 */
export async function fanOut(now: Instant, isOverTime: () => boolean): Promise<number> {
  let written = 0
  let taken = 0
  do {
    taken = 0
    for (const job of await openJobs(now)) {
      const isEnough = (more: number) => written + more >= MOST_A_RUN || isOverTime()
      if (isEnough(0)) return written
      if (!(await lease(job, now))) continue
      taken += 1
      written += await orElse(0, { jobId: job._id }, () => walkAudience(job, now, isEnough))
    }
  } while (taken > 0)
  return written
}

/** Jobs that nobody has in hand, the longest waiting first. */
function openJobs(now: Instant): Promise<Job[]> {
  const free = { state: 'open', notBefore: command().lte(now), leaseUntil: command().lte(now) }
  return findSound('jobs', jobSchema, free, {
    order: [['notBefore', 'asc']],
    limit: JOBS_AT_ONCE,
    aside: { leaseUntil: later(now, ASIDE_SECONDS) },
  })
}

/** False where another run has the job. */
async function lease(job: Job, now: Instant): Promise<boolean> {
  const free = { _id: job._id, state: 'open', leaseUntil: command().lte(now) }
  return (await jobs.change(free, { leaseUntil: later(now, LEASE_SECONDS) })) === 1
}

/**
 * Goes on from the job's cursor, topic by topic and page by page, and keeps the place after every page: where it
 * is enough for this run, the job is free for the next.
 */
async function walkAudience(job: Job, now: Instant, isEnough: (written: number) => boolean): Promise<number> {
  const matter = await matterOf(job.matter)
  const topics = matter ? audienceOf(matter, job.event) : []
  let written = 0
  for (let index = job.topicIndex; index < topics.length; index++) {
    const after = index === job.topicIndex ? job.afterId : ''
    for await (const page of follows.pages({ topic: topics[index] }, { after, size: PAGE })) {
      const added = await concurrently(page, one => deliveries.addOnce(deliveryTo(one.personId, job, now)))
      written += added.filter(Boolean).length
      await jobs.change({ _id: job._id }, { topicIndex: index, afterId: page.at(-1)?._id ?? '' })
      if (isEnough(written)) {
        await jobs.change({ _id: job._id }, { leaseUntil: now })
        return written
      }
    }
  }
  await jobs.change({ _id: job._id }, { state: 'done' })
  return written
}

function deliveryTo(personId: string, job: Job, now: Instant): Delivery {
  return {
    _id: `${job._id}|${personId}`,
    jobId: job._id,
    matter: job.matter,
    event: job.event,
    round: job.round,
    formerLastDay: job.formerLastDay,
    personId,
    state: 'queued',
    dueAt: now,
    leaseUntil: null,
    attempts: 0,
    outcomeUnknown: false,
    reason: '',
    updatedAt: now,
  }
}
