import * as z from 'zod/mini'
import type { Application } from '../../shared/application/model'
import { instant } from '../../shared/calendar/model'
import { applications, rulingOf } from '../kit/application-store'
import { type Caller, signedIn } from '../kit/caller'
import { desksOfPerson } from '../kit/desks'
import { documents } from '../kit/documents'
import { addressOf } from '../kit/file-address'
import { newId } from '../kit/new-id'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'
import { DESK_WORDS } from './desk-words'
import { isOwn } from './own-application'
import { asSeen } from './seen-case'

/** That somebody who handles a case opened a file of the household. */
const opening = z.object({
  _id: z.string(),
  applicationId: z.string(),
  materialId: z.string(),
  personId: z.string(),
  at: instant,
})
const openings = documents('openings', opening)

/**
 * An address of a material for ten minutes: for the household, and for those whose step the case is or was. Whoever
 * handles it leaves a trace before the address is given.
 */
export async function file({ id, material }: { id: string; material: string }, { caller, now }: Call) {
  const { application, isHouseholds, personId } = await openedBy(caller, id)
  const found = application.materials.find(one => one.id === material)
  if (found === undefined) throw new Refusal('NOT_FOUND', DESK_WORDS.materialNotFound)
  if (!isHouseholds) {
    await openings.addOnce({ _id: newId(), applicationId: id, materialId: material, personId, at: now })
  }
  const url = await addressOf(found.fileId)
  if (url === null) throw new Refusal('NOT_FOUND', DESK_WORDS.fileGone)
  return { url, mime: found.mime }
}

type Opened = { application: Application; isHouseholds: boolean; personId: string }

/** Refuses with NOT_FOUND, the same whether the case is missing or neither one's own nor on one's desk. */
async function openedBy(caller: Caller, id: string): Promise<Opened> {
  const personId = signedIn(caller)
  const application = await applications.get(id)
  if (application !== null) {
    const isFollower = await isOwn(application, personId)
    const isHouseholds = isFollower && application.way !== 'cadre'
    if (isFollower || (await isHandled(application, personId))) return { application, isHouseholds, personId }
  }
  throw new Refusal('NOT_FOUND', WORDS.applicationNotFound)
}

async function isHandled(application: Application, personId: string): Promise<boolean> {
  const desks = await desksOfPerson(personId)
  return desks.length > 0 && asSeen(application, await rulingOf(application), desks) !== null
}
