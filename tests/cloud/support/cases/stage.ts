import { type Unit, unit } from '../../../../shared/catalog/unit'
import type { House } from '../house'
import { MAOAO_VILLAGE, ZHIYUAN_VILLAGE } from '../writing'
import { type Cast, castIn } from './cast'
import { type Forms, formsIn } from './posting'

const VILLAGE_OF: Readonly<Record<string, string>> = { ouhai: ZHIYUAN_VILLAGE, jiangbei: MAOAO_VILLAGE }

/** Where the runs take place: the units, whoever works there, and the forms of notices. */
export type Stage = { house: House; cast: Cast; forms: Forms; units: readonly Unit[] }

export async function stageIn(house: House): Promise<Stage> {
  const [forms, units] = await Promise.all([formsIn(house), house.stored('units', unit)])
  return { house, cast: castIn(house), forms, units }
}

/** The village in which the runs of a district are. */
export function villageOf({ units }: Stage, districtId: string): Unit {
  const found = units.find(one => one._id === VILLAGE_OF[districtId])
  if (found === undefined) throw new Error(`no village of ${districtId}`)
  return found
}

/** The unit of the district that is the body, or that acts for a household without a phone. */
export function unitOfBody(stage: Stage, districtId: string, body: string, at: string): Unit {
  const village = villageOf(stage, districtId)
  const own = stage.units.filter(one => one.districtId === districtId)
  const level = at === 'applicant' ? 'village' : at
  const inPath = own.find(one => one.level === level && village.path.includes(one._id))
  const named = own.find(one => one.bodies?.includes(body))
  const found = inPath ?? named
  if (found === undefined) throw new Error(`${body} (${at}) has no unit in ${districtId}`)
  return found
}
