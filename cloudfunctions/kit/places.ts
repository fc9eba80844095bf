import { isPlace, type Unit } from '../../shared/catalog'
import { unitOf, unitsUnder } from './reference'

/** The names a notice's title and sentences are filled with. */
export type Places = { districtName: string; townName?: string; villageName?: string }

/** The district, and the township and village where the unit is or lies in one. */
export async function placesOf(unit: Unit): Promise<Places> {
  const path = await Promise.all(unit.path.map(unitOf))
  const nameAt = (level: Unit['level']) => path.find(one => one.level === level)?.name
  return {
    districtName: nameAt('district') ?? '',
    townName: nameAt('township'),
    villageName: nameAt('village'),
  }
}

/**
 * On whose boards a unit's notice shows: its own, those above, and those within what it answers for.
 * A department answers for the whole district it belongs to, a partner (学校) for nothing beside itself.
 */
export async function boardsOf(unit: Unit): Promise<string[]> {
  const area = unit.level === 'department' && unit.parent !== null ? unit.parent : unit._id
  const within = (await unitsUnder(area)).filter(isPlace)
  return [...new Set([...unit.path, ...within.map(one => one._id)])]
}
