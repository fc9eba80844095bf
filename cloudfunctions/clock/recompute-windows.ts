import * as z from 'zod/mini'
import type { Instant } from '../../shared/calendar/model'
import type { WorkCalendar } from '../../shared/calendar/work-calendar'
import { catalogItem } from '../../shared/catalog'
import { NEVER, type Notice, notice } from '../../shared/notice/model'
import { reckonDeadline } from '../../shared/publicity/deadline'
import type { PublicityWindow } from '../../shared/publicity/model'
import { transitionsOf } from '../../shared/publicity/state'
import { recomputeWindow } from '../../shared/publicity/window'
import { type Calendars, readCalendars } from '../kit/calendars'
import { command, documents } from '../kit/documents'
import { digest, SYSTEM } from '../kit/history'
import { changeNotice } from '../kit/notice-store'
import { tell } from '../kit/outbox'
import { inBatches } from './in-batches'

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
  applications: true,
})
type Running = z.infer<typeof runningSource>

const running = documents('notices', runningSource)
const items = documents('items', z.pick(catalogItem, { _id: true, deadlines: true }))

/**
 * Computes every running window, and every deadline that is still provisional, again that was reckoned by
 * another calendar than there is now; answers how many. A notice names the calendar it was reckoned by, so one
 * that was posted by the old calendar while the new one was being loaded is found too, and a run that dies is
 * gone on with.
 */
export async function recomputeWindows(now: Instant, isOverTime: () => boolean): Promise<number> {
  const calendars = await readCalendars()
  const work = (one: Running) => recomputeOne(one, calendars, now)
  let done = 0
  for (const side of ['lt', 'gt'] as const) {
    const another = { calendarRevision: command()[side](calendars.revision) }
    const find = (limit: number) =>
      running.findSound(another, { order: [['calendarRevision', 'asc']], limit })
    done += await inBatches({ name: 'window-not-recomputed', find, work, isOverTime })
  }
  return done
}

async function recomputeOne(one: Running, calendars: Calendars, now: Instant): Promise<boolean> {
  const { window, rule } = one
  if (!window || !rule) throw new Error('a running notice without a window or a rule')
  const calendar = calendars.of(one.districtId)
  const runs = isRunning(one, window, calendars.loadedAt, now)
  const recomputed = runs ? recomputeWindow(window, rule, calendar) : window
  const deadline = await recomputedDeadline(one, calendar)
  const isWatched = (runs && window.closesAt !== null) || deadline?.provisional === true
  const calendarRevision = isWatched ? calendars.revision : null
  const isSameWindow = digest(recomputed) === digest(window)
  const isSameDeadline = digest(deadline) === digest(one.deadline)
  if (isSameWindow && isSameDeadline) return applyRevision(one, calendarRevision)
  const hasMoved = recomputed.closesAt !== window.closesAt
  if (hasMoved) await announce(one._id, window, recomputed, calendars.revision, now)
  const fields = runs ? windowFields(one, recomputed, now) : {}
  return changeNotice(one, {
    at: now,
    by: SYSTEM,
    action: isSameWindow ? 'deadline-settled' : 'calendar-settled',
    changes: { ...fields, deadline, calendarRevision },
  })
}

/**
 * What the clock has closed does not open again, nor what ended before the calendar came. A close that the clock
 * has missed, on a calendar that was there before, is not one yet: nobody was told of it.
 */
function isRunning(
  { transitions }: Running,
  { closesAt }: PublicityWindow,
  loadedAt: Instant | null,
  now: Instant,
): boolean {
  if (closesAt === null || closesAt > now) return true
  const isStillToClose = transitions.some(one => one.event === 'closed')
  return isStillToClose && loadedAt !== null && loadedAt < closesAt
}

/** Only the mark moves: nothing about the notice has changed, so nothing is recorded. */
async function applyRevision(one: Running, revision: string | null): Promise<boolean> {
  const where = { _id: one._id, version: one.version }
  return (await running.change(where, { calendarRevision: revision })) === 1
}

/**
 * The window's fields; of its transitions, those the clock has not passed yet, at their new times. That it is
 * about to close is said again where the new last day is further off.
 */
function windowFields(one: Running, window: PublicityWindow, now: Instant): Partial<Notice> {
  const ahead = new Set(one.transitions.map(transition => transition.event))
  const transitions = transitionsOf(window).filter(
    ({ event, at }) => ahead.has(event) || (event === 'closing' && at > now),
  )
  return {
    window,
    closesBy: window.closesAt ?? NEVER,
    provisional: window.reckoning?.provisional ?? false,
    transitions,
    nextTransitionAt: transitions[0]?.at ?? null,
    applicationsBehind: one.applications.length > 0,
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
      matter: { kind: 'notice', id: noticeId },
      event: 'calendar-settled',
      round: after.number,
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
