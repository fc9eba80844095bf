import * as z from 'zod/mini'
import { at, beijingDate } from '../../shared/calendar/date'
import type { Instant } from '../../shared/calendar/model'
import type { MessageEvent } from '../../shared/catalog'
import { notice, type Transition, type TransitionEvent } from '../../shared/notice/model'
import type { PublicityWindow } from '../../shared/publicity/model'
import { concurrently } from '../kit/concurrently'
import { command, documents } from '../kit/documents'
import { SYSTEM } from '../kit/history'
import { changeNotice } from '../kit/notice-store'
import { orElse } from '../kit/or-else'
import { tell } from '../kit/outbox'

const dueSource = z.pick(notice, {
  _id: true,
  version: true,
  lastHash: true,
  window: true,
  transitions: true,
  nextTransitionAt: true,
  calendarRevision: true,
})
type Due = z.infer<typeof dueSource>

const dueNotices = documents('notices', dueSource)

const BATCH = 100
/** What one run moves at most; the next minute's run goes on. */
const MOST_A_RUN = 2000
/** A close at midnight is told when people are up. */
const MORNING = '09:00'

const MESSAGE: Record<TransitionEvent, MessageEvent> = {
  opened: 'notice-opened',
  closing: 'notice-closing',
  closed: 'notice-closed',
}

/** Moves every notice whose next transition is due, soonest first; answers how many. */
export async function moveDue(now: Instant): Promise<number> {
  let moved = 0
  while (moved < MOST_A_RUN) {
    const due = await dueNotices.find(
      { nextTransitionAt: command().lte(now) },
      { order: [['nextTransitionAt', 'asc']], limit: BATCH },
    )
    const results = await concurrently(due, one =>
      orElse(false, { noticeId: one._id }, () => moveOne(one, now)),
    )
    moved += results.filter(Boolean).length
    const isDone = due.length < BATCH || !results.some(Boolean)
    if (isDone) break
  }
  return moved
}

/**
 * The messages are put into the outbox before the notice moves: a run that dies in between is repeated, and
 * what was put in already is not put in twice. False where another run or a person moved the notice first.
 */
async function moveOne(due: Due, now: Instant): Promise<boolean> {
  const { window, transitions } = due
  if (!window) throw new Error(`notice ${due._id} has transitions but no window`)
  const passed = transitions.filter(one => one.at <= now)
  const left = transitions.filter(one => one.at > now)
  const told = hasAnEnd(window) ? passed : []
  for (const one of told) {
    const telling = { noticeId: due._id, event: MESSAGE[one.event], windowNumber: window.number }
    await tell({ ...telling, notBefore: tellingTime(one) }, now)
  }
  const isClosed = left.every(one => one.event !== 'closed')
  return changeNotice(due, {
    at: now,
    by: SYSTEM,
    action: passed.map(one => one.event).join('+'),
    changes: {
      transitions: left,
      nextTransitionAt: left[0]?.at ?? null,
      calendarRevision: isClosed ? null : due.calendarRevision,
    },
  })
}

/** Each message names the last day; a notice that stays for good (长期公开) has none to name. */
function hasAnEnd(window: PublicityWindow): boolean {
  return window.closesAt !== null
}

/** A window closes at 00:00; its readers are told that morning. */
function tellingTime(passed: Transition): Instant {
  return passed.event === 'closed' ? at(beijingDate(passed.at), MORNING) : passed.at
}
