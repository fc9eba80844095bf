import type { ApplyingWay } from '../../shared/application/model'
import type { StartOffer } from '../../shared/application/page'
import { startOffers, subjectKindsAt } from '../../shared/application/starts'
import type { Procedure } from '../../shared/procedures/definition'
import { desksOf } from '../kit/desks'
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
  const procedures = await proceduresInForce(first.unit.districtId, now)
  const isPlace = first.unit.level === 'village' || first.unit.level === 'township'
  const mayBegin = ({ way, body }: StartOffer) => (way === 'self' ? isPlace : bodies.has(body))
  return {
    now,
    starts: procedures.flatMap(procedure =>
      startOffers(procedure)
        .filter(mayBegin)
        .map(offer => faceOf(procedure, offer)),
    ),
  }
}

/** 代办: what a household begins itself, a cadre of its village or township enters for it. */
function faceOf(procedure: Procedure, { step, name, body, way }: StartOffer) {
  const begun: ApplyingWay = way === 'self' ? 'cadre' : way
  const [subject = 'household'] = subjectKindsAt(procedure, step)
  const { procedureId, name: procedureName } = procedure
  return { procedureId, procedureName, step, name, body, way: begun, subject }
}
