import type { FormField } from '../../../shared/contract/catalog'
import type { Contents, Row } from './draft'

/** Fields that say how many rows the list has. */
const ROW_COUNTS: readonly string[] = ['householdCount', 'households']
/** The field that says how many people the list's rows stand for, and the column that is summed. */
const PERSON_COUNT = 'personCount'
const MEMBERS = 'memberCount'

/** True for a field that follows the list, so that nobody has to count. */
export function followsList(field: FormField, rows: readonly Row[]): boolean {
  if (rows.length === 0 || field.type !== 'count') return false
  return ROW_COUNTS.includes(field.key) || (field.key === PERSON_COUNT && membersOf(rows) !== null)
}

/** The contents with other rows, and with the counts that follow them. */
export function withRows(fields: readonly FormField[], contents: Contents, rows: Row[]): Contents {
  const following = fields.filter(field => followsList(field, rows))
  const counts = following.map(({ key }) => [
    key,
    String(key === PERSON_COUNT ? membersOf(rows) : rows.length),
  ])
  return { ...contents, rows, values: { ...contents.values, ...Object.fromEntries(counts) } }
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
