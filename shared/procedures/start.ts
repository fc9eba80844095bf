import type { CalendarDate, Instant } from '../calendar/model'
import type { Advanced } from './actions'
import { type Procedure, stepOf } from './definition'
import { refusal } from './refusals'
import type { Actor } from './state'

/**
 * Begins an application at one of the procedure's first steps, or where a household comes in after what is done
 * once for all. It stands at that step; handing it in is the first move. Refused with `not-a-start`, `wrong-actor`,
 * `event-unknown`.
 */
export function startApplication(
  procedure: Procedure,
  {
    by,
    at,
    now,
    events = {},
  }: { by: Actor; at: string; now: Instant; events?: Record<string, CalendarDate> },
): Advanced {
  const step = stepOf(procedure, at)
  const isStart = procedure.entrySteps.includes(at) || procedure.joinSteps.includes(at)
  if (step === null || !isStart) return { ok: false, error: refusal('not-a-start') }
  if (!step.actors.includes(by.name)) return { ok: false, error: refusal('wrong-actor') }
  const isEventUnknown = Object.keys(events).some(event => !eventsOf(procedure).includes(event))
  if (isEventUnknown) return { ok: false, error: refusal('event-unknown') }
  return {
    ok: true,
    state: {
      procedureId: procedure._id,
      changes: 1,
      startedAt: now,
      startedBy: by,
      startStep: at,
      step: at,
      since: now,
      begunAt: null,
      events,
      awaited: null,
      told: {},
      waits: [],
      done: {},
      publicity: null,
      rounds: 0,
      objections: [],
      duties: [],
      path: [],
      grounds: null,
      end: null,
    },
  }
}

/** The events outside from which a limit of the procedure is counted. */
export function eventsOf({ steps }: Pick<Procedure, 'steps'>): string[] {
  return [...new Set(steps.flatMap(step => step.limit?.fromEvent ?? []))]
}
