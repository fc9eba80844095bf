import type { Instant } from '../../shared/calendar/model'
import { judgeUnsent, type Stop } from '../../shared/subscription/attempt'
import { type Delivery, delivery } from '../../shared/subscription/model'
import { command, documents } from '../kit/documents'
import { later } from './later'
import { findSound } from './sound'

export const deliveries = documents('deliveries', delivery)

/** A delivery still `sending` after this belongs to a run that died: its outcome is not known. */
const LEASE_SECONDS = 120
/** When a delivery that cannot be read is looked at again. */
const ASIDE_SECONDS = 3600

/** Deliveries whose turn has come, the longest waiting first. */
export function dueDeliveries(now: Instant, limit: number): Promise<Delivery[]> {
  const due = { state: 'queued', dueAt: command().lte(now) }
  const aside = { dueAt: later(now, ASIDE_SECONDS) }
  return findSound('deliveries', delivery, due, { order: [['dueAt', 'asc']], limit, aside })
}

/** Deliveries of runs that died while sending. */
export function abandonedDeliveries(now: Instant, limit: number): Promise<Delivery[]> {
  const abandoned = { state: 'sending', leaseUntil: command().lte(now) }
  return findSound('deliveries', delivery, abandoned, {
    limit,
    aside: { leaseUntil: later(now, ASIDE_SECONDS) },
  })
}

/** The delivery taken in hand as it was read; null where another run has it, or it was put off meanwhile. */
export async function claim(read: Delivery, now: Instant): Promise<Delivery | null> {
  const { _id, dueAt, attempts } = read
  const taken = { attempts: attempts + 1, leaseUntil: later(now, LEASE_SECONDS), updatedAt: now }
  const changes = { state: 'sending', ...taken }
  const isTaken = (await deliveries.change({ _id, state: 'queued', attempts, dueAt }, changes)) === 1
  return isTaken ? { ...read, ...taken, state: 'sending' } : null
}

/** The delivery's end; false where it was no longer in the state `from`. */
export async function end(
  { _id, attempts }: Delivery,
  from: 'queued' | 'sending',
  { state, reason }: Pick<Delivery, 'state' | 'reason'>,
  now: Instant,
): Promise<boolean> {
  const changes = { state, reason, attempts, dueAt: null, leaseUntil: null, updatedAt: now }
  return (await deliveries.change({ _id, state: from }, changes)) === 1
}

/** Puts a claimed delivery back to wait. */
export async function putBack(
  { _id }: Delivery,
  waiting: Pick<Delivery, 'dueAt' | 'reason' | 'attempts' | 'outcomeUnknown'>,
  now: Instant,
): Promise<void> {
  const changes = { state: 'queued', leaseUntil: null, updatedAt: now, ...waiting }
  await deliveries.change({ _id, state: 'sending' }, changes)
}

/**
 * Sets a delivery aside that failed before WeChat was asked: it is tried again later, and given up after so many
 * times. `updatedAt` stays, as in `putOffDue`: an earlier attempt without an answer is judged by it.
 */
export async function setAside(read: Delivery, now: Instant): Promise<boolean> {
  const attempts = read.attempts + 1
  const verdict = judgeUnsent({ now, attempts })
  if (verdict.next === 'final') return end({ ...read, attempts }, 'queued', verdict, now)
  const asRead = { _id: read._id, state: 'queued', dueAt: read.dueAt }
  await deliveries.change(asRead, { dueAt: verdict.at, reason: verdict.reason, attempts })
  return false
}

/** Puts off all that is due: one step, after which no run that read them before can claim them. */
export async function putOffDue({ at, reason }: Stop, now: Instant): Promise<void> {
  await deliveries.change({ state: 'queued', dueAt: command().lte(now) }, { dueAt: at, reason })
}
