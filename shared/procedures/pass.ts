import type { Instant } from '../calendar/model'
import type { Action, Advanced } from './actions'
import { lineProblem } from './hold'
import { type RefusalCode, refusal } from './refusals'
import { isTakenBy, type OpenLine, openLines, type Situation } from './situation'
import type { Actor, ApplicationState, RefusalGrounds } from './state'

type Passing = Extract<Action, { type: 'move' | 'ask' | 'refuse' }>

/** What a line asks of whoever takes it: nothing, a remark, the list of what is missing, or grounds. */
export type LineNeeds = 'nothing' | 'remark' | 'items' | 'grounds'

/**
 * A refusal needs grounds; what only closes a matter already refused, or that the household gave up, needs the
 * reason alone, as does a way back.
 */
export function needsOf({ line, to }: OpenLine, state: ApplicationState): LineNeeds {
  if (line.outcome === 'ok') return 'nothing'
  if (line.outcome === 'recheck') return 'remark'
  if (line.outcome === 'return') return line.toldOnce ? 'items' : 'remark'
  const isAlreadyRefused = state.grounds !== null
  return to.end === 'withdrawn' || isAlreadyRefused ? 'remark' : 'grounds'
}

/** Takes the application along a line, or says why not. */
export function pass(at: Situation, action: Passing): Advanced {
  const found = openLines(at.procedure, at.state).find(({ line }) => line.to === action.to)
  if (found === undefined) return refused('wrong-step')
  if (!isTakenBy(found, action.by)) return refused('wrong-actor')
  const problem = lineProblem(at, found.line) ?? lacking(at, found, action)
  if (problem !== null) return refused(problem)
  const moved = moveAlong(at, found, action.by, remarkOf(action))
  return { ok: true, state: withEffects(moved, at, found, action) }
}

function lacking({ state }: Situation, found: OpenLine, action: Passing): RefusalCode | null {
  switch (needsOf(found, state)) {
    case 'nothing':
      return action.type === 'move' ? null : 'wrong-step'
    case 'remark':
      if (action.type !== 'move') return 'wrong-step'
      return isBlank(action.remark) ? 'remark-missing' : null
    case 'items':
      return action.type === 'ask' ? askProblem(state.told[found.from.id], action.items) : 'items-missing'
    case 'grounds':
      return action.type === 'refuse' && hasGrounds(action) ? null : 'grounds-missing'
  }
}

/** 一次性告知: what was not in the first list cannot be asked for later. */
function askProblem(told: readonly string[] | undefined, items: readonly string[]): RefusalCode | null {
  if (items.length === 0 || items.some(isBlank)) return 'items-missing'
  return told !== undefined && items.some(item => !told.includes(item)) ? 'told-already' : null
}

function hasGrounds({ reason, clause, appeal }: RefusalGrounds): boolean {
  return ![reason, clause, appeal].some(isBlank)
}

export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}

function remarkOf(action: Passing): string {
  if (action.type === 'move') return action.remark ?? ''
  return action.type === 'ask' ? action.items.join('；') : action.reason
}

/** The step left and the next entered; grounds of an earlier refusal fall away when the matter goes on. */
export function moveAlong(
  { state, step, now }: Situation,
  { line, to }: OpenLine,
  by: Actor,
  remark: string,
): ApplicationState {
  const isDone = line.outcome !== 'return'
  const formed = line.outcome === 'ok' ? step.disclosures : []
  const grounds = line.outcome === 'reject' ? state.grounds : null
  return {
    ...state,
    changes: state.changes + 1,
    step: to.id,
    since: now,
    begunAt: null,
    awaited: null,
    waits: waitsUntil(state, now),
    done: isDone ? { ...state.done, [step.id]: doneAt(state, step.id, now) } : state.done,
    publicity: null,
    duties: [...state.duties, ...formed.map(item => ({ item, step: step.id, formedAt: now }))],
    path: [...state.path, { at: now, by, from: step.id, to: to.id, outcome: line.outcome, remark }],
    grounds,
    end: to.end === undefined ? null : { outcome: to.end, at: now, grounds },
  }
}

/** The past waits, with the one that ends now. */
export function waitsUntil({ waits, awaited }: ApplicationState, now: Instant): ApplicationState['waits'] {
  return awaited === null ? waits : [...waits, { from: awaited.since, to: now }]
}

function doneAt(state: ApplicationState, step: string, now: Instant): { first: Instant; last: Instant } {
  return { first: state.done[step]?.first ?? now, last: now }
}

/** What was asked for is kept, and the grounds of a refusal. */
function withEffects(
  moved: ApplicationState,
  { now }: Situation,
  { from }: OpenLine,
  action: Passing,
): ApplicationState {
  if (action.type === 'ask') {
    const items = [...action.items]
    return {
      ...moved,
      awaited: { since: now, askedBy: from.id, items },
      told: { ...moved.told, [from.id]: moved.told[from.id] ?? items },
    }
  }
  if (action.type === 'refuse') {
    const { reason, clause, appeal } = action
    const grounds = { reason, clause, appeal }
    return { ...moved, grounds, end: moved.end === null ? null : { ...moved.end, grounds } }
  }
  return moved
}

function refused(code: RefusalCode): Advanced {
  return { ok: false, error: refusal(code) }
}
