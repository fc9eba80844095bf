import { procedureCardOf, procedurePageOf } from '../../shared/application/drawing'
import { areaOf } from '../kit/hands'
import { procedureInForce, proceduresInForce } from '../kit/procedures'
import { districtOf } from '../kit/reference'
import type { Call } from '../kit/serve'

/** The procedures of a district that can be begun now. */
export async function procedures({ district }: { district: string }, { now }: Call) {
  const inForce = await proceduresInForce(district, now)
  return { now, procedures: inForce.map(procedureCardOf) }
}

/** One of them with its drawing. */
export async function procedure(
  { district, procedure: id }: { district: string; procedure: string },
  { now }: Call,
) {
  const [{ name }, found, area] = await Promise.all([
    districtOf(district),
    procedureInForce(district, id, now),
    areaOf(district),
  ])
  return { now, procedure: procedurePageOf(found, { id: district, name }, area) }
}
