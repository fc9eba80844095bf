import {
  type Attempt,
  type Final,
  judgeAttempt,
  type Stop,
  type Verdict,
} from '../../shared/subscription/attempt'
import type { Credit, Delivery, MatterRef } from '../../shared/subscription/model'
import { clearCredit, creditId, credits, spendCredit } from '../kit/credits'
import { now as readNow } from '../kit/now'
import type { Composer } from './compose'
import { claim, end, putBack } from './deliveries'
import { type Matter, stillStands } from './matter'
import { wouldProve } from './proof'
import type { Send } from './wechat'

/** `taken`: another run has it. A `Stop` is about all deliveries, not this one alone. */
export type Result = 'sent' | 'ended' | 'waiting' | 'taken' | Stop

export type Means = { matterOf: (ref: MatterRef) => Promise<Matter | null>; compose: Composer; send: Send }

/**
 * Makes one attempt at a delivery, where its message is still true and the person has agreed to it. Where it
 * throws after the claim, the delivery is found as abandoned later.
 */
export async function sendOne(delivery: Delivery, { matterOf, compose, send }: Means): Promise<Result> {
  const matter = await matterOf(delivery.matter)
  const now = readNow()
  const endUnsent = async (state: Delivery['state'], reason: string): Promise<Result> =>
    (await end(delivery, 'queued', { state, reason }, now)) ? 'ended' : 'taken'

  if (!matter || !(await stillStands(matter, delivery, now))) return endUnsent('stale', 'overtaken')
  const mayRepeat = !delivery.outcomeUnknown || (await wouldProve(delivery, delivery.updatedAt))
  if (!mayRepeat) return endUnsent('failed', 'no-answer')
  const message = await compose(delivery, matter, now)
  if (!message) return endUnsent('failed', 'nothing-to-say')
  const credit = await credits.get(creditId(delivery.personId, delivery.event))
  const isOneTime = message.kind === 'one-time'
  if (credit?.banned) return endUnsent('refused', 'banned')
  if (isOneTime && (credit?.remaining ?? 0) <= 0) return endUnsent('no-credit', 'no-credit')
  const claimed = await claim(delivery, now)
  if (!claimed) return 'taken'

  const outcome = await send(message)
  const verdict = judgeAttempt(outcome, {
    now: readNow(),
    attempts: claimed.attempts,
    outcomeUnknown: claimed.outcomeUnknown,
    lastCredit: !outcome.answered && (await wouldProve(claimed, claimed.updatedAt)),
  })
  const result = await settle(claimed, outcome, verdict)
  if (verdict.next === 'final' && credit) await account(credit, verdict, isOneTime)
  return result
}

/** What the end of a delivery means for the credit as it was before the attempt. */
async function account(before: Credit, { clearCredit: isVoid, state }: Final, isOneTime: boolean) {
  if (isVoid) return clearCredit(before, readNow())
  if (state === 'sent' && isOneTime) return spendCredit(before.personId, before.event, readNow())
}

/** Writes down what follows from an attempt at a claimed delivery. */
export async function settle(claimed: Delivery, outcome: Attempt, verdict: Verdict): Promise<Result> {
  const now = readNow()
  if (verdict.next === 'final') {
    if (!(await end(claimed, 'sending', verdict, now))) return 'taken'
    return verdict.state === 'sent' ? 'sent' : 'ended'
  }
  const isStop = verdict.next === 'stop'
  // Where the account is stopped, that was no attempt at this delivery.
  const attempts = claimed.attempts - (isStop ? 1 : 0)
  const outcomeUnknown = claimed.outcomeUnknown || !outcome.answered
  await putBack(claimed, { dueAt: verdict.at, reason: verdict.reason, attempts, outcomeUnknown }, now)
  return isStop ? verdict : 'waiting'
}
