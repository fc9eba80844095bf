import type { DataOf } from '../../../shared/contract'
import type { Draft } from './draft'

/** The server's draft, to go on with on the phone. */
export function draftOf({ draft, unit, values, rows, applications }: DataOf<'notices', 'open'>): Draft {
  return {
    id: draft.id,
    unit,
    district: draft.districtId,
    itemName: draft.itemName,
    contents: { item: draft.itemId, template: draft.templateId, values, rows },
    version: draft.version,
    isSent: true,
    unanswered: null,
    changedAt: draft.updatedAt,
    applications,
  }
}
