import { fillPattern } from '../catalog/pattern'
import type { NoticeTemplate } from '../catalog/template'
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

/** The places under the names that patterns use. */
export function placeValues({ districtName, townName, villageName }: PlaceNames) {
  return { districtName, townName, villageName: villageName && villageNameOf(villageName) }
}
