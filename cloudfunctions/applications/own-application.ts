import type { Application } from '../../shared/application/model'
import { ownPageOf } from '../../shared/application/own-page'
import type { Instant } from '../../shared/calendar/model'
import type { Actor } from '../../shared/notice/model'
import { applications, rulingOf } from '../kit/application-store'
import { type Caller, signedIn } from '../kit/caller'
import { desksOfPerson } from '../kit/desks'
import { Refusal } from '../kit/refusal'
import { WORDS } from './words'

/** An application that the caller follows as its own; the same answer whether it is missing or another's. */
export async function ownApplication(id: string, caller: Caller): Promise<{ found: Application; by: Actor }> {
  const personId = signedIn(caller)
  const found = await applications.get(id)
  if (!found || !(await isOwn(found, personId))) throw new Refusal('NOT_FOUND', WORDS.notFound)
  return { found, by: asResident(personId) }
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
