import { isCalendarDate } from '../calendar/model'
import { countOf, hundredthsOf } from '../notice/amounts'
import type { RecordFormFace } from './page'

type Field = RecordFormFace['fields'][number]

/** The first thing wrong with what was written into a record, in Chinese, or null. */
export function recordComplaint(
  { fields }: Pick<RecordFormFace, 'fields'>,
  values: Readonly<Record<string, string>>,
): string | null {
  const known = new Set(fields.map(({ key }) => key))
  if (Object.keys(values).some(key => !known.has(key))) return '记录里有这张表没有的格子，请刷新后再填'
  const complaints = fields.map(field => fieldComplaint(field, values[field.key]?.trim() ?? ''))
  return complaints.find(complaint => complaint !== null) ?? null
}

function fieldComplaint({ label, kind, choices, required }: Field, value: string): string | null {
  if (value === '') return required ? `请填“${label}”` : null
  switch (kind) {
    case 'number':
      return countOf(value) === null ? `“${label}”请填整数，如 3` : null
    case 'money':
      return hundredthsOf(value) === null ? `“${label}”请填金额，单位元，最多两位小数，如 1200.50` : null
    case 'date':
      return isCalendarDate(value) ? null : `“${label}”请选日期`
    case 'choice':
      return choices.includes(value) ? null : `“${label}”请从列出的里面选`
    case 'text':
    case 'long-text':
    case 'people':
      return null
  }
}
