import { isCalendarDate } from '../calendar/model'
import { fullDateWords } from '../calendar/words'
import { placeholdersOf } from '../catalog/pattern'
import type { FieldType, NoticeField } from '../catalog/template'
import type { FieldValues } from './model'

/** What was written into a form's fields, as it stands in an official sentence; only fields the form names. */
export function officialValues(
  fields: readonly Pick<NoticeField, 'key' | 'type'>[],
  values: FieldValues,
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ key, type }) => {
      const value = values[key]?.trim() ?? ''
      return value === '' ? [] : [[key, officialValue(type, value)]]
    }),
  )
}

/** One value in official form: a date in full, a list in one line. */
export function officialValue(type: FieldType, value: string): string {
  if (type === 'date') return isCalendarDate(value) ? fullDateWords(value) : value
  if (type === 'list') return linesOf(value).map(withoutEndSign).join('；')
  return value
}

/** A value after which the line goes on comes without its own full stop: `…经评议。` + `。` has one too many. */
export function fittedToPattern(pattern: string, values: Record<string, string>): Record<string, string> {
  const followed = placeholdersOf(followedInLine(pattern)).all
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      followed.includes(key) ? withoutEndSign(value) : value,
    ]),
  )
}

function followedInLine(pattern: string): string {
  return (pattern.match(/\{[A-Za-z][A-Za-z0-9]*\}(?=[^\n\]])/g) ?? []).join('')
}

function linesOf(value: string): string[] {
  return value
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}

function withoutEndSign(value: string): string {
  return value.replace(/[。；;，,]$/, '')
}
