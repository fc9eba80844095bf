import type { Instant } from '../calendar/model'
import type { WorkCalendar } from '../calendar/work-calendar'
import { type Procedure, type Step, stepOf, type Transition } from './definition'
import { type RefusalCode, refusal } from './refusals'
import type { Actor, ApplicationState, Objection } from './state'

/** An application at an instant, with the definition that rules it and the step it is at. */
export type Situation = {
  procedure: Procedure
  state: ApplicationState
  step: Step
  now: Instant
  calendar: WorkCalendar
}

/** A line that can be taken from where the application is, and the step that it belongs to. */
export type OpenLine = { from: Step; line: Transition; to: Step }

/** The step an application is at. @throws Error where the definition has no such step: a broken record. */
export function presentStep(procedure: Procedure, state: ApplicationState): Step {
  return knownStep(procedure, state.step)
}

/** @throws Error where the definition has no such step. */
export function knownStep(procedure: Procedure, id: string): Step {
  const step = stepOf(procedure, id)
  if (step === null) throw new Error(`procedure ${procedure._id} has no step ${id}`)
  return step
}

/**
 * The lines ahead: those of the step itself, and while what was asked for is awaited also those by which the step
 * that asked gives the matter up (法律援助法第四十三条: 未按要求补充材料的，视为撤回申请).
 */
export function openLines(procedure: Procedure, state: ApplicationState): OpenLine[] {
  const own = linesOf(procedure, presentStep(procedure, state))
  if (state.awaited === null) return own
  const asking = linesOf(procedure, knownStep(procedure, state.awaited.askedBy))
  return [...own, ...asking.filter(({ to }) => to.end === 'withdrawn')]
}

function linesOf(procedure: Procedure, from: Step): OpenLine[] {
  return from.next.map(line => ({ from, line, to: knownStep(procedure, line.to) }))
}

/** True where the line is one that the actor takes: the step's own actors, unless the line names others. */
export function isTakenBy({ from, line }: OpenLine, actor: Actor): boolean {
  return (line.by ?? from.actors).includes(actor.name)
}

/** Objections that nobody has answered in writing yet. */
export function unanswered(state: ApplicationState): Objection[] {
  return state.objections.filter(objection => objection.answer === null)
}

/** What forbids every action on an application: another text of the procedure, an end, a clock that went back. */
export function standstill(
  procedure: Procedure,
  state: ApplicationState,
  now: Instant,
): ReturnType<typeof refusal> | null {
  const isOtherText = state.procedureId !== procedure._id
  const codes: [boolean, RefusalCode][] = [
    [isOtherText, 'other-procedure'],
    [state.end !== null, 'ended'],
    [now < state.since, 'time-reversed'],
  ]
  const found = codes.find(([applies]) => applies)
  return found === undefined ? null : refusal(found[1])
}
