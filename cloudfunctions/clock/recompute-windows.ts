import * as z from 'zod/mini'
import type { Instant } from '../../shared/calendar/model'
import type { WorkCalendar } from '../../shared/calendar/work-calendar'
import { catalogItem } from '../../shared/catalog'
import { NEVER, type Notice, notice } from '../../shared/notice/model'
import { reckonDeadline } from '../../shared/publicity/deadline'
import type { PublicityWindow } from '../../shared/publicity/model'
import { transitionsOf } from '../../shared/publicity/state'
import { recomputeWindow } from '../../shared/publicity/window'
import { readCalendars } from '../kit/calendars'
import { concurrently } from '../kit/concurrently'
import { command, documents } from '../kit/documents'
import { digest, SYSTEM } from '../kit/history'
import { changeNotice } from '../kit/notice-store'
import { tell } from '../kit/outbox'

const runningSource = z.pick(notice, {
  _id: true,
  version: true,
  lastHash: true,
  districtId: true,
  editionId: true,
  itemId: true,
  rule: true,
  window: true,
  deadline: true,
  provisional: true,
  closesBy: true,
  calendarRevision: true,
  transitions: true,
  nextTransitionAt: true,
})
type Running = z.infer<typeof runningSource>

const running = documents('notices', runningSource)
const items = documents('items', z.pick(catalogItem, { _id: true, deadlines: true }))

const BATCH = 100
/** What one run recomputes at most; the next minute's run goes on. */
const MOST_A_RUN = 2000

/**
 * Computes every running window and deadline again that was reckoned by an older calendar than there is now;
 * answers how many. A notice names the calendar it was reckoned by, so one that was posted by the old calendar
 * while the new one was being loaded is found too, and a run that dies is gone on with.
 */
export async function recomputeWindows(now: Instant): Promise<number> {
  const calendars = await readCalendars()
  let done = 0
  while (done < MOST_A_RUN) {
    const stale = await running.find(
      { calendarRevision: command().lt(calendars.revision) },
      { order: [['calendarRevision', 'asc']], limit: BATCH },
    )
    const results = await concurrently(stale, one =>
      recomputeOne(one, calendars.of(one.districtId), calendars.revision, now),
    )
    done += results.filter(Boolean).length
    const isDone = stale.length < BATCH || !results.some(Boolean)
    if (isDone) break
  }
  return done
}

async function recomputeOne(
  one: Running,
  calendar: WorkCalendar,
  revision: string,
  now: Instant,
): Promise<boolean> {
  const { window, rule } = one
  if (!window || !rule) throw new Error(`running notice ${one._id} has no window or no rule`)
  const isOver = window.closesAt !== null && window.closesAt <= now
  if (isOver) return applyRevision(one, null)
  const recomputed = recomputeWindow(window, rule, calendar)
  const deadline = await recomputedDeadline(one, calendar)
  const isTheSame = digest({ window: recomputed, deadline }) === digest({ window, deadline: one.deadline })
  if (isTheSame) return applyRevision(one, revision)
  const hasMoved = recomputed.closesAt !== window.closesAt
  if (hasMoved) await announce(one._id, window, recomputed, revision, now)
  return changeNotice(one, {
    at: now,
    by: SYSTEM,
    action: 'calendar-settled',
    changes: { ...windowFields(one, recomputed), deadline, calendarRevision: revision },
  })
}

/** Only the mark moves: nothing about the notice has changed, so nothing is recorded. */
async function applyRevision(one: Running, revision: string | null): Promise<boolean> {
  const where = { _id: one._id, version: one.version }
  return (await running.change(where, { calendarRevision: revision })) === 1
}

/** The window's fields; of its transitions, those the clock has not passed yet, at their new times. */
function windowFields(one: Running, window: PublicityWindow): Partial<Notice> {
  const ahead = new Set(one.transitions.map(transition => transition.event))
  const transitions = transitionsOf(window).filter(transition => ahead.has(transition.event))
  return {
    window,
    closesBy: window.closesAt ?? NEVER,
    provisional: window.reckoning?.provisional ?? false,
    transitions,
    nextTransitionAt: transitions[0]?.at ?? null,
  }
}

function announce(
  noticeId: string,
  before: PublicityWindow,
  after: PublicityWindow,
  revision: string,
  now: Instant,
): Promise<void> {
  return tell(
    {
      noticeId,
      event: 'calendar-settled',
      windowNumber: after.number,
      occasion: revision,
      notBefore: now,
      formerLastDay: before.reckoning?.lastDay ?? null,
    },
    now,
  )
}

async function recomputedDeadline(one: Running, calendar: WorkCalendar) {
  if (!one.deadline) return null
  const item = await items.get(`${one.editionId}:${one.itemId}`)
  const rule = item?.deadlines.find(deadline => deadline.kind === 'disclosure')
  return rule ? reckonDeadline(rule, one.deadline.eventDate, calendar) : one.deadline
}
