import type { ListColumn, NoticeField } from '../catalog/template'
import { type Finding, type FindingKind, findPersonalData } from '../privacy/scan'
import { cellGap, type Draft, fieldGap, fieldsOfDraft, isAboutPersons } from './draft'
import type { DraftGap } from './draft-gap'
import { DRAFT_WORDS } from './draft-words'
import { listedNames, namesAnyOf, namesPersonOf } from './listed-names'

const NUMBERS_OF_PERSONS: readonly FindingKind[] = ['id', 'mobile', 'bank']
/** What a text may not say where the notice is about persons; official names (残疾人、医疗救助) it may. */
const NOT_IN_TEXT_ABOUT_PERSONS: readonly FindingKind[] = [...NUMBERS_OF_PERSONS, 'landline', 'diagnosis']
const NOT_BESIDE_A_PERSON: readonly FindingKind[] = [...NOT_IN_TEXT_ABOUT_PERSONS, 'health', 'minor']

const NAMED_AFTER_PLACES: readonly string[] = ['acceptAddress', 'basis']
const IS_ABOUT_CONTACT = /电话|联系|咨询/

/** Personal data where the public would read it. What only the office sees (private columns) is its own matter. */
export function personalDataGaps(draft: Draft): DraftGap[] {
  const names = listedNames(draft.template, draft.rows)
  return [...fieldsOfDraft(draft).flatMap(field => gapsInField(field, draft, names)), ...gapsInRows(draft)]
}

function gapsInField(field: NoticeField, draft: Draft, names: readonly string[]): DraftGap[] {
  const value = draft.values[field.key] ?? ''
  const refused = refusedInField(field, draft)
  const found = findPersonalData(value).filter(({ kind }) => refused.includes(kind))
  const gaps = oncePerMessage(found).map(finding =>
    fieldGap(field, 'personal-data', messageFor(field, finding)),
  )
  const holdsName = namesOffice(field) ? namesPersonOf(value, names) : namesAnyOf(value, names)
  return holdsName ? [...gaps, fieldGap(field, 'personal-data', DRAFT_WORDS.namedInText)] : gaps
}

/** Offices, addresses and documents are called after places, which may be called like a person on the list. */
function namesOffice({ key, type }: NoticeField): boolean {
  return type === 'unit' || type === 'file' || NAMED_AFTER_PLACES.includes(key)
}

function refusedInField(field: NoticeField, { template }: Draft): readonly FindingKind[] {
  if (!isAboutPersons(template)) return NUMBERS_OF_PERSONS
  return mayHoldOfficePhone(field)
    ? NOT_IN_TEXT_ABOUT_PERSONS.filter(kind => kind !== 'landline')
    : NOT_IN_TEXT_ABOUT_PERSONS
}

function mayHoldOfficePhone({ type, label, hint }: NoticeField): boolean {
  return type === 'phone' || IS_ABOUT_CONTACT.test(label + hint)
}

function messageFor({ type }: NoticeField, { kind, message }: Finding): string {
  return type === 'phone' && kind === 'mobile' ? DRAFT_WORDS.mobileAsOffice : message
}

function gapsInRows({ template, rows }: Draft): DraftGap[] {
  const columns = template.columns.filter(column => column.public)
  const refused = isAboutPersons(template) ? NOT_BESIDE_A_PERSON : NUMBERS_OF_PERSONS
  return rows.flatMap((row, index) => {
    const names = listedNames(template, [row])
    return columns.flatMap(column => gapsInCell(row[column.key] ?? '', index, column, { refused, names }))
  })
}

type CellRules = { refused: readonly FindingKind[]; names: readonly string[] }

function gapsInCell(
  value: string,
  row: number,
  column: ListColumn,
  { refused, names }: CellRules,
): DraftGap[] {
  const found = findPersonalData(value).filter(({ kind }) => refused.includes(kind))
  const gaps = oncePerMessage(found).map(({ message }) => cellGap(row, column, 'personal-data', message))
  const holdsName = column.mask !== 'name' && namesPersonOf(value, names)
  return holdsName ? [...gaps, cellGap(row, column, 'personal-data', DRAFT_WORDS.ownNameInCell)] : gaps
}

function oncePerMessage(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    ({ message }, index) => findings.findIndex(other => other.message === message) === index,
  )
}
