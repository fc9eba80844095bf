import { readSheet } from 'read-excel-file/node'
import * as z from 'zod/mini'
import type { Application, RegisterEntry } from '../../shared/application/model'
import {
  type CaseDesk,
  CICHENG_TOWNSHIP,
  CIVIL_AFFAIRS,
  JIANGBEI_DISTRICT,
  openDesk,
  RURAL_AFFAIRS,
} from './support/case-desk'
import { finishAndPost, formsIn } from './support/cases/posting'
import { brokenAt, chained } from './support/chain'
import { type House, openHouse, type Person } from './support/house'
import { MAOAO_VILLAGE } from './support/writing'

/** Monday 23 November 2026, 9:00 in Beijing. */
const MONDAY = '2026-11-23T01:00:00.000Z'
const AFTER_THE_WINDOW = '2026-12-04T01:00:00.000Z'
const TODAY = '2026-12-04'

const NEXT_VILLAGE = '330205103216'

let house: House
let desk: CaseDesk
let village: Person
let granted: Application
beforeAll(async () => {
  house = await openHouse(MONDAY)
  desk = await openDesk(house)
  village = desk.staff.village
  const { id } = await desk.applied()
  await desk.toPublicity(id)
  const { noticeId } = await village.call('applications', 'announce', {
    cases: [id],
    as: '村民委员会',
    draft: 'notice-for-the-register',
  })
  await finishAndPost(village, noticeId, await formsIn(house))
  await house.setTime(AFTER_THE_WINDOW)
  await desk.toRegister(id)
  granted = await desk.stored(id)
})
afterAll(() => house.stop())

const refused = (person: Person, action: string, input: object) =>
  person.refusal('applications', { action, ...input })

let entries = 0
/** A household that is in the register already, as an import from the former system would leave it. */
async function entered(register: Partial<RegisterEntry>, over: Partial<Application> = {}): Promise<string> {
  entries += 1
  const id = `entry-${String(entries).padStart(4, '0')}`
  const numbers = {
    caseNo: `SQ2025-${String(entries).padStart(6, '0')}`,
    trackCode: `TRACK${10000 + entries}`,
  }
  const entry = { ...granted.register, ...register }
  const subject = { ...granted.subject, idNumber: `33020519500101${String(entries).padStart(4, '0')}` }
  await house.load('applications', [{ ...granted, _id: id, ...numbers, subject, ...over, register: entry }])
  return id
}

describe('the end of 低收入农户认定', () => {
  it('writes the household into the register with the very change that grants it', () => {
    expect(granted.state.end?.outcome).toBe('completed')
    expect(granted.register).toEqual({
      status: 'in',
      since: TODAY,
      until: null,
      people: 3,
      reason: '',
      reviewDueOn: null,
    })
    expect(granted.history.at(-1)?.seq).toBe(granted.version)
    expect(granted.desk).toEqual([])
  })
})

describe('the register', () => {
  it('counts households and people of the place and of each place right below, those that are out left aside', async () => {
    const path = [JIANGBEI_DISTRICT, CICHENG_TOWNSHIP, NEXT_VILLAGE]
    const there = { unitCode: NEXT_VILLAGE, unitName: '邻村', path }
    await entered({ people: 2 }, there)
    await entered({ people: null }, there)
    await entered({ status: 'out', until: '2026-11-30', reason: '收入提高' })

    const ofVillage = await village.call('applications', 'register', { unit: MAOAO_VILLAGE })
    expect(ofVillage).toMatchObject({ households: 1, people: 3, byUnit: [] })
    const ofTown = await desk.staff.township.call('applications', 'register', { unit: CICHENG_TOWNSHIP })
    expect(ofTown).toMatchObject({ households: 3, people: 6 })
    expect(ofTown.byUnit.map(({ unit, households, people }) => [unit, households, people])).toEqual([
      [MAOAO_VILLAGE, 1, 3],
      [NEXT_VILLAGE, 2, 3],
    ])
    const officer = await house.as('jiangbei-officer').call('applications', 'register', {
      unit: JIANGBEI_DISTRICT,
    })
    expect(officer.byUnit).toEqual([{ unit: CICHENG_TOWNSHIP, unitName: '慈城镇', households: 3, people: 6 }])
  })

  it('counts a household once that was granted two things', async () => {
    const before = await village.call('applications', 'register', { unit: MAOAO_VILLAGE })
    await entered({}, { subject: granted.subject, procedureId: 'JB.9', procedureName: '别的事项' })
    const after = await village.call('applications', 'register', { unit: MAOAO_VILLAGE })
    expect(after.lines).toHaveLength(before.lines.length + 1)
    expect([after.households, after.people]).toEqual([before.households, before.people])
  })

  it('lists who is in, who is out and who is to be looked at again, with the ID number masked', async () => {
    const out = await entered({ status: 'out', until: '2026-11-30', reason: '收入提高' })
    const due = await entered({ reviewDueOn: TODAY })
    const later = await entered({ reviewDueOn: '2026-12-05' })
    const idsOf = async (status?: 'in' | 'out' | 'review-due') => {
      const input = status === undefined ? { unit: MAOAO_VILLAGE } : { unit: MAOAO_VILLAGE, status }
      return (await village.call('applications', 'register', input)).lines.map(({ id }) => id)
    }
    expect(await idsOf('out')).toContain(out)
    expect(await idsOf('review-due')).toEqual([due])
    expect(await idsOf('in')).toEqual(expect.arrayContaining([due, later, granted._id]))
    expect(await idsOf('in')).not.toContain(out)
    expect(await idsOf()).toEqual(expect.arrayContaining([out, due, later]))

    const { lines } = await village.call('applications', 'register', { unit: MAOAO_VILLAGE, status: 'in' })
    const line = lines.find(({ id }) => id === due)
    expect(line).toMatchObject({ subjectName: granted.subject.name, reviewDue: true })
    expect(line?.idNumber).toMatch(/^33\*{13}\d{2}[\dX]$/)
    expect(JSON.stringify(lines)).not.toContain(granted.subject.idNumber)
  })

  it('goes on page by page, each household once', async () => {
    await Promise.all(Array.from({ length: 21 }, () => entered({ status: 'out' })))
    const first = await village.call('applications', 'register', { unit: MAOAO_VILLAGE, status: 'out' })
    expect(first.lines).toHaveLength(20)
    const after = first.next ?? ''
    const second = await village.call('applications', 'register', {
      unit: MAOAO_VILLAGE,
      status: 'out',
      after,
    })
    const ids = [...first.lines, ...second.lines].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(second.next).toBeNull()
  })

  it('is shut to households, to supervisors, to other villages, to the village for its township, and when an office ended', async () => {
    const outsiders = [
      await house.welcome('curious-neighbour'),
      house.as('jiangbei-supervisor'),
      await desk.appoint(NEXT_VILLAGE),
      await desk.appoint(MAOAO_VILLAGE, { until: '2026-06-30T16:00:00.000Z' }),
      house.as('ouhai-officer'),
    ]
    for (const outsider of outsiders) {
      expect(await refused(outsider, 'register', { unit: MAOAO_VILLAGE })).toEqual({
        code: 'FORBIDDEN',
        message: '名册由本村、镇街和区里的经办人来看。您如果是经办人，请先在“我的”里确认身份',
      })
    }
    expect(await refused(village, 'register', { unit: CICHENG_TOWNSHIP })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await refused(house.anonymous, 'register', { unit: MAOAO_VILLAGE })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('shows a department the whole district, and only procedures that it has a step in', async () => {
    await entered({}, { procedureId: 'JB.9', procedureName: '别的事项' })
    const { lines, households } = await desk.staff.rural.call('applications', 'register', {
      unit: RURAL_AFFAIRS,
      status: 'in',
    })
    expect(lines.map(({ procedureName }) => procedureName)).not.toContain('别的事项')
    expect(households).toBe(lines.length)
    const other = { unit: CIVIL_AFFAIRS, procedure: 'JB.9' }
    expect((await desk.staff.civil.call('applications', 'register', other)).lines).toEqual([])
  })
})

describe('the register as a file', () => {
  it('holds a line for each household under its titles, the ID number masked', async () => {
    const answer = await village.call('applications', 'registerFile', { unit: MAOAO_VILLAGE, status: 'in' })
    expect(answer.name).toBe(`毛岙村委会低收入农户名册${TODAY}.xlsx`)
    const response = await fetch(answer.url)
    const [titles, ...rows] = await readSheet(Buffer.from(await response.arrayBuffer()))
    expect(titles).toEqual([
      '序号',
      '受理编号',
      '事项',
      '村（社区）',
      '姓名',
      '身份证号（遮住中间）',
      '人数',
      '状态',
      '列入日期',
      '退出日期',
      '下次复核',
      '到期该复核',
      '说明',
    ])
    expect(rows).toHaveLength(answer.rows)
    const own = rows.find(row => row[1] === granted.caseNo)
    expect(own?.slice(2, 9)).toEqual([
      '低收入农户认定',
      granted.unitName,
      granted.subject.name,
      expect.stringMatching(/^33\*{13}\d{2}[\dX]$/),
      3,
      '在册',
      TODAY,
    ])
  })

  it('is fetched for ten minutes; who took a copy is kept, the file is removed with the next', async () => {
    const kept = z.object({ personId: z.string(), unit: z.string(), rows: z.int(), isKept: z.boolean() })
    const { url, rows } = await village.call('applications', 'registerFile', { unit: MAOAO_VILLAGE })
    const traces = await house.stored('registerExports', kept, { isKept: true })
    expect(traces.at(-1)).toEqual({ personId: village.personId, unit: MAOAO_VILLAGE, rows, isKept: true })
    await house.setTime('2026-12-04T01:11:00.000Z')
    expect((await fetch(url)).status).toBe(403)
    await village.call('applications', 'registerFile', { unit: MAOAO_VILLAGE })
    expect(await house.stored('registerExports', kept, { isKept: true })).toHaveLength(1)
  })
})

describe('动态管理', () => {
  const out = { type: 'out', on: TODAY, reason: '家庭收入提高' } as const

  it('takes a household out, once, with the day and the reason in its history', async () => {
    const id = await entered({ reviewDueOn: TODAY })
    const { version } = await desk.stored(id)
    const { line } = await desk.staff.rural.call('applications', 'registerChange', {
      id,
      version,
      change: out,
    })
    expect(line).toMatchObject({
      status: 'out',
      until: TODAY,
      reason: '家庭收入提高',
      reviewDueOn: null,
      reviewDue: false,
    })
    const again = { id, version, change: out }
    expect((await desk.staff.rural.call('applications', 'registerChange', again)).line).toEqual(line)
    const [chain] = await house.stored('applications', chained, { _id: id })
    expect(chain && brokenAt(chain)).toBeNull()
    const stored = await desk.stored(id)
    expect(stored.history.at(-1)?.by).toMatchObject({ unit: RURAL_AFFAIRS })
    const round = stored.state.path.length
    expect(stored.untold.at(-1)).toEqual({ event: 'application-decided', seq: version + 1, round })
    expect(
      await refused(desk.staff.rural, 'registerChange', { id, version: version + 1, change: out }),
    ).toEqual({ code: 'CONFLICT', message: '这一户已经退出，不能再改' })
  })

  it('lets a household that was taken out apply again in the same year', async () => {
    const resident = await house.welcome('household-that-was-out')
    const again = desk.submission({ subject: granted.subject })
    expect(await refused(resident, 'submit', again)).toMatchObject({ code: 'CONFLICT' })
    const { version } = await desk.stored(granted._id)
    await desk.staff.township.call('applications', 'registerChange', {
      id: granted._id,
      version,
      change: out,
    })
    const { application } = await resident.call('applications', 'submit', again)
    expect(application).toMatchObject({ step: 'village-accept', end: null })
  })

  it('looks at a household again: the number of people is the new one, the entry stays', async () => {
    const id = await entered({ reviewDueOn: TODAY })
    const { version } = await desk.stored(id)
    const { line } = await desk.staff.township.call('applications', 'registerChange', {
      id,
      version,
      change: { type: 'reviewed', on: TODAY, people: 2, reason: '女儿出嫁' },
    })
    expect(line).toMatchObject({ status: 'in', people: 2, reason: '女儿出嫁', reviewDue: false })
  })

  it('is decided above the village: its own cadre is told to report', async () => {
    const id = await entered({})
    const { version } = await desk.stored(id)
    expect(await refused(village, 'registerChange', { id, version, change: out })).toEqual({
      code: 'FORBIDDEN',
      message: '名册的进出和复核由镇街或区里来办，请报给他们',
    })
    const stranger = await house.welcome('stranger-to-the-register')
    expect(await refused(stranger, 'registerChange', { id, version, change: out })).toEqual({
      code: 'NOT_FOUND',
      message: '名册里没有这一户，请刷新',
    })
  })

  it('refuses a day ahead, a day before the entry, nobody in the household, and who came too late', async () => {
    const id = await entered({ since: '2026-11-01' })
    const { version } = await desk.stored(id)
    const reviewed = { type: 'reviewed', on: TODAY, people: 3, reason: '' }
    const cases = [
      [{ ...out, on: '2026-12-05' }, 'INVALID_INPUT', '日期不能在今天以后'],
      [{ ...out, on: '2026-10-31' }, 'INVALID_INPUT', '日期不能早于列入的 2026-11-01'],
      [{ ...reviewed, people: 0 }, 'INVALID_INPUT', '人数填 1 到 30'],
    ] as const
    for (const [change, code, message] of cases) {
      expect(await refused(desk.staff.township, 'registerChange', { id, version, change })).toEqual({
        code,
        message,
      })
    }
    expect(
      await refused(desk.staff.township, 'registerChange', { id, version: version - 1, change: out }),
    ).toEqual({ code: 'CONFLICT', message: '别人刚办过这件，请刷新' })
    expect((await desk.stored(id)).register?.status).toBe('in')
  })
})
