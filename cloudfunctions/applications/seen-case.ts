import { applicantNames, desksOf as desksOfActors } from '../../shared/application/hands'
import { type Application, deskKey, placeOfDesk } from '../../shared/application/model'
import type { Surroundings } from '../../shared/application/progress'
import { stepOf } from '../../shared/procedures/definition'
import type { Actor } from '../../shared/procedures/state'
import { applications, rulingOf } from '../kit/application-store'
import type { Acting } from '../kit/caller'
import type { Desk } from '../kit/desks'
import { Refusal } from '../kit/refusal'
import { WORDS } from '../kit/words'

/** A body that the caller can act as in a case, and how that is signed. */
export type Sitting = { body: string; actor: Actor; acting: Acting; unitName: string }

/** A case as the caller sees it. `sittings` are all the bodies of the case that are the caller's. */
export type SeenCase = { application: Application; ruling: Surroundings; sittings: Sitting[] }

/**
 * A case that lies on one of the desks, or did at an earlier step. Refuses with NOT_FOUND otherwise: the answer is
 * the same whether there is no such case or it is another's.
 */
export async function seenCase(id: string, desks: readonly Desk[]): Promise<SeenCase> {
  const application = await applications.get(id)
  const seen = application && asSeen(application, await rulingOf(application), desks)
  if (!seen) throw new Refusal('NOT_FOUND', WORDS.applicationNotFound)
  return seen
}

/** The case with the caller's part in it, or null where it never was on one of the desks. */
export function asSeen(
  application: Application,
  ruling: Surroundings,
  desks: readonly Desk[],
): SeenCase | null {
  const sittings = sittingsIn(application, ruling, desks)
  const touched = bodiesTouched(application, ruling)
  return sittings.some(({ body }) => touched.has(body)) ? { application, ruling, sittings } : null
}

/**
 * The caller in the household's place, under each name that is or was asked of it: none where the household has a
 * phone of its own, and at desks that do not do its steps. One that was stays: an answer that was lost is asked for
 * again when the case has gone on.
 */
export function inHouseholdsPlace(
  application: Application,
  ruling: Surroundings,
  desks: readonly Desk[],
): Sitting[] {
  const touched = bodiesTouched(application, ruling)
  const names = applicantNames(ruling.procedure, [...touched])
  return sittingsIn(application, ruling, desks).filter(({ body }) => names.includes(body))
}

function bodiesTouched(application: Application, ruling: Surroundings): Set<string> {
  return new Set([...bodiesSoFar(application, ruling), ...bodiesOnDesk(application)])
}

/** The bodies whose step the case is at or was at, from its start. */
function bodiesSoFar({ state }: Application, { procedure }: Surroundings): string[] {
  const visited = [state.startStep, ...state.path.map(({ to }) => to)]
  return visited.flatMap(id => stepOf(procedure, id)?.actors ?? [])
}

function bodiesOnDesk({ desk }: Application): string[] {
  return desk.map(key => placeOfDesk(key).body)
}

function sittingsIn(
  application: Application,
  { procedure, area }: Surroundings,
  desks: readonly Desk[],
): Sitting[] {
  const bodies = procedure.actors.map(({ name }) => name)
  return bodies.flatMap(body => {
    const keys = desksOfActors(procedure, [body], application, area)
    const isHouseholds = applicantNames(procedure, [body]).length > 0
    const desk = desks.find(one => one.allBodies.includes(body) && keys.includes(deskKey(one.unit._id, body)))
    if (desk === undefined) return []
    const { acting, unit } = desk
    // 代办: nobody of the household has it on a phone.
    const actor = isHouseholds ? { name: body, agent: unit.name } : { name: body }
    return [{ body, actor, acting, unitName: unit.name }]
  })
}
