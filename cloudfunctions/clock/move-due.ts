import * as z from 'zod/mini'
import { at, beijingDate } from '../../shared/calendar/date'
import type { Instant } from '../../shared/calendar/model'
import type { MessageEvent } from '../../shared/catalog'
import { notice } from '../../shared/notice/model'
import type { PublicityWindow, Transition, TransitionEvent } from '../../shared/publicity/model'
import { command, documents } from '../kit/documents'
import { SYSTEM } from '../kit/history'
import { changeNotice } from '../kit/notice-store'
import { tell } from '../kit/outbox'
import { inBatches } from './in-batches'

const dueSource = z.pick(notice, {
  _id: true,
  version: true,
  lastHash: true,
  window: true,
  transitions: true,
  nextTransitionAt: true,
  deadline: true,
  calendarRevision: true,
})
type Due = z.infer<typeof dueSource>

const dueNotices = documents('notices', dueSource)

/** A close at midnight is told when people are up. */
const MORNING = '09:00'

const MESSAGE: Record<TransitionEvent, MessageEvent> = {
  opened: 'notice-opened',
  closing: 'notice-closing',
  closed: 'notice-closed',
}

/** Moves every notice whose next transition is due, soonest first; answers how many. */
export function moveDue(now: Instant, isOverTime: () => boolean): Promise<number> {
  const find = (limit: number) =>
    dueNotices.findSound(
      { nextTransitionAt: command().lte(now) },
      { order: [['nextTransitionAt', 'asc']], limit },
    )
  return inBatches({ name: 'notice-not-moved', find, work: one => moveOne(one, now), isOverTime })
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
    const matter = { kind: 'notice' as const, id: due._id }
    const telling = { matter, event: MESSAGE[one.event], round: window.number }
    await tell({ ...telling, occasion: occasionOf(one, window), notBefore: tellingTime(one) }, now)
  }
  const isClosed = left.every(one => one.event !== 'closed')
  return changeNotice(due, {
    at: now,
    by: SYSTEM,
    action: passed.map(one => one.event).join('+'),
    changes: {
      transitions: left,
      nextTransitionAt: left[0]?.at ?? null,
      calendarRevision: isClosed && !due.deadline?.provisional ? null : due.calendarRevision,
    },
  })
}

/** Each message names the last day; a notice that stays for good (长期公开) has none to name. */
function hasAnEnd(window: PublicityWindow): boolean {
  return window.closesAt !== null
}

/** “Closes tomorrow” is said again where a later calendar has moved the last day since. */
function occasionOf({ event }: Transition, { reckoning }: PublicityWindow): string | undefined {
  return event === 'closing' ? reckoning?.lastDay : undefined
}

/** A window closes at 00:00; its readers are told that morning. */
function tellingTime(passed: Transition): Instant {
  return passed.event === 'closed' ? at(beijingDate(passed.at), MORNING) : passed.at
}
