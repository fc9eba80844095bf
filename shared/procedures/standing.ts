import type { Instant } from '../calendar/model'
import type { WorkCalendar } from '../calendar/work-calendar'
import { type EndKind, type Outcome, type Procedure, type Step, stepOf } from './definition'
import { type Due, overallDue, stepDue } from './due'
import { presentStep, unanswered } from './situation'
import type { ApplicationState, RefusalGrounds } from './state'
import { groundWords, limitWords, lineWords, publicityWords } from './words'

/** A way ahead, for whoever asks what comes next. */
export type Ahead = {
  to: string
  name: string
  actors: string[]
  when: string
  outcome: Outcome
  ground: string
}

/**
 * Where an application stands, for the household and for the desk: which step, in whose hands, since when, until
 * when, what is next. Holds no personal data.
 */
export type Standing = {
  step: string
  name: string
  actors: string[]
  since: Instant
  /** How sure it is that the step is as drawn. */
  ground: string
  /** Null where nobody says by when. */
  limit: (Due & { words: string }) | null
  overall: Due | null
  /** What the household is to hand in, all of it; `pause` is the basis on which the asker's time stands still. */
  awaited: { since: Instant; items: string[]; pause: string | null } | null
  publicity: PublicityStanding | null
  next: Ahead[]
  end: { outcome: EndKind; at: Instant; grounds: RefusalGrounds | null } | null
}

/** `phase` to-post: the notice is not up yet; up: without a day on which it closes. */
export type PublicityStanding = {
  phase: 'to-post' | 'open' | 'up' | 'closed'
  words: string
  closesAt: Instant | null
  objections: number
  unanswered: number
}

/** @throws Error where the record names a step that its procedure does not have */
export function whereItStands(
  procedure: Procedure,
  state: ApplicationState,
  now: Instant,
  calendar: WorkCalendar,
): Standing {
  const step = presentStep(procedure, state)
  const due = stepDue(step, state, now, calendar)
  const { limit } = step
  return {
    step: step.id,
    name: step.name,
    actors: step.actors,
    since: state.since,
    ground: groundWords(procedure, step),
    limit: due === null || limit === undefined ? null : { ...due, words: limitWords(limit, procedure) },
    overall: state.end === null ? overallDue(procedure, state, now, calendar) : null,
    awaited: awaitedOf(procedure, state),
    publicity: publicityStanding(step, state, now),
    next: state.end === null ? aheadOf(procedure, step) : [],
    end: state.end,
  }
}

function awaitedOf(procedure: Procedure, { awaited }: ApplicationState): Standing['awaited'] {
  if (awaited === null) return null
  const pause = stepOf(procedure, awaited.askedBy)?.limit?.pause?.basis ?? null
  return { since: awaited.since, items: awaited.items, pause }
}

function publicityStanding(step: Step, state: ApplicationState, now: Instant): PublicityStanding | null {
  const isHolding = step.kind === 'publicity' && state.end === null
  if (!isHolding || step.publicity === undefined) return null
  const { publicity: held } = state
  const made = state.objections.filter(({ round }) => round === held?.round)
  return {
    phase: phaseOf(held, now),
    words: publicityWords(step.publicity),
    closesAt: held?.closesAt ?? null,
    objections: made.length,
    unanswered: unanswered(state).length,
  }
}

function phaseOf(held: ApplicationState['publicity'], now: Instant): PublicityStanding['phase'] {
  if (held === null) return 'to-post'
  if (held.closesAt === null) return 'up'
  return now < held.closesAt ? 'open' : 'closed'
}

function aheadOf(procedure: Procedure, step: Step): Ahead[] {
  return step.next.flatMap(line => {
    const to = stepOf(procedure, line.to)
    if (to === null) return []
    const ground = lineWords(procedure, line, to)
    return [{ to: to.id, name: to.name, actors: to.actors, when: line.when, outcome: line.outcome, ground }]
  })
}
