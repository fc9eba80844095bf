import { fillPattern } from '../catalog/pattern'
import type { NoticeTemplate } from '../catalog/template'
import type { FieldValues } from './model'
import { fittedToPattern, officialValues } from './official-values'

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

const COMMITTEE = /(?:村民委员会|居民委员会|村委会|居委会)$/

/**
 * The village in the name of its committee, as people and titles say it.
 * @example villageNameOf('净水村委会') // '净水村'
 * @example villageNameOf('后村村委会') // '后村'
 */
export function villageNameOf(unitName: string): string {
  const name = unitName.trim()
  const stem = name.replace(COMMITTEE, '')
  const isRegisteredName = stem !== name && stem !== ''
  if (!isRegisteredName) return name
  return /(?:村|社区)$/.test(stem) ? stem : stem + placeWord(name)
}

function placeWord(registeredName: string): string {
  return /(?:居民委员会|居委会)$/.test(registeredName) ? '社区' : '村'
}
