import type { ListColumn } from '../catalog/template'
import { foldText } from '../privacy/characters'
import { hasIdStructure, hasValidIdCheck } from '../privacy/identity-number'
import { hidePersonalNumbers } from '../privacy/scan'
import { hundredthsOf } from './amounts'
import { CASE_NUMBER, isCaseNumber } from './case-number'
import { cellGap, type Draft, isAboutPersons, listGap } from './draft'
import type { DraftGap } from './draft-gap'
import { DRAFT_WORDS } from './draft-words'
import type { ListRow } from './model'

const MAX_CELL = 100
/** The head of a household is of age; whoever else is listed by name may be a child. */
const HOUSEHOLDER_LABEL = /户主/
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
  const cells = draft.rows[row] ?? {}
  const gaps = columns.flatMap(column => {
    const value = cells[column.key]?.trim() ?? ''
    const message = value === '' ? emptyMessage(column, cells, columns) : cellMessage(value, column, draft)
    return message === null ? [] : [cellGap(row, column, value === '' ? 'missing' : 'invalid', message)]
  })
  return [...gaps, ...caseNumberGaps(row, draft)]
}

function emptyMessage(column: ListColumn, row: ListRow, columns: readonly ListColumn[]): string | null {
  const first = columns.find(({ public: isPublic }) => isPublic)
  const isWanted = column.public && (column === first || column.mask === 'name')
  if (isWanted) return DRAFT_WORDS.cellMissing
  return column.mask === 'id' && mayNameMinor(row, columns) ? DRAFT_WORDS.idMissing : null
}

/** 未成年人 are not listed by name, and only the ID tells who is one. */
function mayNameMinor(row: ListRow, columns: readonly ListColumn[]): boolean {
  const named = columns.filter(column => column.public && column.mask === 'name')
  return named.some(({ key, label }) => !HOUSEHOLDER_LABEL.test(label) && (row[key]?.trim() ?? '') !== '')
}

function caseNumberGaps(row: number, { template, rows }: Draft): DraftGap[] {
  const value = rows[row]?.[CASE_NUMBER]?.trim() ?? ''
  if (value === '') return []
  const own = template.columns.find(({ key }) => key === CASE_NUMBER)
  const column = { key: CASE_NUMBER, label: own?.label ?? DRAFT_WORDS.caseNumber }
  if (!isCaseNumber(value)) return [cellGap(row, column, 'invalid', DRAFT_WORDS.caseNumberInvalid)]
  const isPersonal = own === undefined && hidePersonalNumbers(value) !== value
  return isPersonal ? [cellGap(row, column, 'personal-data', DRAFT_WORDS.caseNumberInvalid)] : []
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
