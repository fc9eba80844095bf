import type { Instant } from '../../shared/calendar/model'
import { type Attempt, judgeAttempt, type Verdict } from '../../shared/subscription/attempt'
import type { Delivery } from '../../shared/subscription/model'
import { concurrently } from '../kit/concurrently'
import { clearCredit, creditId, credits, spendCredit } from '../kit/credits'
import { command } from '../kit/documents'
import { log } from '../kit/log'
import { now as readNow } from '../kit/now'
import { orElse } from '../kit/or-else'
import { composer } from './compose'
import { deliveries } from './deliveries'
import { later } from './later'
import { type Matter, matterOf, stillStands } from './matter'
import { wouldProve } from './proof'
import { wechatSender } from './wechat'

const BATCH = 100
const MOST_A_RUN = 2000
/** A delivery still `sending` after this belongs to a run that died: its outcome is not known. */
const LEASE_SECONDS = 120

type Composer = Awaited<ReturnType<typeof composer>>
type Tally = { sent: number; ended: number; waiting: number }

/** Makes one attempt at each delivery that is due; answers how many went out, ended otherwise, and wait. */
export async function sendDue(now: Instant, isOverTime: () => boolean): Promise<Tally> {
  const tally: Tally = { sent: 0, ended: 0, waiting: 0 }
  await takeBackAbandoned(now)
  const compose = await composer()
  for (let tried = 0; tried < MOST_A_RUN; tried += BATCH) {
    const due = await deliveries.find(
      { state: 'queued', dueAt: command().lte(now) },
      { order: [['dueAt', 'asc']], limit: BATCH },
    )
    const matters = await mattersOf(due)
    const results = await concurrently(due, async one => {
      if (isOverTime()) return 'waiting'
      const matter = matters.get(one.noticeId) ?? null
      return orElse<Result>('waiting', { jobId: one.jobId }, () => attempt(one, matter, compose))
    })
    for (const result of results) count(tally, result)
    const mayGoOn = due.length === BATCH && !results.includes('stop') && !isOverTime()
    if (!mayGoOn) break
  }
  return tally
}

type Result = 'sent' | 'ended' | 'waiting' | 'stop' | 'taken'

function count(tally: Tally, result: Result): void {
  if (result === 'sent') tally.sent += 1
  if (result === 'ended') tally.ended += 1
  if (result === 'waiting' || result === 'stop') tally.waiting += 1
}

async function mattersOf(due: readonly Delivery[]): Promise<Map<string, Matter | null>> {
  const ids = [...new Set(due.map(one => one.noticeId))]
  const found = await concurrently(ids, noticeId => matterOf({ noticeId }))
  return new Map(found.map((matter, index) => [ids[index] ?? '', matter]))
}

async function attempt(delivery: Delivery, matter: Matter | null, compose: Composer): Promise<Result> {
  const now = readNow()
  if (!stillStands(matter, delivery, now)) return end(delivery, 'queued', 'stale', 'overtaken', now)
  const mayRepeat = !delivery.outcomeUnknown || (await wouldProve(delivery, delivery.updatedAt))
  if (!mayRepeat) return end(delivery, 'queued', 'failed', 'no-answer', now)
  const message = await compose(delivery, matter, now)
  if (!message) return end(delivery, 'queued', 'failed', 'nothing-to-say', now)
  const credit = await credits.get(creditId(delivery.personId, delivery.event))
  const isOneTime = message.kind === 'one-time'
  if (credit?.banned) return end(delivery, 'queued', 'refused', 'banned', now)
  if (isOneTime && (credit?.remaining ?? 0) <= 0)
    return end(delivery, 'queued', 'no-credit', 'no-credit', now)
  const send = await wechatSender()
  if (!(await claim(delivery, now))) return 'taken'

  const outcome = await send(message)
  const verdict = judgeAttempt(outcome, {
    now: readNow(),
    attempts: delivery.attempts + 1,
    outcomeUnknown: delivery.outcomeUnknown,
    lastCredit: !outcome.answered && (await wouldProve(delivery, now)),
  })
  return settle(delivery, outcome, verdict, isOneTime)
}

/** False where another run has it. */
async function claim(delivery: Delivery, now: Instant): Promise<boolean> {
  const changes = {
    state: 'sending',
    leaseUntil: later(now, LEASE_SECONDS),
    attempts: delivery.attempts + 1,
    updatedAt: now,
  }
  const asRead = { _id: delivery._id, state: 'queued', attempts: delivery.attempts }
  return (await deliveries.change(asRead, changes)) === 1
}

async function settle(
  delivery: Delivery,
  outcome: Attempt,
  verdict: Verdict,
  isOneTime: boolean,
): Promise<Result> {
  const now = readNow()
  const { personId, event } = delivery
  if (verdict.next === 'final') {
    const result = await end(delivery, 'sending', verdict.state, verdict.reason, now)
    if (verdict.clearCredit) await clearCredit(personId, event, now)
    else if (verdict.state === 'sent' && isOneTime) await spendCredit(personId, event, now)
    return result
  }
  await putBack(delivery, verdict.at, verdict.reason, delivery.outcomeUnknown || !outcome.answered, now)
  if (verdict.next === 'stop') log({ level: 'error', event: 'sending-banned', reason: verdict.reason })
  return verdict.next === 'stop' ? 'stop' : 'waiting'
}

async function end(
  delivery: Delivery,
  from: 'queued' | 'sending',
  state: Delivery['state'],
  reason: string,
  now: Instant,
): Promise<Result> {
  const changes = { state, reason, dueAt: null, leaseUntil: null, updatedAt: now }
  const isEnded = (await deliveries.change({ _id: delivery._id, state: from }, changes)) === 1
  if (!isEnded) return 'taken'
  return state === 'sent' ? 'sent' : 'ended'
}

async function putBack(
  delivery: Delivery,
  dueAt: Instant,
  reason: string,
  outcomeUnknown: boolean,
  now: Instant,
): Promise<void> {
  await deliveries.change(
    { _id: delivery._id, state: 'sending' },
    { state: 'queued', dueAt, leaseUntil: null, reason, outcomeUnknown, updatedAt: now },
  )
}

/** Deliveries of runs that died while sending: judged as attempts without an answer. */
async function takeBackAbandoned(now: Instant): Promise<void> {
  const abandoned = await deliveries.find(
    { state: 'sending', leaseUntil: command().lte(now) },
    { limit: BATCH },
  )
  await concurrently(abandoned, async delivery => {
    const verdict = judgeAttempt(
      { answered: false },
      {
        now,
        attempts: delivery.attempts,
        outcomeUnknown: delivery.outcomeUnknown,
        lastCredit: await wouldProve(delivery, delivery.updatedAt),
      },
    )
    return settle(delivery, { answered: false }, verdict, false)
  })
}
