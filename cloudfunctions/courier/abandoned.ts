import type { Instant } from '../../shared/calendar/model'
import { type Attempt, judgeAttempt } from '../../shared/subscription/attempt'
import type { Delivery } from '../../shared/subscription/model'
import { concurrently } from '../kit/concurrently'
import { orElse } from '../kit/or-else'
import { abandonedDeliveries } from './deliveries'
import { wouldProve } from './proof'
import { settle } from './send-one'

const MOST_A_RUN = 100
const NO_ANSWER: Attempt = { answered: false }

/** Takes back the deliveries of runs that died while sending: judged as attempts without an answer. */
export async function takeBackAbandoned(now: Instant): Promise<void> {
  const abandoned = await abandonedDeliveries(now, MOST_A_RUN)
  await concurrently(abandoned, one => orElse(undefined, { jobId: one.jobId }, () => takeBack(one, now)))
}

async function takeBack(delivery: Delivery, now: Instant): Promise<void> {
  const { attempts, outcomeUnknown, updatedAt } = delivery
  const lastCredit = await wouldProve(delivery, updatedAt)
  const verdict = judgeAttempt(NO_ANSWER, { now, attempts, outcomeUnknown, lastCredit })
  await settle(delivery, NO_ANSWER, verdict)
}
