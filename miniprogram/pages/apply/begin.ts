import type { ApplyingWay, Subject } from '../../../shared/application/model'
import type { ProcedurePage } from '../../../shared/application/page'
import {
  type ApplyDraft,
  canBeMadeAt,
  isByPerson,
  kindOf,
  newDraft,
  type Place,
  startFor,
} from '../../applying/draft'
import { holder, keptDraft, keptDrafts } from '../../applying/phone-drafts'
import { serverNow } from '../../cloud/server-time'
import { newId } from '../../files/new-id'

/** What the page was opened for. */
export type Aim = {
  start?: string
  way?: ApplyingWay
  unit?: string
  subject?: Subject['kind']
  draft?: string
}

export type Opened = { draft: ApplyDraft; isTakenUp: boolean }

/** The draft that was asked for or left lying for the same thing; else a new one. */
export function openDraft(procedure: ProcedurePage, aim: Aim, home: Place | null): Opened {
  const asked = aim.draft ? keptDraft(aim.draft) : null
  const left = asked?.whose === holder() ? asked : leftLying(procedure, aim)
  return left
    ? { draft: left, isTakenUp: true }
    : { draft: freshDraft(procedure, aim, home), isTakenUp: false }
}

export function freshDraft(procedure: ProcedurePage, aim: Aim, home: Place | null): ApplyDraft {
  const way = aim.way ?? 'self'
  return newDraft(
    {
      id: newId(),
      district: procedure.districtId,
      procedure: procedure.id,
      procedureName: procedure.name,
      start: aim.start ?? startFor(procedure.starts, way)?.step ?? '',
      whose: holder(),
      example: TRIAL,
      changedAt: serverNow(),
    },
    {
      way,
      place: placeFor(aim, way, home),
      kind: kindOf(procedure.applicant),
    },
  )
}

/** A cadre of a town still says in which of its villages the household lives. */
function placeFor({ unit }: Aim, way: ApplyingWay, home: Place | null): Place | null {
  if (unit === undefined) return home
  return canBeMadeAt(unit, way) ? { code: unit, name: '', within: '' } : null
}

/** For others one begins anew each time: the last one written was another household's. */
function leftLying(procedure: ProcedurePage, { way = 'self' }: Aim): ApplyDraft | undefined {
  if (way !== 'self') return undefined
  return keptDrafts().find(
    draft =>
      draft.district === procedure.districtId &&
      draft.procedure === procedure.id &&
      isByPerson(draft.written.way) &&
      draft.written.way !== 'cadre',
  )
}
