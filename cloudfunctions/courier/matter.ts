import * as z from 'zod/mini'
import { application } from '../../shared/application/model'
import type { Instant } from '../../shared/calendar/model'
import { notice } from '../../shared/notice/model'
import { stepDue } from '../../shared/procedures/due'
import { presentStep } from '../../shared/procedures/situation'
import { isStillTrueOfApplication } from '../../shared/subscription/application-still-true'
import type { Delivery, MatterRef } from '../../shared/subscription/model'
import { isStillTrue } from '../../shared/subscription/still-true'
import { DESK_EVENTS, topicsOf, topicsOfApplication } from '../../shared/subscription/topics'
import { type Ruling, rulingOf } from '../kit/application-store'
import { desksOfPerson, keysOf } from '../kit/desks'
import { documents } from '../kit/documents'

const noticeSource = z.pick(notice, {
  _id: true,
  status: true,
  districtId: true,
  editionId: true,
  itemId: true,
  itemName: true,
  templateId: true,
  unitCode: true,
  unitName: true,
  boards: true,
  publisher: true,
  title: true,
  window: true,
})
const applicationSource = z.pick(application, {
  _id: true,
  districtId: true,
  editionId: true,
  caseNo: true,
  trackCode: true,
  procedureName: true,
  unitCode: true,
  path: true,
  partners: true,
  way: true,
  ownerId: true,
  desk: true,
  state: true,
  register: true,
})

type NoticeMatter = { kind: 'notice'; notice: z.infer<typeof noticeSource> }
type ApplicationMatter = {
  kind: 'application'
  application: z.infer<typeof applicationSource>
  ruling: Ruling
}
/** What a message is about, as far as the message needs it: no contents, no names. */
export type Matter = NoticeMatter | ApplicationMatter

const notices = documents('notices', noticeSource)
const applications = documents('applications', applicationSource)

/** What a job or a delivery is about, or null where it is gone. */
export async function matterOf({ kind, id }: MatterRef): Promise<Matter | null> {
  if (kind === 'notice') {
    const found = await notices.get(id)
    return found && { kind, notice: found }
  }
  const found = await applications.get(id)
  return found && { kind, application: found, ruling: await rulingOf(found) }
}

/** Every topic whose followers are told. */
export function audienceOf(matter: Matter, event: Delivery['event']): string[] {
  return matter.kind === 'notice' ? topicsOf(matter.notice) : topicsOfApplication(matter.application, event)
}

/**
 * Whether the message may be sent: what it says is still so, and it still concerns the person. Of a matter that is
 * gone there is nothing to tell.
 */
export async function stillStands(matter: Matter, delivery: Delivery, now: Instant): Promise<boolean> {
  if (matter.kind === 'notice') return isStillTrue(delivery, matter.notice, now)
  const { application, ruling } = matter
  const { state, desk } = application
  const due = stepDue(presentStep(ruling.procedure, state), state, now, ruling.calendar)
  if (!isStillTrueOfApplication(delivery, { state, due })) return false
  return !DESK_EVENTS.includes(delivery.event) || sitsAtOneOf(desk, delivery.personId)
}

/** Read anew for each message: who has left an office is told nothing more of its cases. */
async function sitsAtOneOf(desks: readonly string[], personId: string): Promise<boolean> {
  const held = keysOf(await desksOfPerson(personId))
  return desks.some(key => held.includes(key))
}
