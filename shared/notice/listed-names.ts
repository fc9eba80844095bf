import type { NoticeTemplate } from '../catalog/template'
import { maskName } from '../privacy/masks'
import type { ListRow } from './model'

/** A shorter name is too often a word (和平, 国庆) to be taken for a person's in a text. */
const TELLING_LENGTH = 3

/** Full names of the people on a list that cannot be taken for anything else in a text, longest first. */
export function tellingNames(
  { columns }: Pick<NoticeTemplate, 'columns'>,
  rows: readonly ListRow[],
): string[] {
  const nameColumns = columns.filter(({ mask }) => mask === 'name')
  const names = rows.flatMap(row => nameColumns.map(({ key }) => row[key]?.trim() ?? ''))
  return [...new Set(names)]
    .filter(name => [...name].length >= TELLING_LENGTH)
    .sort((a, b) => b.length - a.length)
}

/** The text with each of the names masked where it stands. */
export function maskNamesIn(text: string, names: readonly string[]): string {
  return names.reduce(
    (rest, name) => (rest.includes(name) ? rest.split(name).join(maskName(name)) : rest),
    text,
  )
}
