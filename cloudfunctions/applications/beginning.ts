import { able, desksOf } from '../../shared/application/hands'
import type { Application, ApplyingWay } from '../../shared/application/model'
import { deskKey } from '../../shared/application/model'
import { offersFor } from '../../shared/application/starts'
import type { Instant } from '../../shared/calendar/model'
import type { Unit } from '../../shared/catalog'
import { isPlace } from '../../shared/catalog/unit'
import type { Actor as Doer } from '../../shared/notice/model'
import { advance } from '../../shared/procedures/advance'
import { stepOf } from '../../shared/procedures/definition'
import { startApplication } from '../../shared/procedures/start'
import type { Actor, ApplicationState } from '../../shared/procedures/state'
import type { Ruling } from '../kit/application-store'
import { type Caller, signedIn } from '../kit/caller'
import { desksOfPerson } from '../kit/desks'
import { stateAfter } from '../kit/procedure-refusal'
import { unitOf } from '../kit/reference'
import { Refusal } from '../kit/refusal'
import { WORDS as KIT_WORDS } from '../kit/words'
import { asResident } from './own-application'
import { WORDS } from './words'

type Start = { start: string; way: ApplyingWay; agent: Application['agent'] }

/**
 * The place an application is made at. A department has no households: what it begins is made at its district.
 * Refuses with INVALID_INPUT where the unit is another district's, or a household's is no village.
 */
export async function placeOf(
  code: string,
  { districtId, way }: { districtId: string; way: ApplyingWay },
): Promise<Unit> {
  const unit = await unitOf(code)
  if (unit.districtId !== districtId) throw new Refusal('INVALID_INPUT', KIT_WORDS.unitOutsideDistrict)
  const isHouseholds = way !== 'office'
  if (isHouseholds && unit.level !== 'village') throw new Refusal('INVALID_INPUT', WORDS.needsVillage)
  return isPlace(unit) || unit.parent === null ? unit : unitOf(unit.parent)
}

/** Refuses with INVALID_INPUT a partner (学校) that is none of the procedure's, or not of the district. */
export function checkPartners(partners: Application['partners'], { procedure, area }: Ruling): void {
  for (const [body, code] of Object.entries(partners)) {
    const isBody = procedure.actors.some(({ name, at }) => name === body && at === 'partner')
    const isKnown = isBody && able('partner', body, area.units).some(({ _id }) => _id === code)
    if (!isKnown) throw new Refusal('INVALID_INPUT', WORDS.partnerWrong)
  }
}

/**
 * Who begins it, in the name of which actor of the procedure. Refuses with INVALID_INPUT where it cannot begin there
 * in that way, and with FORBIDDEN where that takes an office which the caller does not hold.
 */
export async function beginner(
  { start, way, agent }: Start,
  place: Unit,
  partners: Application['partners'],
  { procedure, area }: Ruling,
  caller: Caller,
): Promise<{ actor: Actor; by: Doer }> {
  const personId = signedIn(caller)
  const bodies = offersFor(procedure, start, way).map(({ body }) => body)
  const [first] = bodies
  if (first === undefined) throw new Refusal('INVALID_INPUT', WORDS.notStartedSo)
  if (way === 'self') return { actor: { name: first }, by: asResident(personId) }
  if (way === 'family') return { actor: onBehalf(first, agent?.name ?? ''), by: asResident(personId) }
  const desks = await desksOfPerson(personId)
  if (way === 'cadre') {
    const own = desks.find(({ unit }) => place.path.includes(unit._id))
    if (own === undefined) throw new Refusal('FORBIDDEN', WORDS.notYourVillage)
    return { actor: onBehalf(first, agent?.name ?? own.unit.name), by: own.acting }
  }
  const placed = { unitCode: place._id, path: place.path, partners, ownerId: null }
  for (const body of bodies) {
    const keys = desksOf(procedure, [body], placed, area)
    const own = desks.find(
      ({ unit, allBodies }) => allBodies.includes(body) && keys.includes(deskKey(unit._id, body)),
    )
    if (own !== undefined) return { actor: { name: body }, by: own.acting }
  }
  throw new Refusal('FORBIDDEN', WORDS.notYourStart)
}

/**
 * The state an application begins in. Where the first step is the handing in and nothing else, that is done with it:
 * the case lies on the next desk at once.
 */
export function firstState(
  { procedure, calendar }: Ruling,
  { start, actor, now }: { start: string; actor: Actor; now: Instant },
): ApplicationState {
  const begun = stateAfter(startApplication(procedure, { by: actor, at: start, now }))
  const step = stepOf(procedure, start)
  const [line, ...others] = step?.next ?? []
  const isHandingIn = step?.kind === 'submit' && line?.outcome === 'ok' && others.length === 0
  if (!isHandingIn) return begun
  return stateAfter(advance(procedure, begun, { type: 'move', by: actor, to: line.to }, now, calendar))
}

function onBehalf(name: string, agent: string): Actor {
  return { name, agent }
}

/** Nobody of the household has a nomination, or what an office begins, on a phone. */
export function ownerOf(way: ApplyingWay, personId: string): string | null {
  return way === 'nominated' || way === 'office' ? null : personId
}
