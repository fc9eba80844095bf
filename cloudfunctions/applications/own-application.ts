import type { Application } from '../../shared/application/model'
import { ownPageOf } from '../../shared/application/own-page'
import type { Instant } from '../../shared/calendar/model'
import type { Actor } from '../../shared/notice/model'
import { applications, rulingOf } from '../kit/application-store'
import { type Caller, signedIn } from '../kit/caller'
import { Refusal } from '../kit/refusal'
import { WORDS } from './words'

/** An application that the caller follows as its own; the same answer whether it is missing or another's. */
export async function ownApplication(id: string, caller: Caller): Promise<{ found: Application; by: Actor }> {
  const personId = signedIn(caller)
  const found = await applications.get(id)
  if (!found || found.ownerId !== personId) throw new Refusal('NOT_FOUND', WORDS.notFound)
  return { found, by: asResident(personId) }
}

/** Who did it, for the history, where no office is needed. */
export function asResident(personId: string): Actor {
  return { personId, role: 'resident', unit: '' }
}

/** The answer of every action of the household. */
export async function answerOf(found: Application, now: Instant) {
  return { now, application: ownPageOf(found, await rulingOf(found), now) }
}
