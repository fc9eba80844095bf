import type { NoticeTemplate } from '../catalog/template'
import { maskName, namesIn } from '../privacy/masks'
import type { ListRow } from './model'

/** One character alone is in every text. */
const TELLING_LENGTH = 2
/** A name of two characters may be a place as well (白云, 金华); from three on it is taken for the person's. */
const LENGTH_OF_PLACES = 2
const GOES_ON_AS_PLACE = /^(?:省|市|县|区|镇|乡|街道|村|社区|路|街|巷|桥)/

/** Full names of the people on a list, shown or not, longest first. */
export function listedNames(
  { columns }: Pick<NoticeTemplate, 'columns'>,
  rows: readonly ListRow[],
): string[] {
  const nameColumns = columns.filter(({ mask }) => mask === 'name')
  const names = rows.flatMap(row => nameColumns.flatMap(({ key }) => namesIn(row[key] ?? '')))
  return [...new Set(names)]
    .filter(name => [...name].length >= TELLING_LENGTH)
    .sort((a, b) => b.length - a.length)
}

/** True where one of the names stands in the text, padded with spaces or not. */
export function namesAnyOf(text: string, names: readonly string[]): boolean {
  const unspaced = text.replace(/\s+/g, '')
  return names.some(name => text.includes(name) || unspaced.includes(name))
}

/** True where one of the names stands in the text and is not that of a place: 金华 is named, 金华市 is not. */
export function namesPersonOf(text: string, names: readonly string[]): boolean {
  return names.some(name => restsAfter(name, text).some(rest => !isPlace(name, rest)))
}

/** The text with each of the names masked where it stands; a place called the same stays. */
export function maskNamesIn(text: string, names: readonly string[]): string {
  return names.filter(name => text.includes(name)).reduce(maskOne, text)
}

function maskOne(text: string, name: string): string {
  const [before = ''] = text.split(name)
  const masked = maskName(name)
  return restsAfter(name, text).reduce(
    (done, rest) => done + (isPlace(name, rest) ? name : masked) + rest,
    before,
  )
}

/** What follows each time the name stands in the text, up to the next time. */
function restsAfter(name: string, text: string): string[] {
  return text.split(name).slice(1)
}

function isPlace(name: string, rest: string): boolean {
  return [...name].length <= LENGTH_OF_PLACES && GOES_ON_AS_PLACE.test(rest)
}
