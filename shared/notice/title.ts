import { fillPattern } from '../catalog/pattern'
import { type NoticeTemplate, titleLevelOf } from '../catalog/template'
import type { UnitLevel } from '../catalog/unit'
import type { FieldValues } from './model'
import { fittedToPattern, officialValues } from './official-values'
import { villageNameOf } from './village-name'

export { villageNameOf } from './village-name'

/** The names of the places a notice speaks of, as the units are registered. */
export type PlaceNames = {
  districtName: string
  townName?: string | undefined
  villageName?: string | undefined
}

/**
 * A notice's title: its form's pattern filled from what the cadre wrote and where the unit is. What is still
 * missing shows as a blank.
 */
export function noticeTitle(
  template: Pick<NoticeTemplate, 'titlePattern' | 'fields'>,
  values: FieldValues,
  { itemName, ...places }: PlaceNames & { itemName?: string | undefined },
): string {
  const builtins = { ...placeValues(places), itemName }
  const written = fittedToPattern(template.titlePattern, officialValues(template.fields, values))
  return fillPattern(template.titlePattern, { ...builtins, ...written }).text.trim()
}

/** The levels whose place is known where a unit of the level stands: a village lies in a township and a district. */
const PLACES_AT: Record<UnitLevel, readonly UnitLevel[]> = {
  village: ['village', 'township', 'district'],
  township: ['township', 'district'],
  department: ['district'],
  district: ['district'],
  partner: ['district'],
}

/**
 * The level of the units that post this form, where a unit of the given level cannot: its title would have a
 * hole where the village or township stands. Null where it can.
 */
export function levelToPostFrom(
  template: Pick<NoticeTemplate, 'titlePattern'>,
  level: UnitLevel,
): UnitLevel | null {
  const wanted = titleLevelOf(template)
  return wanted === null || PLACES_AT[level].includes(wanted) ? null : wanted
}

/** The places under the names that patterns use. */
export function placeValues({ districtName, townName, villageName }: PlaceNames) {
  return { districtName, townName, villageName: villageName && villageNameOf(villageName) }
}
