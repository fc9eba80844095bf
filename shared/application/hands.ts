import type { Body } from '../catalog/district'
import { villageNameOf } from '../notice/village-name'
import { type Procedure, type ProcedureActor, stepOf } from '../procedures/definition'
import { departmentsOf } from '../procedures/departments'
import type { ApplicationState } from '../procedures/state'
import { type Application, deskKey } from './model'

/** A unit as far as it can have a step. */
export type HandUnit = {
  _id: string
  level: string
  name: string
  /** Departments and partners (学校、医院): the actors that the unit may be. */
  bodies?: readonly string[] | undefined
}

/** The units of a district, and its bodies with the names they had and have. */
export type Area = { units: readonly HandUnit[]; bodies: readonly Body[] }

/** Where an application was made, and who has what there. */
export type Placed = Pick<Application, 'unitCode' | 'path' | 'partners' | 'ownerId'> &
  Partial<Pick<Application, 'way'>>

/** A body at a unit that has a step. `name` is what the household reads. */
export type Hand = { desk: string; unit: string; body: string; name: string }

type Ruling = Pick<Procedure, 'actors' | 'steps' | 'department'>

/**
 * The bodies that can do something at the step, as desks. Empty while the household itself has it, and at the end;
 * where nobody of the household has it on a phone (提名、村干部代办), the village does their steps for them.
 */
export function deskOf(
  procedure: Ruling,
  state: Pick<ApplicationState, 'step' | 'end' | 'awaited'>,
  placed: Placed,
  area: Area,
): string[] {
  if (state.end !== null) return []
  return desksOf(procedure, whoCanAct(procedure, state), placed, area)
}

/** The desks of actors of the procedure, for one application. */
export function desksOf(procedure: Ruling, actors: readonly string[], placed: Placed, area: Area): string[] {
  return [...new Set(handsOf(procedure, actors, placed, area).map(hand => hand.desk))]
}

/** The units that have the step, as the household is told (泽雅镇、纸源村村委会); without the household itself. */
export function namesOfHands(
  procedure: Ruling,
  state: Pick<ApplicationState, 'step' | 'end'>,
  placed: Placed,
  area: Area,
): string[] {
  if (state.end !== null) return []
  const actors = stepOf(procedure, state.step)?.actors ?? []
  return [...new Set(handsOf(procedure, actors, placed, area).map(hand => hand.name))]
}

/** True where the household can do the step. */
export function isWithApplicant(procedure: Ruling, state: Pick<ApplicationState, 'step' | 'end'>): boolean {
  const actors = stepOf(procedure, state.step)?.actors ?? []
  return state.end === null && applicantNames(procedure, actors).length > 0
}

/** Of the actors, those that are the household (申请人、学生或监护人). */
export function applicantNames(procedure: Pick<Procedure, 'actors'>, actors: readonly string[]): string[] {
  return actors.filter(name => actorNamed(procedure, name)?.at === 'applicant')
}

/**
 * Those of the step, those that a line of it names (申请人提出异议), and whoever may give up what they asked for and
 * nobody hands in (法律援助法第四十三条).
 */
function whoCanAct(
  { steps }: Ruling,
  { step, awaited }: Pick<ApplicationState, 'step' | 'awaited'>,
): string[] {
  const present = steps.find(({ id }) => id === step)
  if (present === undefined) return []
  const asker = steps.find(({ id }) => id === awaited?.askedBy)
  const mayGiveUp =
    asker?.next.some(({ to }) => steps.find(({ id }) => id === to)?.end === 'withdrawn') === true
  return [
    ...new Set([
      ...present.actors,
      ...present.next.flatMap(line => line.by ?? []),
      ...(mayGiveUp ? asker.actors : []),
    ]),
  ]
}

function handsOf(procedure: Ruling, actors: readonly string[], placed: Placed, area: Area): Hand[] {
  return actors.flatMap(name => {
    const actor = actorNamed(procedure, name)
    if (actor === undefined) throw new Error(`actor ${name} is not in the procedure`)
    return unitsOf(actor, procedure, placed, area).map(unit => ({
      desk: deskKey(unit._id, name),
      unit: unit._id,
      body: name,
      name: nameOf(actor, unit),
    }))
  })
}

function actorNamed({ actors }: Pick<Procedure, 'actors'>, name: string): ProcedureActor | undefined {
  return actors.find(actor => actor.name === name)
}

function unitsOf(actor: ProcedureActor, procedure: Ruling, placed: Placed, area: Area): HandUnit[] {
  switch (actor.at) {
    case 'applicant':
      return isOnHouseholdsPhone(placed) ? [] : [inPath('village', placed, area)]
    case 'village':
    case 'township':
      return [inPath(actor.at, placed, area)]
    case 'district':
      return [districtUnit(area)]
    case 'department':
      return orDepartmentOf(procedure, able('department', actor.name, area.units), area)
    case 'partner':
      return orDepartmentOf(procedure, partnersOf(actor, placed, area), area)
  }
}

/** A cadre who applied for a household may leave the office; then the household's steps must lie with somebody. */
function isOnHouseholdsPhone({ ownerId, way }: Placed): boolean {
  return ownerId !== null && way !== 'cadre'
}

/** The village or township it was made in; where it was made in none (区里统一办的), the unit it was made at. */
function inPath(level: 'village' | 'township', { path, unitCode }: Placed, { units }: Area): HandUnit {
  const found = units.find(unit => unit.level === level && path.includes(unit._id))
  const own = found ?? units.find(unit => unit._id === unitCode)
  if (own === undefined) throw new Error(`unit ${unitCode} is not in its district`)
  return own
}

function districtUnit({ units }: Area): HandUnit {
  const found = units.find(unit => unit.level === 'district')
  if (found === undefined) throw new Error('a district without a unit of its own')
  return found
}

/** The one the applicant named, else the only one there is. */
function partnersOf({ name }: ProcedureActor, { partners }: Placed, { units }: Area): HandUnit[] {
  const those = able('partner', name, units)
  const named = those.find(unit => unit._id === partners[name])
  if (named !== undefined) return [named]
  return those.length === 1 ? those : []
}

/** The departments or partners that may be the body. */
export function able(level: 'department' | 'partner', body: string, units: Area['units']): HandUnit[] {
  return units.filter(unit => unit.level === level && unit.bodies?.includes(body) === true)
}

/** A body that is not on the platform: the procedure's department enters its steps, and at the last the district. */
function orDepartmentOf({ department }: Ruling, found: HandUnit[], { units, bodies }: Area): HandUnit[] {
  if (found.length > 0) return found
  const members = department.split('、')
  const { names } = departmentsOf({ name: department, at: 'department', members, units: [] }, bodies)
  const departments = units.filter(unit => unit.level === 'department' && names.includes(unit.name))
  return departments.length > 0 ? departments : [districtUnit({ units, bodies })]
}

const TOWNSHIP_WORD = /^各?(?:镇街|乡镇（街道）|街道（镇）)|（镇街）$/
const COMMITTEE = '村民委员会'

function nameOf(actor: ProcedureActor, unit: HandUnit): string {
  switch (actor.at) {
    case 'village':
      return unit.level === 'village' ? villageBody(unit, actor.name) : unit.name
    case 'applicant':
      return unit.level === 'village' ? villageBody(unit, COMMITTEE) : unit.name
    case 'township':
      return unit.level === 'township' ? unit.name + actor.name.replace(TOWNSHIP_WORD, '') : unit.name
    case 'district':
      return unit.name + actor.name.replace(/^区/, '')
    case 'partner':
      return unit.level === 'partner' ? unit.name : `${actor.name}（由${unit.name}代办）`
    case 'department':
      return unit.name
  }
}

function villageBody(unit: HandUnit, body: string): string {
  const village = villageNameOf(unit.name)
  const committee = village.endsWith('社区') ? '居委会' : '村委会'
  return village + body.replace(COMMITTEE, committee)
}
