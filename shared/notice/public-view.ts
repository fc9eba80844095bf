import { successorOf } from '../catalog/successor'
import type { FieldType, NoticeField } from '../catalog/template'
import { hidePersonalNumbers } from '../privacy/scan'
import { faceOf } from '../publicity/face'
import type { NoticeCard } from './card'
import { changesOf, withdrawnReasonOf } from './changes'
import { NoticeNotPublicError } from './errors'
import type { Notice } from './model'
import { factsOf, type NoticeFacts, type PublicSources } from './notice-facts'
import { bodyOf, objectionSentenceOf, publicitySentenceOf } from './official-text'
import { officialValue } from './official-values'
import { isToldInCounts } from './outcome-counts'
import type { NoticePage } from './page'
import { plainLinesOf, withdrawnLinesOf } from './plain-lines'
import { publicListOf } from './public-list'

/**
 * What everybody may see of a notice now. Built by naming what is shown, so that a field or column nobody has
 * named stays private; made anew at each reading, so that names are gone from the very instant of the close and
 * no copy is left over. 浙江省社会救助条例 §55: personal information is confidential except what must be shown.
 *
 * A withdrawn notice answers its reason and no text.
 * @throws NoticeNotPublicError for a draft without a window and for an answer meant for one applicant
 */
export function publicNotice(sources: PublicSources): NoticePage {
  const facts = factsOf(sources)
  return {
    ...frameOf(facts),
    ...(facts.notice.status === 'withdrawn' ? withdrawnPart(facts) : postedPart(facts)),
  }
}

type CardSource = Pick<
  Notice,
  | '_id'
  | 'title'
  | 'example'
  | 'status'
  | 'districtId'
  | 'itemId'
  | 'itemName'
  | 'unitCode'
  | 'publisher'
  | 'households'
  | 'window'
>

/**
 * A notice on a list.
 * @throws NoticeNotPublicError for a draft without a window
 */
export function noticeCard(source: CardSource): NoticeCard {
  const { _id, window, title, example, status, districtId, itemId, itemName, unitCode, households } = source
  if (window === null) throw new NoticeNotPublicError(_id)
  return {
    id: _id,
    title: hidePersonalNumbers(title),
    example,
    status,
    districtId,
    itemId,
    itemName,
    unitCode,
    publisher: hidePersonalNumbers(source.publisher),
    households,
    window: faceOf(window),
  }
}

type Part =
  | 'withdrawnReason'
  | 'plain'
  | 'body'
  | 'publicitySentence'
  | 'objectionSentence'
  | 'fields'
  | 'list'

function frameOf(facts: NoticeFacts): Omit<NoticePage, Part> {
  const { notice, district, item, window, contacts, today } = facts
  return {
    id: notice._id,
    version: notice.version,
    title: hidePersonalNumbers(notice.title),
    example: notice.example,
    status: notice.status,
    districtId: district._id,
    districtName: district.name,
    itemId: notice.itemId,
    itemName: notice.itemName,
    unitCode: notice.unitCode,
    publisher: hidePersonalNumbers(notice.publisher),
    catalogPublishers: item.publishers.map(({ name }) => ({
      name,
      successor: successorOf(district.bodies, name, today, item.itemId)?.name ?? null,
    })),
    channels: item.channels,
    basis: basisOf(facts),
    contacts,
    window,
    face: faceOf(window),
    deadline: notice.deadline,
    changes: changesOf(facts),
  }
}

function postedPart(facts: NoticeFacts): Pick<NoticePage, Part> {
  return {
    withdrawnReason: null,
    plain: plainLinesOf(facts),
    body: bodyOf(facts),
    publicitySentence: publicitySentenceOf(facts),
    objectionSentence: objectionSentenceOf(facts),
    fields: fieldsOf(facts),
    list: publicListOf(facts),
  }
}

function withdrawnPart(facts: NoticeFacts): Pick<NoticePage, Part> {
  return {
    withdrawnReason: withdrawnReasonOf(facts),
    plain: withdrawnLinesOf(facts),
    body: '',
    publicitySentence: '',
    objectionSentence: '',
    fields: [],
    list: null,
  }
}

/** Documents the notice names, then the catalog's. Each once. */
function basisOf({ notice, template, item, isRetired }: NoticeFacts): string[] {
  const isWritten = template.fields.some(({ key }) => key === 'basis')
  const written = isWritten && !isRetired && notice.status !== 'withdrawn' ? (notice.values.basis ?? '') : ''
  const all = [...written.split('\n'), item.basis ?? '']
  return [...new Set(all.map(line => hidePersonalNumbers(line.trim())))].filter(line => line !== '')
}

const SHOWN_AS_CONTACTS = new Set([
  'acceptUnit',
  'acceptPhone',
  'acceptAddress',
  'acceptHours',
  'supervisionPhone',
  'basis',
])

/**
 * After the close the public copy keeps 标题、日期、发布单位、户数（人数）、金额合计和处理结果: fields that cannot
 * hold a person, and the one that tells the outcome, as long as it tells it in counts.
 */
const KEPT_TYPES: ReadonlySet<FieldType> = new Set(['count', 'money', 'number', 'date', 'year'])
const OUTCOME = '意见处理'

function fieldsOf(facts: NoticeFacts): NoticePage['fields'] {
  const { template, isRetired } = facts
  const shown = template.fields.filter(field => !SHOWN_AS_CONTACTS.has(field.key))
  const kept = isRetired ? shown.filter(field => isKept(field, facts)) : shown
  return kept.flatMap(field => {
    const value = shownValue(field, facts)
    return value === '' ? [] : [{ key: field.key, label: field.label, value }]
  })
}

function isKept({ key, label, type }: NoticeField, { template, notice }: NoticeFacts): boolean {
  if (template.retireAtClose.includes(key)) return false
  const isOutcome = label.includes(OUTCOME) && isToldInCounts(notice.values[key] ?? '')
  return KEPT_TYPES.has(type) || isOutcome
}

function shownValue({ key, type }: NoticeField, { notice, values }: NoticeFacts): string {
  const written = notice.values[key]?.trim() ?? ''
  // A list keeps its lines here; everything else reads as in the official sentence, reckoned dates included.
  const value = type === 'list' ? written : (values[key] ?? officialValue(type, written))
  return hidePersonalNumbers(type === 'money' && value !== '' ? `${value} 元` : value)
}
