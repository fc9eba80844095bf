import { beijingDate } from '../calendar/date'
import { type CalendarDate, type Instant, isCalendarDate } from '../calendar/model'
import { amountWords, countOf, hundredthsOf } from '../notice/amounts'
import type { RecordFormFace } from './page'
import { INCOME_FIELDS, RECORD_PROBLEMS } from './record-words'

type Field = RecordFormFace['fields'][number]
type Values = Readonly<Record<string, string>>

const MAX_LENGTH: Readonly<Record<Field['kind'], number>> = {
  text: 100,
  'long-text': 2000,
  number: 9,
  money: 20,
  date: 10,
  people: 500,
  choice: 20,
}

/**
 * What is wrong with a record, each a Chinese sentence that says what to do; empty where it may be written. Dates are
 * calendar dates of no later than `now`, money is in 元 as written, votes and incomes add up.
 */
export function problemsOfRecord(form: RecordFormFace, values: Values, now: Instant): string[] {
  const today = beijingDate(now)
  const known = new Set(form.fields.map(({ key }) => key))
  const unknown = Object.keys(values).filter(key => !known.has(key))
  const ofCells = form.fields.flatMap(field => cellProblem(field, cellOf(values, field.key), today) ?? [])
  const problems = [...unknown.map(RECORD_PROBLEMS.unknown), ...ofCells]
  return problems.length > 0 ? problems : sumProblems(form, values)
}

/** The people named in one field: 张三、李四. */
export function peopleOf(text: string): string[] {
  return text
    .split(/[、，,；;\s]+/)
    .map(name => name.trim())
    .filter(name => name !== '')
}

/**
 * The year's income a head in 分 from the four kinds and the number of people, rounded to the 分; null where none of
 * the four is written or somebody has to be counted first.
 */
export function perHeadOf(values: Values): number | null {
  const people = countOf(cellOf(values, 'people')) ?? 0
  const written = INCOME_FIELDS.map(key => cellOf(values, key)).filter(value => value !== '')
  const amounts = written.map(hundredthsOf)
  const isKnown = people > 0 && amounts.length > 0 && !amounts.includes(null)
  return isKnown ? Math.round(amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0) / people) : null
}

function cellOf(values: Values, key: string): string {
  return values[key]?.trim() ?? ''
}

function cellProblem(field: Field, value: string, today: CalendarDate): string | null {
  const { label, kind } = field
  if (value === '') return field.required ? RECORD_PROBLEMS.missing(label) : null
  if ([...value].length > MAX_LENGTH[kind]) return RECORD_PROBLEMS.tooLong(label, MAX_LENGTH[kind])
  switch (kind) {
    case 'number':
      return countOf(value) === null ? RECORD_PROBLEMS.notNumber(label) : null
    case 'money':
      return hundredthsOf(value) === null ? RECORD_PROBLEMS.notMoney(label) : null
    case 'date':
      return dateProblem(label, value, today)
    case 'people':
      return peopleProblem(label, value)
    case 'choice':
      return field.choices.includes(value) ? null : RECORD_PROBLEMS.notChoice(label, field.choices)
    case 'text':
    case 'long-text':
      return null
  }
}

function dateProblem(label: string, value: string, today: CalendarDate): string | null {
  if (!isCalendarDate(value)) return RECORD_PROBLEMS.notDate(label)
  return value > today ? RECORD_PROBLEMS.future(label) : null
}

function peopleProblem(label: string, value: string): string | null {
  const names = peopleOf(value)
  if (names.length === 0) return RECORD_PROBLEMS.missing(label)
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  return repeated === undefined ? null : RECORD_PROBLEMS.repeatedPerson(label, repeated)
}

function sumProblems({ form }: RecordFormFace, values: Values): string[] {
  switch (form) {
    case 'investigation':
      return investigationProblems(values)
    case 'review':
      return reviewProblems(values)
    case 'opinion':
    case 'decision':
      return cellOf(values, 'amount') !== '' && cellOf(values, 'amountKind') === ''
        ? [RECORD_PROBLEMS.howPaid]
        : []
    case 'payment':
      return hundredthsOf(cellOf(values, 'amount')) === 0 ? [RECORD_PROBLEMS.nothingPaid] : []
    case 'objection':
      return []
  }
}

/** Two go together: 民发〔2021〕57号 第十六条, 每组调查人员不少于2人. */
function investigationProblems(values: Values): string[] {
  const isAlone = peopleOf(cellOf(values, 'investigators')).length < 2
  const problems: string[] = isAlone ? [RECORD_PROBLEMS.twoInvestigators] : []
  const people = countOf(cellOf(values, 'people'))
  if (people === 0) return [...problems, RECORD_PROBLEMS.noPeople]
  const should = perHeadOf(values)
  const written = hundredthsOf(cellOf(values, 'perHeadIncome'))
  const differs = should !== null && written !== null && Math.abs(should - written) >= ONE_YUAN
  return differs ? [...problems, RECORD_PROBLEMS.perHead(people ?? 0, amountWords(should))] : problems
}

/** Sheets are written in whole 元. */
const ONE_YUAN = 100

function reviewProblems(values: Values): string[] {
  const count = (key: string) => countOf(cellOf(values, key)) ?? 0
  const present = count('present')
  const expected = count('expected')
  const names = peopleOf(cellOf(values, 'sat')).length
  const votes = count('for') + count('against') + count('abstained')
  return [
    present > expected ? RECORD_PROBLEMS.moreThanExpected(present, expected) : [],
    names === present ? [] : RECORD_PROBLEMS.namesDiffer(names, present),
    votes === present ? [] : RECORD_PROBLEMS.votesDiffer(votes, present),
  ].flat()
}
