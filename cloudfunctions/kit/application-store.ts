import * as z from 'zod/mini'
import { entryOf } from '../../shared/application/entry'
import { deskOf, type Placed } from '../../shared/application/hands'
import { type Application, application } from '../../shared/application/model'
import type { Surroundings } from '../../shared/application/progress'
import { dueByOf, nextTransitionOf, remindedAt } from '../../shared/application/reminders'
import { tellingsOf } from '../../shared/application/tellings'
import type { Instant } from '../../shared/calendar/model'
import type { Procedure } from '../../shared/procedures/definition'
import type { ApplicationState } from '../../shared/procedures/state'
import { type Calendars, readCalendars } from './calendars'
import { type ChainedChange, changeChained, type Keeping } from './chained-change'
import { documents } from './documents'
import { areaOf } from './hands'
import { digest } from './history'
import { procedureText } from './procedures'
import { districtOf } from './reference'

export const applications = documents('applications', application)

const PERSONAL = new Set(['subject', 'family', 'agent', 'materials', 'records', 'register'])
const KEEPING: Keeping = {
  derived: new Set(['desk', 'dueBy', 'nextTransitionAt', 'untold', 'reminded']),
  kept(field, value) {
    if (field === 'state') return standingOf(value)
    return PERSONAL.has(field) ? digest(value) : value
  },
}

const standing = z.object({ step: z.string() })

/** Remarks and answers name persons: of a state the step alone is kept to be read. */
function standingOf(state: unknown) {
  const read = standing.safeParse(state)
  return { step: read.success ? read.data.step : null, digest: digest(state) }
}

/** What rules an application now: its text of the procedure, the calendar, and the units that have its steps. */
export type Ruling = Surroundings

export async function rulingOf({ state }: Pick<Application, 'state'>): Promise<Ruling> {
  return rulingBy(await procedureText(state.procedureId))
}

/** As `rulingOf`, for an application that is still to be made. */
export async function rulingBy(procedure: Procedure): Promise<Ruling> {
  return ruledBy(procedure, await readCalendars())
}

/** `rulingOf` for many: what they have in common is read once. */
export async function rulings(): Promise<typeof rulingOf> {
  const calendars = await readCalendars()
  const known = new Map<string, Promise<Ruling>>()
  return async ({ state }) => {
    const procedure = await procedureText(state.procedureId)
    const ruling = known.get(procedure._id) ?? ruledBy(procedure, calendars)
    known.set(procedure._id, ruling)
    return ruling
  }
}

async function ruledBy(procedure: Procedure, calendars: Calendars): Promise<Ruling> {
  const { districtId } = procedure
  const [area, { contacts }] = await Promise.all([areaOf(districtId), districtOf(districtId)])
  return { procedure, calendar: calendars.of(districtId), area, phone: contacts.acceptPhone }
}

/** What a new application is stored with beside its own fields. */
type Derived = Pick<Application, 'desk' | 'dueBy' | 'nextTransitionAt' | 'untold' | 'reminded' | 'register'>

/** What they follow from, beside the state. */
type Standing = Placed & Pick<Application, 'state' | 'version' | 'subject'>

/** The fields that follow from a state the application comes to; `known` is how it stands before. */
export function fieldsOfState(
  known: Standing & Partial<Derived>,
  state: ApplicationState,
  now: Instant,
  { procedure, calendar, area }: Ruling,
): Derived {
  const desk = deskOf(procedure, state, known, area)
  const seq = known.version + 1
  const round = state.path.length
  const told = tellingsOf(procedure, known.state, state).map(event => ({ event, seq, round }))
  const untold = [...(known.untold ?? []), ...told]
  const reminded = remindedAt(known.reminded ?? [], state)
  return {
    desk,
    dueBy: dueByOf(procedure, state, now, calendar),
    untold,
    reminded,
    nextTransitionAt: nextTransitionOf(procedure, { state, desk, untold, reminded }, now, calendar),
    register: known.register ?? entryOf(procedure, state, known.subject),
  }
}

/**
 * Changes an application in one atomic step, with what follows from its new state: the desk, the limit, what is to
 * be told, the register. Answers it as it is then; null, and nothing changed, where it is no longer at the version
 * that was read.
 */
export async function changeApplication(
  known: Application,
  change: ChainedChange<Application>,
  ruling?: Ruling,
): Promise<Application | null> {
  const { at, changes } = change
  const derived = changes.state
    ? fieldsOfState(
        { ...known, ...changes, state: known.state },
        changes.state,
        at,
        ruling ?? (await rulingOf(known)),
      )
    : {}
  const all: Partial<Application> = { ...changes, ...derived }
  const entry = await changeChained(applications, KEEPING, known, { ...change, changes: all })
  if (entry === null) return null
  const history = [...known.history, entry]
  return { ...known, ...all, version: entry.seq, updatedAt: at, history, lastHash: entry.hash }
}
