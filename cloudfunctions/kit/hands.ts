import type { Area } from '../../shared/application/hands'
import { districtOf, unitsUnder } from './reference'

/** The units of a district and the names of its bodies, to find whose a step is. */
export async function areaOf(districtId: string): Promise<Area> {
  const { code, bodies } = await districtOf(districtId)
  return { units: await unitsUnder(code), bodies }
}
