import { endOfDay } from '../../../shared/calendar/date'
import { createCalendar } from '../../../shared/calendar/work-calendar'
import type { Action, Advanced } from '../../../shared/procedures/actions'
import { advance } from '../../../shared/procedures/advance'
import type { Procedure, Step, Transition } from '../../../shared/procedures/definition'
import { stepDue } from '../../../shared/procedures/due'
import { stepWindowRule } from '../../../shared/procedures/hold'
import { needsOf } from '../../../shared/procedures/pass'
import { startApplication } from '../../../shared/procedures/start'
import type { Actor, ApplicationState } from '../../../shared/procedures/state'
import type { PublicityWindow, WindowRule } from '../../../shared/publicity/model'
import { openWindow } from '../../../shared/publicity/window'
import { stepIn } from './loaded'

export const calendar = createCalendar()

/** Where a window has no rule of its own, as a notice's form may give it. */
const ONE_WORKDAY: WindowRule = { mode: 'window', days: 1, unit: 'workday', basis: '试验' }

/** Nine on a Beijing morning. */
export const morningOf = (date: string): string => `${date}T01:00:00.000Z`

export const GROUNDS = {
  reason: '人均年收入超过认定线',
  clause: '《扶贫政务公开 低收入农户认定》1',
  appeal: '60 日内可向区政府申请行政复议',
}

export function stateOf(advanced: Advanced): ApplicationState {
  if (!advanced.ok) throw new Error(`refused: ${advanced.error.code}`)
  return advanced.state
}

export function codeOf(advanced: Advanced): string {
  if (advanced.ok) throw new Error('not refused')
  return advanced.error.code
}

/** The window of the notice that a publicity step waits for. */
export function windowFor(step: Step, postedAt: string): PublicityWindow {
  const rule = (step.publicity === undefined ? null : stepWindowRule(step.publicity)) ?? ONE_WORKDAY
  return openWindow({ rule, postedAt, calendar, number: 1 })
}

/** One application and its clock, moved by whoever has it in hands. */
export class Run {
  state: ApplicationState
  now: string

  constructor(
    readonly procedure: Procedure,
    start: string,
    now = morningOf('2026-09-07'),
  ) {
    const [name = ''] = stepIn(procedure, start).actors
    this.now = now
    this.state = stateOf(startApplication(procedure, { by: { name }, at: start, now }))
  }

  get step(): Step {
    return stepIn(this.procedure, this.state.step)
  }

  get actor(): Actor {
    return { name: this.step.actors[0] ?? '' }
  }

  try(action: Action): Advanced {
    return advance(this.procedure, this.state, action, this.now, calendar)
  }

  do(action: Action): this {
    this.state = stateOf(this.try(action))
    return this
  }

  wait(days: number): this {
    this.now = new Date(Date.parse(this.now) + days * 86_400_000).toISOString()
    return this
  }

  waitUntil(instant: string): this {
    if (this.now < instant) this.now = instant
    return this
  }

  post(noticeId = 'n-1'): this {
    return this.do({ type: 'post-notice', by: this.actor, noticeId, window: windowFor(this.step, this.now) })
  }

  object(objectionId: string): this {
    return this.do({ type: 'object', by: { name: '村民' }, objectionId })
  }

  answerAll(upheld: boolean): this {
    for (const { id, answer } of this.state.objections) {
      if (answer !== null) continue
      this.do({ type: 'answer', by: this.actor, objectionId: id, text: '已入户核实', upheld })
    }
    return this
  }

  /** Takes the line to that step, doing first whatever the line waits for. */
  go(to: string): this {
    const { step } = this
    const line = step.next.find(candidate => candidate.to === to)
    if (line === undefined) throw new Error(`no line from ${step.id} to ${to}`)
    if (step.kind === 'publicity') this.holdPublicity(line)
    else this.answerAll(false)
    const isTooEarly = step.limit?.bound === 'at-least'
    const due = stepDue(step, this.state, this.now, calendar)?.dueOn ?? null
    if (isTooEarly && due !== null) this.waitUntil(endOfDay(due))
    return this.do(this.actionAlong(line)).wait(1)
  }

  private holdPublicity(line: Transition): void {
    this.answerAll(false)
    if (line.outcome === 'return' || line.outcome === 'reject') return
    this.post(`n-${this.state.changes}`)
    if (line.outcome === 'recheck') this.object(`o-${this.state.changes}`)
    this.waitUntil(this.state.publicity?.closesAt ?? this.now)
  }

  actionAlong(line: Transition): Action {
    const by = { name: line.by?.[0] ?? this.actor.name }
    const { to } = line
    const open = { from: this.step, line, to: stepIn(this.procedure, to) }
    switch (needsOf(open, this.state)) {
      case 'nothing':
        return { type: 'move', by, to }
      case 'remark':
        return { type: 'move', by, to, remark: '说明原因' }
      case 'items':
        return { type: 'ask', by, to, items: ['户口簿', '家庭收入声明'] }
      case 'grounds':
        return { type: 'refuse', by, to, ...GROUNDS }
    }
  }
}

/** The ids of the steps on a shortest way from one of the starts to a goal, both included; null for none. */
export function shortestWayOrNull(
  procedure: Procedure,
  starts: readonly string[],
  isGoal: (step: Step) => boolean,
): string[] | null {
  const ways = starts.map(id => [id])
  const seen = new Set(starts)
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const step = stepIn(procedure, way[way.length - 1] ?? '')
    if (isGoal(step)) return way
    for (const { to } of step.next) {
      if (seen.has(to)) continue
      seen.add(to)
      ways.push([...way, to])
    }
  }
  return null
}

export function shortestWay(
  procedure: Procedure,
  starts: readonly string[],
  isGoal: (step: Step) => boolean,
): string[] {
  const way = shortestWayOrNull(procedure, starts, isGoal)
  if (way === null) throw new Error(`no way in ${procedure._id}`)
  return way
}
