import type { CaseOffer, RecordFormFace } from '../../../shared/application/page'
import type { Instant } from '../../../shared/calendar/model'
import type { Handling } from '../../../shared/contract/applications'
import { caseWords } from '../../words/desk-cases'
import { type ActDraft, emptyNote, type WrittenNote } from './act-draft'
import { type Lack, recordLacks, written } from './record-lacks'

/** A way that is taken on the case's own page; posting a notice leads to another. */
export type ActOffer = Exclude<CaseOffer, { type: 'post-notice' }>
export type LineOffer = Extract<CaseOffer, { to: string }>

/** One way among those of a case, for React and for finding it again after a reload. */
export function offerKey(offer: CaseOffer): string {
  switch (offer.type) {
    case 'move':
    case 'ask':
    case 'refuse':
      return [offer.type, offer.as, offer.to, offer.when].join('|')
    case 'answer':
      return [offer.type, offer.as, offer.objectionId].join('|')
    case 'date':
      return [offer.type, offer.as, offer.event].join('|')
    default:
      return [offer.type, offer.as].join('|')
  }
}

/** What was written for this way: its remark, its objection, its answer. */
export function noteFor(offer: CaseOffer, { notes }: ActDraft): WrittenNote {
  return notes[offerKey(offer)] ?? emptyNote
}

/**
 * Whether the step's record goes with it: it must where the step is done with or refused; it may where the household
 * gave up; it waits on the phone where the matter comes back to the step.
 */
export function recordRule(offer: CaseOffer): 'must' | 'may' | 'none' {
  if (offer.type === 'refuse') return 'must'
  if (offer.type !== 'move' || offer.outcome === 'return') return 'none'
  return offer.outcome === 'reject' ? 'may' : 'must'
}

/** What is asked for, whole: what was marked as missing, then what was written, each once. */
export function askedItems({ missing, own }: ActDraft, told: readonly string[] | null): string[] {
  const written = own.split('\n').map(line => line.trim())
  const items = [...missing, ...written].filter(item => item !== '')
  const unique = items.filter((item, index) => items.indexOf(item) === index)
  return told === null ? unique : unique.filter(item => told.includes(item))
}

type Step = {
  form: RecordFormFace | null
  told: readonly string[] | null
  now: Instant
}

/** What keeps the person from sending it; the server looks again. */
export function lacks(offer: CaseOffer, draft: ActDraft, { form, told, now }: Step): Lack[] {
  const goes = form !== null && goesAlong(offer, draft, form)
  return [...(goes ? recordLacks(form, draft.record, now) : []), ...ownLacks(offer, draft, told)]
}

function goesAlong(offer: CaseOffer, draft: ActDraft, form: RecordFormFace): boolean {
  const rule = recordRule(offer)
  const isWritten = Object.keys(written(form, draft.record)).length > 0
  return rule === 'must'
    ? isWritten || form.fields.some(({ required }) => required)
    : rule === 'may' && isWritten
}

function ownLacks(offer: CaseOffer, draft: ActDraft, told: readonly string[] | null): Lack[] {
  const { text, upheld } = noteFor(offer, draft)
  switch (offer.type) {
    case 'move':
      return offer.needs === 'remark' ? filled('text', text) : []
    case 'ask':
      return askedItems(draft, told).length === 0 ? [{ key: 'items', message: caseWords.act.itemsGap }] : []
    case 'refuse':
      return [
        ...filled('reason', draft.reason),
        ...filled('clause', draft.clause),
        ...filled('appeal', draft.appeal),
      ]
    case 'withdraw':
    case 'object':
      return filled('text', text)
    case 'answer':
      return [
        ...filled('text', text),
        ...(upheld === '' ? [{ key: 'upheld', message: caseWords.act.choose }] : []),
      ]
    case 'date':
      return filled('date', draft.date)
    default:
      return []
  }
}

function filled(key: string, value: string): Lack[] {
  return value.trim() === '' ? [{ key, message: caseWords.act.fill }] : []
}

/** What is sent for a way; `objectionId` is made by the phone, so that an objection sent twice is one. */
export function handlingOf(
  offer: ActOffer,
  draft: ActDraft,
  told: readonly string[] | null,
  objectionId: string,
): Handling {
  const note = noteFor(offer, draft)
  const text = note.text.trim()
  switch (offer.type) {
    case 'begin':
      return { type: 'begin' }
    case 'move':
      return { type: 'move', to: offer.to, ...(text === '' ? {} : { remark: text }) }
    case 'ask':
      return { type: 'ask', to: offer.to, items: askedItems(draft, told) }
    case 'refuse':
      return {
        type: 'refuse',
        to: offer.to,
        reason: draft.reason.trim(),
        clause: draft.clause.trim(),
        appeal: draft.appeal.trim(),
      }
    case 'withdraw':
      return { type: 'withdraw', remark: text }
    case 'object':
      return { type: 'object', objectionId, text }
    case 'answer':
      return {
        type: 'answer',
        objectionId: offer.objectionId,
        text,
        upheld: note.upheld === 'yes',
      }
    case 'date':
      return { type: 'date', event: offer.event, date: draft.date }
  }
}

/** The record as it is sent; none where none goes along. */
export function recordOf(
  offer: CaseOffer,
  draft: ActDraft,
  form: RecordFormFace | null,
): Record<string, string> | undefined {
  return form !== null && goesAlong(offer, draft, form) ? written(form, draft.record) : undefined
}
