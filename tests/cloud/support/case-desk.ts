import { application } from '../../../shared/application/model'
import { beijingDate } from '../../../shared/calendar/date'
import type { DataOf, InputOf } from '../../../shared/contract'
import { idNumber } from '../../unit/privacy/people'
import { filledRecord } from './cases/records'
import type { House, Person } from './house'
import { MAOAO_VILLAGE } from './writing'

type Submission = InputOf<'applications', 'submit'>
export type Handling = InputOf<'applications', 'act'>['handling']
export type CasePage = DataOf<'applications', 'case'>['case']

export const CICHENG_TOWNSHIP = '330205103'
export const JIANGBEI_DISTRICT = '330205'
export const CIVIL_AFFAIRS = '330205-区民政局'
export const RURAL_AFFAIRS = '330205-区农水局（农办）'
export const FINANCE = '330205-区财政局'

export const REFUSED = {
  reason: '家里人均收入超过标准',
  clause: '江北区低收入农户认定流程第三步',
  appeal: '慈城镇政府，0574-00000000',
}

/** The way of 低收入农户认定 in 江北 from the taking in to the register: who, as what, to which step. */
const WAY = [
  ['village', '村民委员会', 'democratic-review'],
  ['village', '评议小组', 'town-review'],
  ['township', '街道（镇）', 'village-publicity'],
] as const
const WAY_AFTER = [
  ['township', '街道（镇）', 'econ-verify'],
  ['civil', '区民政局', 'final-approval'],
  ['civil', '审核小组（区农办、区民政局、区财政局）', 'database-record'],
  ['rural', '区农水局', 'end'],
] as const

/** Those who have the steps of 低收入农户认定 in 毛岙村, and households to apply. All made up. */
export async function openDesk(house: House) {
  let people = 0

  /** Somebody new with an office; `over` narrows it to some bodies, or ends it. */
  async function appoint(unit: string, over: { bodies?: string[]; until?: string; role?: string } = {}) {
    people += 1
    const person = await house.welcome(`handler-${people}`)
    const office = { personId: person.personId, unit, role: 'cadre', until: null, ...over }
    await house.load('members', [{ _id: `office-of-handler-${people}`, ...office }])
    return person
  }

  const staff = {
    village: await appoint(MAOAO_VILLAGE),
    township: await appoint(CICHENG_TOWNSHIP),
    civil: await appoint(CIVIL_AFFAIRS),
    rural: await appoint(RURAL_AFFAIRS),
  }

  function submission(over: Partial<Submission> = {}): Submission {
    people += 1
    const born = new Date(Date.UTC(1948, 0, people)).toISOString().slice(0, 10)
    return {
      id: `desk-case-${String(people).padStart(4, '0')}`,
      district: 'jiangbei',
      procedure: 'JB.1',
      start: 'apply',
      unit: MAOAO_VILLAGE,
      way: 'self',
      subject: {
        kind: 'household',
        name: `应样${'甲乙丙丁戊己庚辛壬癸'.charAt(people % 10)}`,
        idNumber: idNumber('330205', born),
        phone: '13800000000',
        address: '二组',
        people: 3,
        bankAccount: '',
        reason: '家里两人生病',
      },
      family: [],
      agent: null,
      partners: {},
      materials: [],
      ...over,
    }
  }

  async function stored(id: string) {
    const [found] = await house.stored('applications', application, { _id: id })
    if (found === undefined) throw new Error(`application ${id} is not stored`)
    return found
  }

  /** Does one thing as somebody with the case as that person sees it now, with the record the step asks for. */
  async function act(
    person: Person,
    id: string,
    as: string,
    handling: Handling,
    record?: Record<string, string>,
  ) {
    const { now, case: page } = await person.call('applications', 'case', { id })
    const isPassing = handling.type === 'move' || handling.type === 'refuse'
    const filled = record ?? (isPassing ? filledRecord(page.recordForm, beijingDate(now)) : undefined)
    const acting = { id, version: page.version, as, handling }
    const input = filled === undefined ? acting : { ...acting, record: filled }
    return (await person.call('applications', 'act', input)).case
  }

  return {
    house,
    staff,
    appoint,
    submission,
    stored,
    act,

    /** A household that applied on its own phone, whose case waits for the village. */
    async applied(over: Partial<Submission> = {}) {
      const sent = submission(over)
      const person = await house.welcome(`household-of-${sent.id}`)
      const { application: page } = await person.call('applications', 'submit', sent)
      return { id: sent.id, sent, person, page }
    },

    /** Takes a case from the village's desk to the step before the publicity is posted. */
    async toPublicity(id: string): Promise<void> {
      for (const [who, as, to] of WAY) await act(staff[who], id, as, { type: 'move', to })
    },

    /** Takes a case whose publicity has closed to the register. */
    async toRegister(id: string): Promise<void> {
      for (const [who, as, to] of WAY_AFTER) await act(staff[who], id, as, { type: 'move', to })
    },
  }
}
export type CaseDesk = Awaited<ReturnType<typeof openDesk>>
