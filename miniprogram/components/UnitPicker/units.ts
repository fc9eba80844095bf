import type { DataOf } from '../../../shared/contract'

export type DistrictChoice = DataOf<'catalog', 'districts'>['districts'][number]
export type Unit = DataOf<'catalog', 'units'>['units'][number]

const MOST_FOUND = 50

/** The units right below one. */
export function childrenOf(units: Unit[], parent: Unit): Unit[] {
  return units.filter(unit => unit.parent === parent.code)
}

/** Units whose name has the word in it, villages and townships alike. */
export function matching(units: Unit[], word: string): Unit[] {
  const sought = word.trim()
  return units.filter(unit => unit.name.includes(sought)).slice(0, MOST_FOUND)
}

/** `某区 · 某镇` for a village, `某区` for a township, empty for the district itself. */
export function namesAbove(units: Unit[], district: DistrictChoice, code: string): string {
  if (code === district.code) return ''
  const unit = units.find(other => other.code === code)
  const parent = units.find(other => other.code === unit?.parent)
  const isBelowTownship = parent !== undefined && parent.code !== district.code
  return isBelowTownship ? `${district.name} · ${parent.name}` : district.name
}
