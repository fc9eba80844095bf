import type { Body } from '../catalog/district'
import type { ProcedureActor } from './definition'

type Named = Pick<Body, 'name' | 'aliases' | 'successors' | 'level' | 'generic'>

/**
 * The names of the departments that an actor is: those it names itself, each of its members, or the one of its
 * own name; `missing` holds what no body of the district answers to, under its name, an older one or a later one.
 */
export function departmentsOf(
  actor: ProcedureActor,
  bodies: readonly Named[],
): { names: string[]; missing: string[] } {
  const found = namesOf(actor).map(name => ({ name, body: bodyNamed(name, bodies) }))
  return {
    names: found.flatMap(({ body }) => body?.name ?? []),
    missing: found.flatMap(({ name, body }) => (body === null ? [name] : [])),
  }
}

/** The actors that a department may be, in the order of the procedures, each once. */
export function departmentBodies(
  department: string,
  actors: readonly ProcedureActor[],
  bodies: readonly Named[],
): string[] {
  const own = actors.filter(
    actor => actor.at === 'department' && departmentsOf(actor, bodies).names.includes(department),
  )
  return [...new Set(own.map(({ name }) => name))]
}

function namesOf({ name, members, units }: ProcedureActor): readonly string[] {
  if (units.length > 0) return units
  return members.length > 0 ? members : [name]
}

function bodyNamed(name: string, bodies: readonly Named[]): Named | null {
  const departments = bodies.filter(body => body.level === 'department' && !body.generic)
  const isNamed = (body: Named) =>
    [body.name, ...body.aliases, ...body.successors.map(successor => successor.name)].includes(name)
  return departments.find(body => body.name === name) ?? departments.find(isNamed) ?? null
}
