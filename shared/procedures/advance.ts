import type { CalendarDate, Instant } from '../calendar/model'
import type { WorkCalendar } from '../calendar/work-calendar'
import type { Action, Advanced } from './actions'
import type { Procedure } from './definition'
import { lineProblem, postingProblem } from './hold'
import { isBlank, moveAlong, pass, waitsUntil } from './pass'
import { type RefusalCode, refusal } from './refusals'
import { openLines, presentStep, type Situation, standstill } from './situation'
import { eventsOf } from './start'
import type { Actor, ApplicationState } from './state'
import { withdrawalProblem } from './withdrawal'

/** Who moves an application on when its publicity has closed and nobody objected. */
export const CLOCK: Actor = { name: '系统' }

/**
 * Does one thing to an application: a new state with `changes` one higher, or a refusal that says what to do.
 * The state given is left as it is. `procedure` must be the text that ruled when the application began.
 * @throws Error where the record names a step that its procedure does not have
 */
export function advance(
  procedure: Procedure,
  state: ApplicationState,
  action: Action,
  now: Instant,
  calendar: WorkCalendar,
): Advanced {
  const error = standstill(procedure, state, now)
  if (error !== null) return { ok: false, error }
  const at = { procedure, state, step: presentStep(procedure, state), now, calendar }
  switch (action.type) {
    case 'move':
    case 'ask':
    case 'refuse':
      return pass(at, action)
    case 'begin':
      return begin(at, action.by)
    case 'withdraw':
      return withdraw(at, action.by, action.remark ?? '')
    case 'post-notice':
      return postNotice(at, action)
    case 'object':
      return object(at, action.objectionId)
    case 'answer':
      return answer(at, action)
    case 'date':
      return recordDate(at, action.by, action.event, action.date)
  }
}

/**
 * Moves an application on whose publicity has closed without an objection that stands in the way. Refused with the
 * reason where it must wait, and with `choice-needed` where more than one way leads on.
 */
export function closePublicity(
  procedure: Procedure,
  state: ApplicationState,
  now: Instant,
  calendar: WorkCalendar,
): Advanced {
  const error = standstill(procedure, state, now)
  if (error !== null) return { ok: false, error }
  const at = { procedure, state, step: presentStep(procedure, state), now, calendar }
  const waitsForClose = at.step.kind === 'publicity' && state.publicity?.closesAt !== null
  if (!waitsForClose) return refused('wrong-step')
  const [first, ...others] = openLines(procedure, state).filter(({ line }) => line.outcome === 'ok')
  if (first === undefined) return refused('wrong-step')
  const problem = lineProblem(at, first.line)
  if (problem !== null) return refused(problem)
  if (others.length > 0) return refused('choice-needed')
  return changed(moveAlong(at, first, CLOCK, ''))
}

/**
 * Takes over the end of the notice that a publicity step waits for, where a later calendar has moved it further off.
 * Done even past the earlier end, as long as nothing has gone on by it: the calendar was there before.
 */
export function lengthenPublicity(
  procedure: Procedure,
  state: ApplicationState,
  closesAt: Instant | null,
  now: Instant,
): Advanced {
  const error = standstill(procedure, state, now)
  if (error !== null) return { ok: false, error }
  const { publicity } = state
  if (publicity === null) return refused('notice-missing')
  if (closesAt === null || publicity.closesAt === null) return refused('window-endless')
  if (closesAt < publicity.closesAt) return refused('window-too-short')
  return changed({ ...state, changes: state.changes + 1, publicity: { ...publicity, closesAt } })
}

function begin(at: Situation, by: Actor): Advanced {
  if (!at.step.actors.includes(by.name)) return refused('wrong-actor')
  if (at.state.begunAt !== null) return refused('begun-already')
  return changed({ ...at.state, changes: at.state.changes + 1, begunAt: at.now })
}

function withdraw(at: Situation, by: Actor, remark: string): Advanced {
  const problem = withdrawalProblem(at, by)
  if (problem !== null) return refused(problem)
  const { state, now } = at
  return changed({
    ...state,
    changes: state.changes + 1,
    awaited: null,
    waits: waitsUntil(state, now),
    publicity: null,
    path: [...state.path, { at: now, by, from: state.step, to: state.step, outcome: 'withdraw', remark }],
    end: { outcome: 'withdrawn', at: now, grounds: null },
  })
}

function postNotice(at: Situation, action: Extract<Action, { type: 'post-notice' }>): Advanced {
  const { by, noticeId, window } = action
  if (!at.step.actors.includes(by.name)) return refused('wrong-actor')
  const problem = postingProblem(at, noticeId, window)
  if (problem !== null) return refused(problem)
  const { state } = at
  const round = state.publicity?.round ?? state.rounds + 1
  const { postedAt, closesAt } = window
  return changed({
    ...state,
    changes: state.changes + 1,
    begunAt: state.begunAt ?? postedAt,
    rounds: round,
    publicity: { noticeId, round, postedAt, closesAt },
  })
}

function object({ state, step, now }: Situation, objectionId: string): Advanced {
  const { publicity } = state
  const isUp = publicity !== null && (publicity.closesAt === null || now < publicity.closesAt)
  if (!isUp) return refused('no-window')
  if (step.publicity?.acceptsObjection !== true) return refused('objection-not-taken')
  if (state.objections.some(({ id }) => id === objectionId)) return refused('objection-known')
  const made = { id: objectionId, round: publicity.round, at: now, answer: null }
  return changed({ ...state, changes: state.changes + 1, objections: [...state.objections, made] })
}

function answer(at: Situation, action: Extract<Action, { type: 'answer' }>): Advanced {
  const { state, step, now } = at
  const { by, text, upheld } = action
  if (!step.actors.includes(by.name)) return refused('wrong-actor')
  const found = state.objections.find(({ id }) => id === action.objectionId)
  if (found === undefined) return refused('objection-unknown')
  if (found.answer !== null) return refused('answered-already')
  if (isBlank(text)) return refused('answer-missing')
  const answered = { ...found, answer: { at: now, by, text, upheld } }
  const objections = state.objections.map(other => (other === found ? answered : other))
  return changed({ ...state, changes: state.changes + 1, objections })
}

function recordDate(at: Situation, by: Actor, event: string, date: CalendarDate): Advanced {
  if (!at.step.actors.includes(by.name)) return refused('wrong-actor')
  if (!eventsOf(at.procedure).includes(event)) return refused('event-unknown')
  const events = { ...at.state.events, [event]: date }
  return changed({ ...at.state, changes: at.state.changes + 1, events })
}

function changed(state: ApplicationState): Advanced {
  return { ok: true, state }
}

function refused(code: RefusalCode): Advanced {
  return { ok: false, error: refusal(code) }
}
