import { type Application, application } from '../../../shared/application/model'
import { beijingDate } from '../../../shared/calendar/date'
import type { DataOf, InputOf } from '../../../shared/contract'
import { finishAndPost } from './cases/posting'
import { filledRecord } from './cases/records'
import type { Stage } from './cases/stage'
import type { House, Person } from './house'
import { MAOAO_VILLAGE, ZHIYUAN_VILLAGE } from './writing'

export const MAOAO_TOWNSHIP = '330205103'
type Handling = InputOf<'applications', 'act'>['handling']

/** An application and whose it is. */
export type HouseholdCase = { id: string; name: string; owner: Person }

/** 低收入农户认定 of 江北 (JB.1) in 毛岙村, handed in by its owner's own phone. */
export function applyInMaoao(stage: Stage, id: string): Promise<HouseholdCase> {
  return apply(stage, id, { district: 'jiangbei', procedure: 'JB.1', unit: MAOAO_VILLAGE })
}

/** A procedure of 瓯海 in 纸源村, handed in by its owner's own phone. */
export function applyInZhiyuan(
  stage: Stage,
  id: string,
  procedure: string,
  kind: 'household' | 'individual' = 'household',
): Promise<HouseholdCase> {
  return apply(stage, id, { district: 'ouhai', procedure, unit: ZHIYUAN_VILLAGE }, kind)
}

async function apply(
  { cast }: Stage,
  id: string,
  place: { district: string; procedure: string; unit: string },
  kind: 'household' | 'individual' = 'household',
): Promise<HouseholdCase> {
  const { person, name, idNumber } = await cast.applicant()
  await person.call('applications', 'submit', {
    id,
    ...place,
    start: 'apply',
    way: 'self',
    subject: {
      kind,
      name,
      idNumber,
      phone: '13800000000',
      address: '一组',
      people: 1,
      bankAccount: '',
      reason: '收入少',
    },
    family: [],
    agent: null,
    partners: {},
    materials: [],
  })
  return { id, name, owner: person }
}

/** What a body at a unit does with the case, with the record its step wants. */
export async function handle(
  { cast }: Stage,
  id: string,
  unit: string,
  as: string,
  handling: Handling,
): Promise<DataOf<'applications', 'act'>> {
  const handler = await cast.handlerOf(unit, as)
  const { now, case: seen } = await handler.call('applications', 'case', { id })
  const passesOn = handling.type === 'move' || handling.type === 'refuse'
  const record = passesOn ? filledRecord(seen.recordForm, beijingDate(now)) : undefined
  return handler.call('applications', 'act', { id, version: seen.version, as, handling, record })
}

/** Brings a case of 毛岙村 to the publicity in the village. */
export async function toVillagePublicity(stage: Stage, id: string): Promise<void> {
  await handle(stage, id, MAOAO_VILLAGE, '村民委员会', { type: 'move', to: 'democratic-review' })
  await handle(stage, id, MAOAO_VILLAGE, '评议小组', { type: 'move', to: 'town-review' })
  await handle(stage, id, MAOAO_TOWNSHIP, '街道（镇）', { type: 'move', to: 'village-publicity' })
}

/** The draft of the notice that the village puts the cases up with. */
export async function announceInMaoao({ cast }: Stage, ids: string[], draft: string): Promise<Person> {
  const cadre = await cast.cadreOf(MAOAO_VILLAGE, '村民委员会')
  await cadre.call('applications', 'announce', { cases: ids, as: '村民委员会', draft })
  return cadre
}

/** Puts the cases up in the village with one notice; answers its id and when it closes. */
export async function postInMaoao(stage: Stage, ids: string[], draft: string) {
  const cadre = await announceInMaoao(stage, ids, draft)
  await finishAndPost(cadre, draft, stage.forms)
  const { notice } = await stage.house.anonymous.call('notices', 'get', { id: draft })
  const { closesAt } = notice.window
  if (closesAt === null) throw new Error(`${draft} has no end`)
  return { noticeId: draft, closesAt }
}

/** How a case is stored, past the functions. */
export async function storedCase(house: House, id: string): Promise<Application> {
  const [found] = await house.stored('applications', application, { _id: id })
  if (found === undefined) throw new Error(`no application ${id}`)
  return found
}
