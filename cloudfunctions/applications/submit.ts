import type { Agent, Application, ApplyingWay, FamilyMember, Subject } from '../../shared/application/model'
import type { Instant } from '../../shared/calendar/model'
import { applications, fieldsOfState, rulingBy } from '../kit/application-store'
import { signedIn } from '../kit/caller'
import { followOwn } from '../kit/follows'
import { CHAIN_START, digest, historyEntry } from '../kit/history'
import { procedureInForce } from '../kit/procedures'
import { districtOf } from '../kit/reference'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { statedAgent, statedSubject } from './applicant'
import { beginner, checkPartners, firstState, ownerOf, placeOf } from './beginning'
import { claimFor } from './claim'
import { type HandedIn, withMaterials } from './materials'
import { newTrackCode, nextCaseNo } from './numbers'
import { answerOf } from './own-application'
import { WORDS } from './words'

type Input = {
  id: string
  district: string
  procedure: string
  start: string
  unit: string
  way: ApplyingWay
  subject: Subject
  family: FamilyMember[]
  agent: Agent | null
  partners: Record<string, string>
  materials: HandedIn[]
  example?: boolean
}

/**
 * Makes an application and hands it in. Sent again with the same `id` and contents (a lost answer) it is made once.
 * Refuses with CONFLICT a second one of the same household for the same thing, and an id that is taken.
 */
export async function submit(input: Input, call: Call) {
  const personId = signedIn(call.caller)
  const known = await applications.get(input.id)
  const made = known === null ? await make(input, personId, call) : sameAsSent(known, input, personId)
  await followOwn(made, call.now)
  return answerOf(made, call.now)
}

async function make(input: Input, personId: string, call: Call): Promise<Application> {
  const { now } = call
  const drawn = await drawnUp(input, personId, call)
  await claimFor(drawn, drawn._id, now)
  const numbered = { ...drawn, caseNo: await nextCaseNo(now), trackCode: newTrackCode() }
  if (await applications.addOnce(numbered)) return numbered
  const other = await applications.get(numbered._id)
  if (other === null) throw new Error(`application ${numbered._id} was neither added nor is it there`)
  return sameAsSent(other, input, personId)
}

/** The application as it is to be stored but for its numbers, which are drawn only when all else is right. */
async function drawnUp(
  input: Input,
  personId: string,
  { caller, now }: Call,
): Promise<Omit<Application, 'caseNo' | 'trackCode'>> {
  const { id, start, way, family, partners } = input
  const district = await districtOf(input.district)
  const procedure = await procedureInForce(district._id, input.procedure, now)
  const ruling = await rulingBy(procedure)
  const place = await placeOf(input.unit, { districtId: district._id, way })
  const subject = statedSubject(procedure, input)
  const agent = statedAgent(input)
  checkPartners(partners, ruling)
  const { actor, by } = await beginner({ start, way, agent }, place, partners, ruling, caller)
  const state = firstState(ruling, { start, actor, now })
  const materials = await withMaterials([], input.materials, { personId, application: id, now })
  const entry = firstEntry(input, by, now)
  const own = {
    _id: id,
    version: 1,
    example: input.example === true && district.contacts.placeholder,
    districtId: district._id,
    editionId: procedure.editionId,
    procedureId: procedure.procedureId,
    procedureName: procedure.name,
    unitCode: place._id,
    unitName: place.name,
    path: place.path,
    way,
    subject,
    family,
    agent,
    ownerId: ownerOf(way, personId),
    materials,
    records: [],
    state,
    partners,
    createdAt: now,
    updatedAt: now,
    history: [entry],
    lastHash: entry.hash,
  }
  return { ...own, ...fieldsOfState(own, state, now, ruling) }
}

/** What was sent is kept as a digest: it says whether the same is sent again, and nothing of whom it is about. */
function firstEntry(input: Input, by: { personId: string; role: string; unit: string }, now: Instant) {
  const after = { contents: digest(input) }
  return historyEntry({ at: now, by, action: 'submitted', before: {}, after }, 1, CHAIN_START)
}

/** Refuses with CONFLICT, in one sentence whoever took the id, where it is not the very sending that made it. */
function sameAsSent(known: Application, input: Input, personId: string): Application {
  const [first] = known.history
  const isSame = first?.by.personId === personId && first.after.contents === digest(input)
  if (!isSame) throw new Refusal('CONFLICT', WORDS.usedId)
  return known
}
