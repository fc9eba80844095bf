import type { Application } from '../../shared/application/model'
import { householdActors, ownPageOf } from '../../shared/application/own-page'
import type { Instant } from '../../shared/calendar/model'
import type { Actor } from '../../shared/notice/model'
import type { Actor as Party } from '../../shared/procedures/state'
import { applications, type Ruling, rulingOf } from '../kit/application-store'
import { type Caller, signedIn } from '../kit/caller'
import { desksOfPerson } from '../kit/desks'
import { Refusal } from '../kit/refusal'
import { inHouseholdsPlace } from './seen-case'
import { WORDS } from './words'

/** `by` signs in the history; `household` is whom the procedure knows there, with whoever acts on its behalf. */
type Held = { found: Application; ruling: Ruling; by: Actor; household: Party[] }

/**
 * An application that the caller follows as its own, or that the caller's office does for a household without a
 * phone (提名). The same answer whether it is missing or another's.
 */
export async function ownApplication(id: string, caller: Caller): Promise<Held> {
  const personId = signedIn(caller)
  const found = await applications.get(id)
  const held = found && (await heldBy(found, personId))
  if (!held) throw new Refusal('NOT_FOUND', WORDS.notFound)
  return held
}

async function heldBy(found: Application, personId: string): Promise<Held | null> {
  const ruling = await rulingOf(found)
  if (await isOwn(found, personId)) {
    const household = householdActors({ procedure: ruling.procedure, application: found })
    return { found, ruling, by: asResident(personId), household }
  }
  const sittings = inHouseholdsPlace(found, ruling, await desksOfPerson(personId))
  const [first] = sittings
  if (first === undefined) return null
  return { found, ruling, by: first.acting, household: sittings.map(({ actor }) => actor) }
}

/**
 * True where the person follows it as their own. What a cadre applied for on a household's behalf (代办) is theirs as
 * long as they hold an office there: the household's papers do not leave with them.
 */
export async function isOwn(
  { ownerId, way, path }: Pick<Application, 'ownerId' | 'way' | 'path'>,
  personId: string,
): Promise<boolean> {
  if (ownerId !== personId) return false
  return way !== 'cadre' || (await desksOfPerson(personId)).some(({ unit }) => path.includes(unit._id))
}

/** Who did it, for the history, where no office is needed. */
export function asResident(personId: string): Actor {
  return { personId, role: 'resident', unit: '' }
}

/** The answer of every action of the household. */
export async function answerOf(found: Application, now: Instant) {
  return { now, application: ownPageOf(found, await rulingOf(found), now) }
}
