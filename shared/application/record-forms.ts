import type { Procedure, Step } from '../procedures/definition'
import type { RecordFormName } from './model'
import type { RecordFormFace } from './page'
import { INCOME_FIELDS, RECORD_CHOICES, RECORD_LABELS, RECORD_TITLES, type RecordKey } from './record-words'

type Field = RecordFormFace['fields'][number]
type Kind = Field['kind']

/**
 * The record that a step writes, or null where it writes none: 调查 an investigation, 评议 in the village the votes
 * of the review, 审核核对 an opinion, 决定 the decision, 发放 the payment. Taking in and passing on write nothing,
 * nor does a step that the household leads.
 */
export function recordFormOf(procedure: Procedure, step: Step): RecordFormFace | null {
  const form = step.record?.form ?? formOfKind(procedure, step)
  if (form === null) return null
  const title = step.record?.title ?? RECORD_TITLES[form]
  return { form, title, fields: fieldsOf(form, procedure, step) }
}

/** What an objection that came in by word or on paper is written down with. */
export const OBJECTION_FORM: RecordFormFace = {
  form: 'objection',
  title: RECORD_TITLES.objection,
  fields: [required('text', 'long-text')],
}

/** What a record says, line by line, in the form's order; what was left empty is left out. */
export function linesOfRecord(
  { fields }: RecordFormFace,
  values: Readonly<Record<string, string>>,
): { label: string; value: string }[] {
  return fields.flatMap(({ key, label }) => {
    const value = values[key]?.trim() ?? ''
    return value === '' ? [] : [{ label, value }]
  })
}

function formOfKind(procedure: Procedure, step: Step): RecordFormName | null {
  const [lead] = step.actors
  if (placeOf(procedure, lead) === 'applicant') return null
  switch (step.kind) {
    case 'investigate':
      return 'investigation'
    case 'review':
      return isVillageReview(procedure, step) ? 'review' : 'opinion'
    case 'check':
      return takesIn(step) ? null : 'opinion'
    case 'decide':
      return 'decision'
    case 'pay':
      return 'payment'
    default:
      return null
  }
}

function placeOf({ actors }: Procedure, name: string | undefined) {
  return actors.find(actor => actor.name === name)?.at ?? null
}

/** 民主评议: the village has a seat in it. */
function isVillageReview(procedure: Procedure, step: Step): boolean {
  return step.actors.some(name => placeOf(procedure, name) === 'village')
}

/** 受理: what it finds missing is told once and whole, and that is its record. */
function takesIn({ next }: Step): boolean {
  return next.some(({ toldOnce }) => toldOnce)
}

function fieldsOf(form: RecordFormName, procedure: Procedure, step: Step): Field[] {
  const money = paysOut(procedure) ? [optional('amount', 'money'), choice('amountKind')] : []
  switch (form) {
    case 'investigation':
      return step.record?.income === true ? householdFields() : surveyFields()
    case 'review':
      return reviewFields()
    case 'opinion':
      return [
        required('date', 'date'),
        required('handlers', 'people'),
        required('opinion', 'long-text'),
        ...money,
      ]
    case 'decision':
      return [
        required('date', 'date'),
        sitsTogether(procedure, step) ? required('sat', 'people') : optional('sat', 'people'),
        required('decision', 'long-text'),
        ...money,
        optional('documentNo', 'text'),
      ]
    case 'payment':
      return [
        required('amount', 'money'),
        required('date', 'date'),
        { ...choice('way'), required: true },
        optional('note', 'text'),
      ]
    case 'objection':
      return OBJECTION_FORM.fields
  }
}

function paysOut({ steps }: Procedure): boolean {
  return steps.some(({ kind }) => kind === 'pay')
}

function sitsTogether({ actors }: Procedure, step: Step): boolean {
  return actors.some(({ name, members }) => step.actors.includes(name) && members.length > 0)
}

function householdFields(): Field[] {
  return [
    required('date', 'date'),
    required('investigators', 'people'),
    required('people', 'number'),
    ...INCOME_FIELDS.map(key => optional(key, 'money')),
    required('perHeadIncome', 'money'),
    required('property', 'long-text'),
    required('circumstances', 'long-text'),
    required('conclusion', 'long-text'),
  ]
}

function surveyFields(): Field[] {
  return [
    required('date', 'date'),
    required('investigators', 'people'),
    required('findings', 'long-text'),
    required('conclusion', 'long-text'),
  ]
}

function reviewFields(): Field[] {
  return [
    required('date', 'date'),
    required('place', 'text'),
    required('expected', 'number'),
    required('present', 'number'),
    required('sat', 'people'),
    required('for', 'number'),
    required('against', 'number'),
    optional('abstained', 'number'),
    required('opinions', 'long-text'),
  ]
}

function required(key: RecordKey, kind: Kind): Field {
  return { key, label: RECORD_LABELS[key], kind, choices: [], required: true }
}

function optional(key: RecordKey, kind: Kind): Field {
  return { ...required(key, kind), required: false }
}

function choice(key: keyof typeof RECORD_CHOICES): Field {
  return { ...optional(key, 'choice'), choices: [...RECORD_CHOICES[key]] }
}
