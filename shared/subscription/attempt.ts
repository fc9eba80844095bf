import { addDays, at, beijingDate } from '../calendar/date'
import type { Instant } from '../calendar/model'

/** How an attempt to send ended: WeChat's error code, or no answer at all (time-out, connection lost, a crash). */
export type Attempt = { answered: true; errcode: number } | { answered: false }

/** `stop` is about the account: nothing of it goes out before `at`. The others are about one delivery. */
export type Verdict = Final | Again | Stop
export type Final = {
  next: 'final'
  state: 'sent' | 'refused' | 'failed'
  reason: string
  clearCredit: boolean
}
export type Again = { next: 'again'; at: Instant; reason: string }
export type Stop = { next: 'stop'; at: Instant; reason: string }

/** What is known when an attempt ends. */
export type Circumstance = {
  now: Instant
  /** How many attempts there have been, this one included. */
  attempts: number
  /** An earlier attempt ended without an answer. */
  outcomeUnknown: boolean
  /** The template is a one-time one and the person has had exactly one credit since before the attempt. */
  lastCredit: boolean
}

const OK = 0
/** WeChat is busy. */
const BUSY = -1
/** Not subscribed, or the one-time credit is used up. */
const NOT_SUBSCRIBED = 43101
/** WeChat has taken the ability to send from the account: nothing can go out. */
const ABILITY_BANNED = 43107
/** The account's quota of the day is used up. */
const DAY_QUOTA = 45009
/** Bad openid, bad template, bad argument, sensitive word, long-term cap of the day for this person. */
const FINAL_ERRORS = new Set([40003, 40037, 47003, 45168, 40038])
/** Refused before WeChat was asked: no such interface, no permission for it, a caller that may not call. */
const PLATFORM_REFUSALS = new Set([-604100, -604101, -604104])

const MOST_ATTEMPTS = 8
const MINUTE_MS = 60_000
const LONGEST_WAIT_MINUTES = 60
/** A refusal by the platform lasts until somebody mends the deployment, and that is soon found out. */
const UNTIL_MENDED_MINUTES = 10

/**
 * An attempt that ended with this code. WeChat's own codes are positive, or -1; of the platform's and its SDK's
 * only a refusal tells that nothing went out, the others (a time-out, a lost connection) leave it open.
 */
export function attemptOf(errcode: number): Attempt {
  const isKnown = errcode >= OK || errcode === BUSY || PLATFORM_REFUSALS.has(errcode)
  return isKnown ? { answered: true, errcode } : { answered: false }
}

/**
 * The rules of WeChat's subscribeMessage.send, as its documentation has them.
 *
 * An attempt without an answer may have delivered the message. It is tried again only where that is safe: with
 * one credit left a second send of a delivered message is refused with 43101, and that refusal is then the
 * proof that the first went out. Otherwise the delivery ends as failed: told once at the most.
 */
export function judgeAttempt(attempt: Attempt, circumstance: Circumstance): Verdict {
  if (!attempt.answered) return judgeSilence(circumstance)
  const { errcode } = attempt
  if (errcode === OK) return final('sent', 'ok')
  if (errcode === NOT_SUBSCRIBED) return judgeNotSubscribed(circumstance)
  if (FINAL_ERRORS.has(errcode)) return final('failed', String(errcode))
  if (errcode === DAY_QUOTA || errcode === ABILITY_BANNED) return stop(errcode, tomorrow(circumstance.now))
  if (PLATFORM_REFUSALS.has(errcode)) return stop(errcode, later(circumstance.now, UNTIL_MENDED_MINUTES))
  return againOrNever(circumstance, String(errcode))
}

/** What follows where a delivery failed before WeChat was asked: nothing went out, so it may be tried again. */
export function judgeUnsent(circumstance: Pick<Circumstance, 'now' | 'attempts'>): Final | Again {
  return againOrNever(circumstance, 'left-out')
}

function judgeSilence(circumstance: Circumstance): Verdict {
  return circumstance.lastCredit ? againOrNever(circumstance, 'no-answer') : final('failed', 'no-answer')
}

function judgeNotSubscribed({ outcomeUnknown }: Circumstance): Verdict {
  const provesEarlierSend = outcomeUnknown
  const state = provesEarlierSend ? 'sent' : 'refused'
  return { next: 'final', state, reason: String(NOT_SUBSCRIBED), clearCredit: true }
}

function final(state: 'sent' | 'failed', reason: string): Final {
  return { next: 'final', state, reason, clearCredit: false }
}

function stop(errcode: number, until: Instant): Stop {
  return { next: 'stop', at: until, reason: String(errcode) }
}

/** Waits 1, 2, 4, … minutes, an hour at most; gives up after the eighth attempt. */
function againOrNever(
  { now, attempts }: Pick<Circumstance, 'now' | 'attempts'>,
  reason: string,
): Final | Again {
  if (attempts >= MOST_ATTEMPTS) return final('failed', reason)
  const minutes = Math.min(2 ** (attempts - 1), LONGEST_WAIT_MINUTES)
  return { next: 'again', at: later(now, minutes), reason }
}

function later(instant: Instant, minutes: number): Instant {
  return new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString()
}

function tomorrow(now: Instant): Instant {
  return at(addDays(beijingDate(now), 1), '09:00')
}
