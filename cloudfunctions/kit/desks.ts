import { bodiesOf } from '../../shared/access/table'
import { ownBodies, stoodInFor } from '../../shared/application/bodies-at'
import { deskKey } from '../../shared/application/model'
import type { Unit } from '../../shared/catalog'
import { type Acting, type Caller, postsOf, signedIn } from './caller'
import { actorsOf } from './procedures'
import { findUnit } from './reference'
import { Refusal } from './refusal'
import { WORDS } from './words'

/** An office from which steps of applications are taken, with the bodies in whose names. */
export type Desk = {
  unit: Unit
  acting: Acting
  /** The unit's own bodies, as the person knows them. */
  bodies: string[]
  /** Those and the bodies the unit stands in for. */
  allBodies: string[]
}

/** The desks a person sits at now; none for whoever has no such office, or had it. */
export async function desksOfPerson(personId: string): Promise<Desk[]> {
  const posts = await postsOf(personId)
  const desks = posts.map(async (post): Promise<Desk[]> => {
    const unit = await findUnit(post.unit)
    if (unit === null) return []
    const actors = await actorsOf(unit.districtId)
    const own = ownBodies(unit, actors)
    const allBodies = bodiesOf(post, own, stoodInFor(unit, actors))
    if (allBodies.length === 0) return []
    const bodies = allBodies.filter(body => own.includes(body))
    return [{ unit, acting: { personId, role: post.role, unit: unit._id }, bodies, allBodies }]
  })
  return (await Promise.all(desks)).flat()
}

/** The desks of the caller. Refuses with FORBIDDEN whoever has none. */
export async function desksOf(caller: Caller): Promise<Desk[]> {
  const desks = await desksOfPerson(signedIn(caller))
  if (desks.length === 0) throw new Refusal('FORBIDDEN', WORDS.noDesk)
  return desks
}

/** The keys under which applications lie on the desks. */
export function keysOf(desks: readonly Desk[]): string[] {
  return [...new Set(desks.flatMap(({ unit, allBodies }) => allBodies.map(body => deskKey(unit._id, body))))]
}
