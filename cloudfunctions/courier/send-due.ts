import type { Instant } from '../../shared/calendar/model'
import type { Stop } from '../../shared/subscription/attempt'
import type { Delivery, MatterRef } from '../../shared/subscription/model'
import { concurrently } from '../kit/concurrently'
import { log } from '../kit/log'
import { now as readNow } from '../kit/now'
import { orElse } from '../kit/or-else'
import { takeBackAbandoned } from './abandoned'
import { composer } from './compose'
import { dueDeliveries, putOffDue, setAside } from './deliveries'
import { type Matter, matterOf } from './matter'
import { type Means, type Result, sendOne } from './send-one'
import { wechatSender } from './wechat'

const BATCH = 100
const MOST_A_RUN = 2000

type Tally = { sent: number; ended: number; waiting: number }

/**
 * Makes one attempt at each delivery that is due; answers how many went out, ended otherwise, and wait. Where
 * WeChat or the platform stops the account, the run ends and all that is due is put off with it.
 */
export async function sendDue(now: Instant, isOverTime: () => boolean): Promise<Tally> {
  const tally: Tally = { sent: 0, ended: 0, waiting: 0 }
  await takeBackAbandoned(now)
  const compose = await composer()
  for (let tried = 0; tried < MOST_A_RUN && !isOverTime(); tried += BATCH) {
    const due = await dueDeliveries(now, BATCH)
    if (due.length === 0) break
    const means = { compose, matterOf: readOnce(), send: await wechatSender() }
    const { results, stop } = await sendBatch(due, means, isOverTime)
    for (const result of results) count(tally, result)
    if (stop) await stopAll(stop)
    if (stop || due.length < BATCH) break
  }
  return tally
}

/** One attempt each. A delivery that fails is set aside; after a stop nothing more is begun. */
async function sendBatch(due: readonly Delivery[], means: Means, isOverTime: () => boolean) {
  const stops: Stop[] = []
  const results = await concurrently(due, async (delivery): Promise<Result> => {
    if (stops.length > 0 || isOverTime()) return 'waiting'
    // Of a delivery only the job is logged: the rest of its id is a person.
    const about = { jobId: delivery.jobId }
    const result = await orElse<Result | 'failed'>('failed', about, () => sendOne(delivery, means))
    if (typeof result === 'object') stops.push(result)
    if (result !== 'failed') return result
    const isEnded = await orElse(false, about, () => setAside(delivery, readNow()))
    return isEnded ? 'ended' : 'waiting'
  })
  return { results, stop: stops[0] }
}

async function stopAll(stop: Stop): Promise<void> {
  log({ level: 'error', event: 'sending-stopped', reason: stop.reason, until: stop.at })
  await putOffDue(stop, readNow())
}

function count(tally: Tally, result: Result): void {
  if (result === 'sent') tally.sent += 1
  else if (result === 'ended') tally.ended += 1
  else if (result !== 'taken') tally.waiting += 1
}

/** The matters of a batch, each read once; one that cannot be read is a failure of its own deliveries only. */
function readOnce(): (ref: MatterRef) => Promise<Matter | null> {
  const reading = new Map<string, Promise<Matter | null>>()
  return ref => {
    const key = `${ref.kind}:${ref.id}`
    const known = reading.get(key) ?? matterOf(ref)
    reading.set(key, known)
    return known
  }
}
