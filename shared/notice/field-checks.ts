import { isCalendarDate } from '../calendar/model'
import { placeholdersOf } from '../catalog/pattern'
import type { FieldType, NoticeField } from '../catalog/template'
import { countOf, hundredthsOf } from './amounts'
import { type Draft, fieldGap, fieldsOfDraft, isAboutPersons } from './draft'
import type { DraftGap } from './draft-gap'
import { DRAFT_WORDS } from './draft-words'
import { isOfficePhone } from './office-phone'

const MAX_LENGTH: Record<FieldType, number> = {
  text: 300,
  longtext: 20_000,
  unit: 60,
  date: 10,
  year: 4,
  file: 300,
  list: 4_000,
  phone: 80,
  count: 12,
  money: 20,
  number: 20,
}

/** Fields left empty, too long, or not of their kind. */
export function fieldGaps(draft: Draft): DraftGap[] {
  return fieldsOfDraft(draft).flatMap(field => {
    const value = draft.values[field.key]?.trim() ?? ''
    if (value !== '') return wrongValue(field, value, draft)
    const isWanted = field.required && !isFilledOtherwise(field, draft)
    return isWanted ? [fieldGap(field, 'missing', DRAFT_WORDS.missing)] : []
  })
}

/** True where a list that the form attaches answers the field: 项目清单, 分配表, 辖区内名单. */
function isCarriedByRows(field: NoticeField, draft: Pick<Draft, 'template' | 'rows'>): boolean {
  const { template, rows } = draft
  if (field.type !== 'list' || template.columns.length === 0 || rows.length === 0) return false
  const isInText = placeholdersOf(template.titlePattern + template.bodyPattern).all.includes(field.key)
  const isNameList = field.label.includes(DRAFT_WORDS.nameList)
  return !isInText && (!isAboutPersons(template) || isNameList)
}

/** What the system fills at posting: the day, the publisher, the reckoned end, the catalog's own words. */
function isFilledOtherwise(field: NoticeField, draft: Draft): boolean {
  const { template, item } = draft
  switch (field.key) {
    case 'signedOn':
    case 'publisherName':
    case 'itemName':
    case 'newClosesOn':
      return true
    case 'closesOn':
      return 'days' in template.publicity
    case 'basis':
      return (item.basis ?? '') !== ''
    default:
      return isCarriedByRows(field, draft)
  }
}

function wrongValue(field: NoticeField, value: string, draft: Draft): DraftGap[] {
  const max = MAX_LENGTH[field.type]
  if ([...value].length > max) return [fieldGap(field, 'invalid', DRAFT_WORDS.tooLong(max))]
  const message = typeMessage(field, value) ?? futureMessage(field, value, draft)
  return message === null ? [] : [fieldGap(field, 'invalid', message)]
}

function typeMessage({ type }: NoticeField, value: string): string | null {
  switch (type) {
    case 'date':
      return isCalendarDate(value) ? null : DRAFT_WORDS.dateInvalid
    case 'year':
      return /^(?:19|20)\d{2}$/.test(value) ? null : DRAFT_WORDS.yearInvalid
    case 'count':
      return countOf(value) === null ? DRAFT_WORDS.countInvalid : null
    case 'number':
      return hundredthsOf(value) === null ? DRAFT_WORDS.numberInvalid : null
    case 'money':
      return hundredthsOf(value) === null ? DRAFT_WORDS.moneyInvalid : null
    case 'phone':
      return isOfficePhone(value) ? null : DRAFT_WORDS.phoneInvalid
    default:
      return null
  }
}

/** 信息形成日期: the deadline counts from it, so it has come. */
function futureMessage({ key }: NoticeField, value: string, { today }: Draft): string | null {
  const isPastEvent = key === 'formedOn'
  return isPastEvent && today !== undefined && value > today ? DRAFT_WORDS.dateInFuture : null
}
