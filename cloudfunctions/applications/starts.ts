import { type Area, desksOf as desksOfActors } from '../../shared/application/hands'
import { type ApplyingWay, deskKey } from '../../shared/application/model'
import type { StartOffer } from '../../shared/application/page'
import { startOffers, subjectKindsAt } from '../../shared/application/starts'
import type { Unit } from '../../shared/catalog'
import type { Procedure } from '../../shared/procedures/definition'
import { desksOf } from '../kit/desks'
import { areaOf } from '../kit/hands'
import { proceduresInForce } from '../kit/procedures'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'

/** Procedures that the caller may begin for others at the unit, in the order of the procedures. */
export async function starts({ unit }: { unit: string }, { caller, now }: Call) {
  const desks = (await desksOf(caller)).filter(one => one.unit._id === unit)
  const [first] = desks
  if (first === undefined) throw new Refusal('FORBIDDEN', WORDS.noDesk)
  const bodies = new Set(desks.flatMap(one => one.bodies))
  const others = new Set(desks.flatMap(one => one.allBodies))
  const { districtId } = first.unit
  const [procedures, area] = await Promise.all([proceduresInForce(districtId, now), areaOf(districtId)])
  const mayBegin = (procedure: Procedure, { way, body }: StartOffer) => {
    if (way === 'self') return isNearHouseholds(first.unit)
    return bodies.has(body) || (others.has(body) && isEnteredBy(first.unit, body, procedure, area))
  }
  return {
    now,
    starts: procedures.flatMap(procedure =>
      startOffers(procedure)
        .filter(offer => mayBegin(procedure, offer))
        .map(offer => faceOf(procedure, offer)),
    ),
  }
}

/** 代办 is done where households come by. */
function isNearHouseholds({ level }: Unit): boolean {
  return level === 'village' || level === 'township'
}

/** True for a department that begins what a body of the procedure would that is not on the platform (医疗机构). */
function isEnteredBy({ _id, level, path }: Unit, body: string, procedure: Procedure, area: Area): boolean {
  if (level !== 'department') return false
  const placed = { unitCode: _id, path, partners: {}, ownerId: null }
  return desksOfActors(procedure, [body], placed, area).includes(deskKey(_id, body))
}

/** 代办: what a household begins itself, a cadre of its village or township enters for it. */
function faceOf(procedure: Procedure, { step, name, body, way }: StartOffer) {
  const begun: ApplyingWay = way === 'self' ? 'cadre' : way
  const [subject = 'household'] = subjectKindsAt(procedure, step)
  const { procedureId, name: procedureName } = procedure
  return { procedureId, procedureName, step, name, body, way: begun, subject }
}
