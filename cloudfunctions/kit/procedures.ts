import { beijingDate } from '../../shared/calendar/date'
import type { Instant } from '../../shared/calendar/model'
import {
  latestVersion,
  type Procedure,
  type ProcedureActor,
  procedure,
} from '../../shared/procedures/definition'
import { documents } from './documents'
import { editionOn, editionsOfDistrict } from './reference'
import { Refusal } from './refusal'
import { remember } from './remember'
import { WORDS } from './words'

const procedures = documents('procedures', procedure)

const textById = remember((id: string) => procedures.get(id))
const ofEdition = remember((id: string) => procedures.all({ editionId: id }))

/** The very text of a procedure that rules an application. @throws Error where it is no longer there. */
export async function procedureText(id: string): Promise<Procedure> {
  const found = await textById(id)
  if (!found) throw new Error(`procedure ${id} rules applications but is not loaded`)
  return found
}

/** The procedures that rule a new application in a district, each in its latest text. */
export async function proceduresInForce(districtId: string, now: Instant): Promise<Procedure[]> {
  const edition = await editionOn(districtId, beijingDate(now))
  const all = await ofEdition(edition._id)
  return all
    .filter(one => latestVersion(all, one.procedureId) === one)
    .sort((a, b) => a.procedureId.localeCompare(b.procedureId, 'en', { numeric: true }))
}

/** Refuses with NOT_FOUND where the district has no such procedure. */
export async function procedureInForce(
  districtId: string,
  procedureId: string,
  now: Instant,
): Promise<Procedure> {
  const found = (await proceduresInForce(districtId, now)).find(one => one.procedureId === procedureId)
  if (!found) throw new Refusal('NOT_FOUND', WORDS.procedureNotFound)
  return found
}

/** Every text of every procedure that a district has or had: older ones go on ruling what began under them. */
export async function textsOf(districtId: string): Promise<Procedure[]> {
  const editions = await editionsOfDistrict(districtId)
  return (await Promise.all(editions.map(one => ofEdition(one._id)))).flat(1)
}

/** The actors of all those texts, each once. */
export async function actorsOf(districtId: string): Promise<ProcedureActor[]> {
  const texts = await textsOf(districtId)
  const byName = new Map(texts.flatMap(text => text.actors.map(actor => [actor.name, actor])))
  return [...byName.values()]
}
