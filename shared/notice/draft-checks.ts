import { type ChecklistEntry, checklistOf } from '../catalog/checklist'
import { agreementGaps } from './agreement-checks'
import type { Draft } from './draft'
import type { DraftGap } from './draft-gap'
import { fieldGaps, isCarriedByRows } from './field-checks'
import { listGaps } from './list-checks'
import { personalDataGaps } from './personal-data-checks'

export type { Draft } from './draft'

/** More than this are not read: the first ones put right, the rest is told the next time. */
const MAX_GAPS = 200

/**
 * What a draft lacks before it may be posted, the worst first: personal data that must not be there, then what
 * is missing, then what does not fit. Empty where it may be posted.
 */
export function draftGaps(draft: Draft): DraftGap[] {
  const gaps = [...personalDataGaps(draft), ...fieldGaps(draft), ...listGaps(draft), ...agreementGaps(draft)]
  return gaps.slice(0, MAX_GAPS)
}

/** An element of 公开内容: the fields that carry it here, and whether one of them is filled. */
export type ChecklistItem = ChecklistEntry & { done: boolean }

/** The item's 公开内容, each with what is there of it. An element without fields is another form's to carry. */
export function checklist(draft: Pick<Draft, 'template' | 'item' | 'values' | 'rows'>): ChecklistItem[] {
  const { item, template, values } = draft
  const isFilled = (key: string) => {
    const field = template.fields.find(one => one.key === key)
    const isWritten = (values[key]?.trim() ?? '') !== ''
    return isWritten || (field !== undefined && isCarriedByRows(field, draft))
  }
  return checklistOf(item, template).map(entry => ({ ...entry, done: entry.fields.some(isFilled) }))
}
