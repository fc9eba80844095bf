import { beijingDate } from '../calendar/date'
import type { Instant } from '../calendar/model'
import type { NoticeTemplate } from '../catalog/template'
import type { Unit } from '../catalog/unit'
import { valueFromList } from '../notice/agreement-checks'
import { amountWords, hundredthsOf } from '../notice/amounts'
import { CASE_NUMBER } from '../notice/case-number'
import type { FieldValues, ListRow } from '../notice/model'
import { villageNameOf } from '../notice/village-name'
import type { Application, StepRecord } from './model'
import { MONTHLY } from './record-words'

type Form = Pick<NoticeTemplate, 'columns' | 'fields' | 'namesOn'>
type Places = readonly Pick<Unit, '_id' | 'level' | 'name'>[]
type Cells = (application: Application, units: Places) => string

/** A case number of ours; an office may write one of its own (学校的编号) in its place. */
const OF_APPLICATION = /^SQ\d{4}-\d{6}$/

/** Columns that hold whom or what an application is about. */
const NAMES: readonly string[] = ['name', 'studentName', 'projectName', 'baseName']
/** 三组, 第2村民小组: what of an address may stand beside a name. */
const GROUP = /第?[0-9０-９一二三四五六七八九十]{1,3}(?:村民)?小?组/

const CELLS: Readonly<Record<string, Cells>> = {
  ...Object.fromEntries(NAMES.map((key): [string, Cells] => [key, ({ subject }) => subject.name])),
  village: villageCell,
  town: ({ path }, units) => nameAt('township', path, units),
  memberCount: peopleCell,
  persons: peopleCell,
  amount: application => amountCell(application, kind => kind !== MONTHLY),
  monthlyAmount: application => amountCell(application, kind => kind === MONTHLY),
  subsidy: application => amountCell(application, kind => kind !== MONTHLY),
  interest: application => amountCell(application, kind => kind !== MONTHLY),
  perCapitaIncome: ({ records }) => trimmed(latestWith(records, 'perHeadIncome').perHeadIncome),
  idNumber: ({ subject }) => subject.idNumber,
  phone: ({ subject }) => subject.phone,
  bankAccount: ({ subject }) => subject.bankAccount,
  address: ({ subject }) => subject.address,
  hardshipReason: ({ subject }) => subject.reason,
}

/**
 * What a notice's form says of the applications, as far as it is known: a row each in the order given, and the
 * fields that follow from them. The rest is left to whoever writes the notice. Each row carries the case number, by
 * which `isListed` finds it; the public reads it where the form says so, and in place of a minor's name.
 */
export function noticeRows(
  template: Form,
  applications: readonly Application[],
  { units, now }: { units: Places; now: Instant },
): { rows: ListRow[]; values: FieldValues } {
  const rows = isAbout(template, applications) ? applications.map(one => rowOf(template, one, units)) : []
  return { rows, values: valuesOf(template, rows, applications, { units, now }) }
}

/**
 * True where the notice still speaks of the application: in the row that carries its number, in one without such a
 * number that carries its name (a list pasted anew), or in the project's name. A form that names nobody (中标结果)
 * speaks of every application it was made for.
 */
export function isListed(
  template: Form,
  { rows, values }: { rows: readonly ListRow[]; values: FieldValues },
  { caseNo, subject }: Pick<Application, 'caseNo' | 'subject'>,
): boolean {
  const named = nameColumns(template)
  const isOwn = (row: ListRow) => {
    const number = trimmed(row[CASE_NUMBER])
    if (OF_APPLICATION.test(number)) return number === caseNo
    return named.some(key => trimmed(row[key]) === subject.name)
  }
  const findsIt = named.length > 0 || template.columns.some(({ key }) => key === CASE_NUMBER)
  if (findsIt && isAbout(template, [{ subject }])) return rows.some(isOwn)
  const namesProject = template.fields.some(({ key }) => key === 'projectName')
  return !namesProject || trimmed(values.projectName) === subject.name
}

/** True where the form has no list: each application has a notice of its own (竣工公示). */
export function takesOne({ columns }: Pick<Form, 'columns'>): boolean {
  return columns.length === 0
}

function nameColumns({ columns }: Form): string[] {
  return columns.map(({ key }) => key).filter(key => NAMES.includes(key))
}

/** True where the list is one of such applications: people in a list of people, projects in one of projects. */
function isAbout(template: Form, applications: readonly Pick<Application, 'subject'>[]): boolean {
  const { columns } = template
  const hasPeople = columns.some(({ mask }) => mask === 'name')
  const isList = columns.some(({ key }) => NAMES.includes(key) || key === CASE_NUMBER || key === 'town')
  return (
    isList &&
    applications.every(({ subject }) => subject.kind !== 'project' || !hasPeople || isOfBases(columns))
  )
}

/** 扶贫基地: a base is a project, and its list names a person in charge beside it. */
function isOfBases(columns: Form['columns']): boolean {
  return columns.some(({ key }) => key === 'baseName')
}

function rowOf({ columns }: Form, application: Application, units: Places): ListRow {
  const cells = columns.map(({ key }) => [key, CELLS[key]?.(application, units) ?? ''])
  return { ...Object.fromEntries(cells), [CASE_NUMBER]: application.caseNo }
}

function villageCell({ path, subject }: Application, units: Places): string {
  const village = villageNameOf(nameAt('village', path, units))
  return village === '' ? '' : village + (GROUP.exec(subject.address)?.[0] ?? '')
}

function nameAt(level: Unit['level'], path: readonly string[], units: Places): string {
  return units.find(unit => unit.level === level && path.includes(unit._id))?.name ?? ''
}

function peopleCell({ subject }: Application): string {
  return subject.people === null ? '' : String(subject.people)
}

/** The amount written down last; empty where it is not of the column's kind (按月 or once). */
function amountCell({ records }: Application, isOfKind: (kind: string) => boolean): string {
  const written = latestWith(records, 'amount')
  const amount = hundredthsOf(trimmed(written.amount))
  return amount !== null && isOfKind(trimmed(written.amountKind)) ? amountWords(amount) : ''
}

/** The values of the record that wrote the field down last; none where none did. */
function latestWith(records: readonly StepRecord[], key: string): StepRecord['values'] {
  return records.filter(({ values }) => trimmed(values[key]) !== '').at(-1)?.values ?? {}
}

function valuesOf(
  template: Form,
  rows: readonly ListRow[],
  applications: readonly Application[],
  { units, now }: { units: Places; now: Instant },
): FieldValues {
  const known: FieldValues = {
    year: beijingDate(now).slice(0, 4),
    projectName: commonText(applications.map(({ subject }) => subject.name)),
    schoolName: commonText(applications.map(application => partnerName(application, units))),
    formedOn: formedOn(applications),
  }
  const ofForm = template.fields.flatMap(field => {
    const value = known[field.key] ?? valueFromList(field, { template, rows }) ?? ''
    return value === '' ? [] : [[field.key, value]]
  })
  return { ...Object.fromEntries(ofForm), formedOn: known.formedOn ?? '' }
}

/** 信息形成日期: when the last of them came to be posted. */
function formedOn(applications: readonly Application[]): string {
  const since = applications.map(({ state }) => state.since).sort()
  const last = since.at(-1)
  return last === undefined ? '' : beijingDate(last)
}

function partnerName({ partners }: Application, units: Places): string {
  const named = units.filter(({ _id }) => Object.values(partners).includes(_id))
  return named.length === 1 ? (named[0]?.name ?? '') : ''
}

function commonText(texts: readonly string[]): string {
  const [first = '', ...others] = new Set(texts)
  return others.length === 0 ? first : ''
}

function trimmed(text: string | undefined): string {
  return text?.trim() ?? ''
}
