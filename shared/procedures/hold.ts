import type { PublicityWindow, WindowRule } from '../publicity/model'
import { openWindow } from '../publicity/window'
import type { StepPublicity, Transition } from './definition'
import { stepDue } from './due'
import { isLaidDown } from './grounds'
import type { RefusalCode } from './refusals'
import { type Situation, unanswered } from './situation'

/** How long the notice of a publicity step is up, or null where nobody says. */
export function stepWindowRule({ days, unit, atLeast, basis }: StepPublicity): WindowRule | null {
  if (days === undefined || unit === undefined) return null
  return { mode: atLeast ? 'min-duration' : 'window', days, unit, basis: basis ?? '建议，没有规定' }
}

/**
 * Why a line cannot be taken at this instant, or null. What the action must carry is not looked at.
 * Nothing leaves a publicity while its window is open; an objection holds the application until it is answered in
 * writing, and one that is upheld sends it to be looked into again.
 */
export function lineProblem(at: Situation, line: Transition): RefusalCode | null {
  const held = at.step.kind === 'publicity' ? publicityProblem(at, line) : null
  if (held !== null) return held
  const goesToRecheck = at.step.kind === 'publicity' && line.outcome === 'recheck'
  if (unanswered(at.state).length > 0 && !goesToRecheck) return 'objection-unanswered'
  return isTooEarly(at, line) ? 'too-early' : null
}

function publicityProblem({ state, now }: Situation, line: Transition): RefusalCode | null {
  const { publicity } = state
  if (publicity === null) {
    if (line.outcome === 'ok') return 'notice-missing'
    return line.outcome === 'recheck' ? 'no-objection' : null
  }
  const isOpen = publicity.closesAt !== null && now < publicity.closesAt
  if (isOpen) return 'window-open'
  const made = state.objections.filter(objection => objection.round === publicity.round)
  const isUpheld = made.some(objection => objection.answer?.upheld === true)
  const isOutstanding = made.some(objection => objection.answer === null)
  if (line.outcome === 'ok' && isUpheld && !isOutstanding) return 'objection-upheld'
  if (line.outcome === 'recheck' && !isUpheld && !isOutstanding) return 'no-objection'
  return null
}

function isTooEarly({ step, state, now, calendar }: Situation, line: Transition): boolean {
  if (step.limit?.bound !== 'at-least' || line.outcome !== 'ok') return false
  return stepDue(step, state, now, calendar)?.phase === 'running'
}

/** Why a notice with this window cannot be the one that the step waits for, or null. */
export function postingProblem(
  { state, step, now, calendar }: Situation,
  noticeId: string,
  window: PublicityWindow,
): RefusalCode | null {
  const { publicity } = step
  if (step.kind !== 'publicity' || publicity === undefined) return 'wrong-step'
  if (window.postedAt < state.since || window.postedAt > now) return 'window-before-step'
  const { publicity: held } = state
  if (held === null && unanswered(state).length > 0) return 'objection-unanswered'
  if (held !== null && held.noticeId !== noticeId) return 'other-notice'
  if (held !== null && held.closesAt !== null && now >= held.closesAt) return 'window-closed'
  const rule = stepWindowRule(publicity)
  if (rule === null) return null
  if (window.closesAt === null) return 'window-endless'
  const promised = held?.closesAt ?? null
  if (promised !== null && window.closesAt < promised) return 'window-too-short'
  const isBound = publicity.nature !== undefined && isLaidDown(publicity.nature)
  return isBound && window.closesAt < leastClose(rule, window, calendar) ? 'window-too-short' : null
}

/** Whether the posting day counts is the district's; its window says so by its first day. */
function leastClose(rule: WindowRule, window: PublicityWindow, calendar: Situation['calendar']): string {
  const countPostingDay = window.reckoning?.calendar[0]?.reason !== 'event'
  const least = openWindow({ rule, postedAt: window.postedAt, calendar, number: 1, countPostingDay })
  return least.closesAt ?? window.postedAt
}
