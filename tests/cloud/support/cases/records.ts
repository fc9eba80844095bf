import type { RecordFormFace } from '../../../../shared/application/page'
import type { CalendarDate } from '../../../../shared/calendar/model'

type Field = RecordFormFace['fields'][number]

/** What the step asks to be written down, filled as its fields want it; nothing where it asks for nothing. */
export function filledRecord(
  form: RecordFormFace | null,
  today: CalendarDate,
): Record<string, string> | undefined {
  if (form === null) return undefined
  return Object.fromEntries(form.fields.map(field => [field.key, example(field, form.form, today)]))
}

const SAT = '甲代表、乙代表、丙代表'
/** Three sat, and all three were for it. */
const VOTES: Readonly<Record<string, string>> = { against: '0', abstained: '0' }

function example({ key, kind, choices }: Field, form: RecordFormFace['form'], today: CalendarDate): string {
  switch (kind) {
    case 'choice':
      return choices[0] ?? ''
    case 'date':
      return today
    case 'number':
      return form === 'review' ? (VOTES[key] ?? '3') : '1'
    case 'money':
      return form === 'investigation' ? '0' : '1'
    case 'people':
      return SAT
    default:
      return '示例'
  }
}
