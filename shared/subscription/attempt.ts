import { addDays, at, beijingDate } from '../calendar/date'
import type { Instant } from '../calendar/model'

/** How an attempt to send ended: WeChat's error code, or no answer at all (time-out, connection lost, a crash). */
export type Attempt = { answered: true; errcode: number } | { answered: false }

/** What follows from an attempt. */
export type Verdict =
  | { next: 'final'; state: 'sent' | 'refused' | 'failed'; reason: string; clearCredit: boolean }
  | { next: 'again'; at: Instant; reason: string }
  | { next: 'stop'; at: Instant; reason: string }

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
/** Not subscribed, or the one-time credit is used up. */
const NOT_SUBSCRIBED = 43101
/** WeChat has taken the ability to send from the account: nothing can go out. */
const ABILITY_BANNED = 43107
/** The account's quota of the day is used up. */
const DAY_QUOTA = 45009
/** Bad openid, bad template, bad argument, sensitive word, long-term cap of the day for this person. */
const FINAL_ERRORS = new Set([40003, 40037, 47003, 45168, 40038])

const MOST_ATTEMPTS = 8
const MINUTE_MS = 60_000
const LONGEST_WAIT_MINUTES = 60

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
  if (errcode === DAY_QUOTA) return { next: 'again', at: tomorrow(circumstance.now), reason: String(errcode) }
  if (errcode === ABILITY_BANNED) {
    return { next: 'stop', at: tomorrow(circumstance.now), reason: String(errcode) }
  }
  return againOrNever(circumstance, String(errcode))
}

function judgeSilence(circumstance: Circumstance): Verdict {
  return circumstance.lastCredit ? againOrNever(circumstance, 'no-answer') : final('failed', 'no-answer')
}

function judgeNotSubscribed({ outcomeUnknown }: Circumstance): Verdict {
  const provesEarlierSend = outcomeUnknown
  const state = provesEarlierSend ? 'sent' : 'refused'
  return { next: 'final', state, reason: String(NOT_SUBSCRIBED), clearCredit: true }
}

function final(state: 'sent' | 'failed', reason: string): Verdict {
  return { next: 'final', state, reason, clearCredit: false }
}

/** Waits 1, 2, 4, … minutes, an hour at most; gives up after the eighth attempt. */
function againOrNever({ now, attempts }: Circumstance, reason: string): Verdict {
  if (attempts >= MOST_ATTEMPTS) return final('failed', reason)
  const minutes = Math.min(2 ** (attempts - 1), LONGEST_WAIT_MINUTES)
  return { next: 'again', at: new Date(Date.parse(now) + minutes * MINUTE_MS).toISOString(), reason }
}

function tomorrow(now: Instant): Instant {
  return at(addDays(beijingDate(now), 1), '09:00')
}
