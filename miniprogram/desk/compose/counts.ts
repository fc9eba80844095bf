import type { FormField, NoticeForm } from '../../../shared/contract/catalog'
import type { Contents, Row } from './draft'
import { isNameList } from './name-list'

type Form = Pick<NoticeForm, 'fields' | 'columns'>

/** Fields that say how many rows a list of households has. */
const ROW_COUNTS: readonly string[] = ['householdCount', 'households']
/** The field that says how many people the list's rows stand for, and the column that is summed. */
const PERSON_COUNT = 'personCount'
const MEMBERS = 'memberCount'

/** True for a field that is counted from the list, so that nobody has to. In a table of totals a row is no household. */
export function isCountedFromList({ key, type }: FormField, form: Form): boolean {
  if (type !== 'count' || !isNameList(form)) return false
  const sumsMembers = key === PERSON_COUNT && form.columns.some(column => column.key === MEMBERS)
  return ROW_COUNTS.includes(key) || sumsMembers
}

/** True where the list says the number now: it may lack what is summed. */
export function isCountedNow(field: FormField, form: Form, rows: readonly Row[]): boolean {
  const isSaid = field.key !== PERSON_COUNT || membersOf(rows) !== null
  return isCountedFromList(field, form) && rows.length > 0 && isSaid
}

/** The contents with other rows, and with the counts that follow them. */
export function withRows(form: Form, contents: Contents, rows: Row[]): Contents {
  const counts = form.fields.flatMap(field => {
    if (isCountedNow(field, form, rows)) return [[field.key, countOf(field, rows)]]
    // A number that was counted no longer holds; one that somebody wrote stays.
    return isCountedNow(field, form, contents.rows) ? [[field.key, '']] : []
  })
  return { ...contents, rows, values: { ...contents.values, ...Object.fromEntries(counts) } }
}

function countOf({ key }: FormField, rows: readonly Row[]): string {
  return String(key === PERSON_COUNT ? membersOf(rows) : rows.length)
}

/** The people of all rows together; null where a row does not say it as a number. */
function membersOf(rows: readonly Row[]): number | null {
  let all = 0
  for (const row of rows) {
    const written = row[MEMBERS]?.trim() ?? ''
    if (!/^\d{1,4}$/.test(written)) return null
    all += Number(written)
  }
  return all
}
