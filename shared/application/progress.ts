import type { Instant } from '../calendar/model'
import type { WorkCalendar } from '../calendar/work-calendar'
import { type Procedure, stepOf } from '../procedures/definition'
import { type Standing, whereItStands } from '../procedures/standing'
import type { ApplicationState } from '../procedures/state'
import { type Area, isWithApplicant, namesOfHands } from './hands'
import { wayToGrant } from './main-way'
import type { Application } from './model'
import type { Progress, TimelineStep } from './page'

/** What rules an application now, and the number to call about it. */
export type Surroundings = { procedure: Procedure; calendar: WorkCalendar; area: Area; phone: string }

/** Where an application stands: nothing of the subject, but what handlers wrote in their own words is in it. */
export function progressOf(application: Application, around: Surroundings, now: Instant): Progress {
  const { state } = application
  const { procedure, calendar, area } = around
  const standing = whereItStands(procedure, state, now, calendar)
  return {
    caseNo: application.caseNo,
    trackCode: application.trackCode,
    example: application.example,
    districtId: application.districtId,
    procedureId: application.procedureId,
    procedureName: application.procedureName,
    startedAt: state.startedAt,
    step: standing.step,
    stepName: standing.name,
    hands: namesOfHands(procedure, state, application, area),
    withApplicant: application.ownerId !== null && isWithApplicant(procedure, state),
    since: standing.since,
    ground: standing.ground,
    limit: standing.limit && { ...standing.limit, atLeast: lastsAtLeast(procedure, state) },
    overall: standing.overall,
    awaited: standing.awaited,
    publicity: publicityOf(standing, state),
    next: standing.next,
    timeline: timelineOf(procedure, state),
    end: standing.end,
    phone: around.phone,
  }
}

function lastsAtLeast(procedure: Procedure, { step }: ApplicationState): boolean {
  return stepOf(procedure, step)?.limit?.bound === 'at-least'
}

/** As `progressOf`, for whoever holds the receipt's code: without a word that a handler wrote about the household. */
export function publicProgressOf(application: Application, around: Surroundings, now: Instant): Progress {
  const { awaited, end, ...rest } = progressOf(application, around, now)
  return {
    ...rest,
    awaited: awaited === null ? null : { ...awaited, items: [] },
    end: end === null ? null : { ...end, grounds: null },
  }
}

function publicityOf({ publicity }: Standing, state: ApplicationState): Progress['publicity'] {
  if (publicity === null) return null
  return { ...publicity, noticeId: state.publicity?.noticeId ?? null }
}

/**
 * What is done, where it is now, and what lies ahead if it goes well. A step that must be done again lies ahead, not
 * behind.
 */
export function timelineOf(procedure: Procedure, state: ApplicationState): TimelineStep[] {
  const [, ...ahead] = state.end === null ? wayToGrant(procedure, state.step) : []
  const behind = [state.startStep, ...state.path.map(({ to }) => to)].filter(
    id => id !== state.step && !ahead.includes(id) && state.done[id] !== undefined,
  )
  const hasArrived = state.end !== null && stepOf(procedure, state.step)?.end !== undefined
  return [
    ...[...new Set(behind)].map(id => timelineStep(procedure, id, 'done', state.done[id]?.last ?? null)),
    hasArrived
      ? timelineStep(procedure, state.step, 'done', state.end?.at ?? null)
      : timelineStep(procedure, state.step, 'now', null),
    ...ahead.map(id => timelineStep(procedure, id, 'ahead', null)),
  ]
}

function timelineStep(
  procedure: Procedure,
  id: string,
  state: TimelineStep['state'],
  doneAt: Instant | null,
): TimelineStep {
  const step = stepOf(procedure, id)
  return {
    id,
    name: step?.name ?? id,
    actors: step?.actors ?? [],
    state,
    doneAt,
    customary: step?.sureness === 'customary',
  }
}
