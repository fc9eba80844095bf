import { beijingDate } from '../calendar/date'
import type { NamePolicy } from '../catalog/district'
import type { ListColumn, NoticeTemplate } from '../catalog/template'
import { isMinorOn } from '../privacy/identity-number'
import { applyMask } from '../privacy/masks'
import { hidePersonalNumbers } from '../privacy/scan'
import { CASE_NUMBER, isCaseNumber } from './case-number'
import { listedNames, maskNamesIn } from './listed-names'
import type { ListRow } from './model'
import { listCountOf, type NoticeFacts } from './notice-facts'
import type { PublicList } from './page'
import { MINOR_WORDS } from './words'

const STRICTNESS: readonly NamePolicy[] = ['village-full', 'masked-everywhere', 'numbers-only']
const THIS_PROGRAM = '小程序'

/**
 * The list as anybody may see it: columns the form makes public, each under its mask. Whoever asks is taken for
 * a stranger to the village, since nobody here can tell a villager; so names are never in full.
 * 民发〔2021〕57号 §24: the name, the number of members and the amount, nothing else.
 */
export function publicListOf(facts: NoticeFacts): PublicList | null {
  const { notice, template, window, isRetired } = facts
  const columns = template.columns.filter(column => column.public)
  const total = listCountOf(notice)
  if (columns.length === 0 || total === 0) return null
  const names = isRetired ? 'retired' : namesShown(facts, columns)
  const areRowsShown = !isRetired && (names === 'present' || !columns.some(isNameColumn))
  const goesAtClose = template.keep === null && window.closesAt !== null
  return {
    columns: columns.map(({ key, label }) => ({ key, label })),
    rows: areRowsShown ? notice.rows.map(row => publicRow(row, columns, facts)) : [],
    total,
    names,
    goneFrom: goesAtClose && window.closesAt !== null ? beijingDate(window.closesAt) : null,
  }
}

/** The stricter of the form's and the district's rule: a district may only go further. */
export function strictestPolicy(a: NamePolicy, b: NamePolicy): NamePolicy {
  return STRICTNESS.indexOf(a) > STRICTNESS.indexOf(b) ? a : b
}

function namesShown(
  { template, district }: NoticeFacts,
  columns: readonly ListColumn[],
): PublicList['names'] {
  const policy = strictestPolicy(template.namePolicy, district.rules.names.policy)
  if (policy === 'numbers-only' || !columns.some(isNameColumn)) return 'none'
  return standsHere(template) ? 'present' : 'elsewhere'
}

/** Names with no place set for them stand nowhere but on the village's own board. */
function standsHere({ namesOn }: NoticeTemplate): boolean {
  return namesOn?.some(place => place.includes(THIS_PROGRAM)) ?? false
}

function isNameColumn({ mask }: ListColumn): boolean {
  return mask === 'name'
}

function publicRow(row: ListRow, columns: readonly ListColumn[], { template, window }: NoticeFacts): ListRow {
  const isMinor = isOfMinor(row, template, beijingDate(window.postedAt))
  const ownNames = listedNames(template, [row])
  const cells = columns.map(column => [
    column.key,
    isMinor ? minorCell(row, column) : publicCell(row, column, ownNames),
  ])
  return Object.fromEntries(cells)
}

function publicCell(row: ListRow, { key, mask }: ListColumn, ownNames: readonly string[]): string {
  if (key === CASE_NUMBER) return caseNumberOf(row)
  return hidePersonalNumbers(maskNamesIn(applyMask(mask, row[key] ?? ''), ownNames))
}

/** 未成年人 are counted, not listed: the number of the case stands for the whole row. */
function minorCell(row: ListRow, column: ListColumn): string {
  if (!isNameColumn(column)) return ''
  const caseNo = caseNumberOf(row)
  return caseNo === '' ? MINOR_WORDS.unnamed : MINOR_WORDS.caseNo(caseNo)
}

/** The row's number, or empty where there is none fit to be shown. */
function caseNumberOf(row: ListRow): string {
  const caseNo = row[CASE_NUMBER]?.trim() ?? ''
  return isCaseNumber(caseNo) ? hidePersonalNumbers(caseNo) : ''
}

function isOfMinor(row: ListRow, { columns }: NoticeTemplate, postedOn: string): boolean {
  const hasNames = columns.some(column => column.public && isNameColumn(column))
  const idColumns = columns.filter(({ mask }) => mask === 'id')
  return hasNames && idColumns.some(({ key }) => isMinorOn(row[key] ?? '', postedOn))
}
