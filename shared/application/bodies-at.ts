import type { Unit } from '../catalog/unit'
import type { ActorPlace, ProcedureActor } from '../procedures/definition'

type Sitting = Pick<Unit, 'level' | 'bodies'>

/** Whose steps a unit enters where those themselves are not on the platform; it is asked for them last. */
const STANDS_IN_FOR: Readonly<Record<Unit['level'], readonly ActorPlace[]>> = {
  village: ['applicant'],
  township: ['village', 'applicant'],
  department: ['partner'],
  district: ['department', 'partner', 'township', 'village', 'applicant'],
  partner: [],
}

/** The actors that the unit itself may be: those of its level, or those that its own entry names. */
export function ownBodies(unit: Sitting, actors: readonly ProcedureActor[]): string[] {
  if (unit.level === 'department' || unit.level === 'partner') return [...(unit.bodies ?? [])]
  return namesAt([unit.level], actors)
}

/** The actors whose steps the unit enters for them. */
export function stoodInFor({ level }: Sitting, actors: readonly ProcedureActor[]): string[] {
  return namesAt(STANDS_IN_FOR[level], actors)
}

function namesAt(places: readonly ActorPlace[], actors: readonly ProcedureActor[]): string[] {
  return [...new Set(actors.filter(({ at }) => places.includes(at)).map(({ name }) => name))]
}
