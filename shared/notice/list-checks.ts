import type { ListColumn } from '../catalog/template'
import type { DraftGap } from '../contract/notices'
import { foldText } from '../privacy/characters'
import { hasIdStructure, hasValidIdCheck } from '../privacy/identity-number'
import { hundredthsOf } from './amounts'
import { cellGap, type Draft, isAboutPersons, listGap } from './draft'
import { DRAFT_WORDS } from './draft-words'

const MAX_CELL = 100
/** Kept beside a row whose person is a minor, in every form: the number that stands for the row. */
const CASE_NUMBER = 'caseNo'
const NUMERIC_LABEL = /人数|户数|间数|月数|股数|件数|学生数|（元|得分/
const PEOPLE_LABEL = /户数|人数/

/** A list that is missing or not taken, and cells that are empty or not of their kind. */
export function listGaps(draft: Draft): DraftGap[] {
  const { template, rows } = draft
  if (rows.length === 0) {
    return isListPromised(draft) ? [listGap(template, 'missing', DRAFT_WORDS.listMissing)] : []
  }
  if (template.columns.length === 0) return [listGap(template, 'invalid', DRAFT_WORDS.listNotTaken)]
  return [...unknownColumns(draft), ...rows.flatMap((_, row) => rowGaps(row, draft)), ...repeatedIds(draft)]
}

/** True where the text speaks of a list: 名单附后, 共{listCount}个. */
function isListPromised({ template }: Draft): boolean {
  return template.columns.length > 0 && /附后|\{listCount\}/.test(template.bodyPattern)
}

function unknownColumns({ template, rows }: Draft): DraftGap[] {
  const known = new Set([CASE_NUMBER, ...template.columns.map(column => column.key)])
  const unknown = new Set(rows.flatMap(row => Object.keys(row)).filter(key => !known.has(key)))
  return [...unknown].map(key => listGap(template, 'invalid', DRAFT_WORDS.columnNotTaken(key)))
}

function rowGaps(row: number, draft: Draft): DraftGap[] {
  const { columns } = draft.template
  const first = columns.find(column => column.public)
  return columns.flatMap(column => {
    const value = draft.rows[row]?.[column.key]?.trim() ?? ''
    const isWanted = column.public && (column === first || column.mask === 'name')
    if (value === '') return isWanted ? [cellGap(row, column, 'missing', DRAFT_WORDS.cellMissing)] : []
    const message = cellMessage(value, column, draft)
    return message === null ? [] : [cellGap(row, column, 'invalid', message)]
  })
}

function cellMessage(
  value: string,
  { mask, label, public: isPublic }: ListColumn,
  draft: Draft,
): string | null {
  if ([...value].length > MAX_CELL) return DRAFT_WORDS.tooLong(MAX_CELL)
  if (mask === 'id') return isIdNumber(value) ? null : DRAFT_WORDS.idInvalid
  const isNumeric = isPublic && NUMERIC_LABEL.test(label)
  if (!isNumeric) return null
  const amount = hundredthsOf(value)
  if (amount === null) return DRAFT_WORDS.cellNumberInvalid
  return isTellingCount(amount, label, draft) ? DRAFT_WORDS.smallCount : null
}

function isIdNumber(value: string): boolean {
  const id = compactId(value)
  return hasIdStructure(id) && (id.length === 15 || hasValidIdCheck(id))
}

/** In a table of totals a count of one or two tells who it is. */
function isTellingCount(hundredths: number, label: string, { template }: Draft): boolean {
  const isTotals = template.kind === 'report' && !isAboutPersons(template)
  return isTotals && PEOPLE_LABEL.test(label) && hundredths > 0 && hundredths < 300
}

function repeatedIds({ template, rows }: Draft): DraftGap[] {
  return template.columns
    .filter(({ mask }) => mask === 'id')
    .flatMap(column => {
      const firstRowOf = new Map<string, number>()
      return rows.flatMap((row, index) => {
        const id = compactId(row[column.key] ?? '')
        const first = firstRowOf.get(id)
        if (id === '') return []
        if (first !== undefined) {
          return [cellGap(index, column, 'invalid', DRAFT_WORDS.idRepeated(first + 1))]
        }
        firstRowOf.set(id, index)
        return []
      })
    })
}

function compactId(value: string): string {
  return foldText(value).replace(/[\s-]/g, '').toUpperCase()
}
