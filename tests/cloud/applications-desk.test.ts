import * as z from 'zod/mini'
import type { DataOf } from '../../shared/contract'
import { notice } from '../../shared/notice/model'
import {
  type CaseDesk,
  CICHENG_TOWNSHIP,
  CIVIL_AFFAIRS,
  FINANCE,
  openDesk,
  REFUSED,
} from './support/case-desk'
import { handInPhoto } from './support/cases/photo'
import { brokenAt, chained } from './support/chain'
import { type House, openHouse, type Person } from './support/house'
import { MAOAO_VILLAGE, ZHIYUAN_VILLAGE } from './support/writing'

/** Monday 23 November 2026, 9:00 in Beijing. */
const MONDAY = '2026-11-23T01:00:00.000Z'
const COMMITTEE = '村民委员会'
const REVIEW = '评议小组'
const TOWN = '街道（镇）'
const ACCEPTED = { type: 'move', to: 'democratic-review' } as const

let house: House
let desk: CaseDesk
let village: Person
beforeAll(async () => {
  house = await openHouse(MONDAY)
  desk = await openDesk(house)
  village = desk.staff.village
})
afterAll(() => house.stop())

const refused = (person: Person, action: string, input: object) =>
  person.refusal('applications', { action, ...input })

/** Every case on a person's desk, page by page. */
async function namesOn(person: Person): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: DataOf<'applications', 'desk'> = await person.call(
      'applications',
      'desk',
      after === '' ? {} : { after },
    )
    expect(page.cases.length).toBeLessThanOrEqual(20)
    ids.push(...page.cases.map(({ id }) => id))
    after = page.next
  }
  return ids
}

describe('the desk', () => {
  it('shows a new application to the village of the household, with the body that has it and no limit', async () => {
    const { id, sent } = await desk.applied()
    const { desks, cases, total } = await village.call('applications', 'desk', {})
    expect(desks).toEqual([
      expect.objectContaining({ unit: MAOAO_VILLAGE, bodies: ['村民小组', COMMITTEE, REVIEW] }),
    ])
    expect(total).toBe(cases.length)
    expect(cases.find(one => one.id === id)).toMatchObject({
      subjectName: sent.subject.name,
      procedureName: '低收入农户认定',
      stepName: '村民委员会受理',
      stepKind: 'check',
      body: COMMITTEE,
      version: 1,
      limit: null,
    })
  })

  it('shows nothing to another village, to the township before its step, to a household, to whoever left the office', async () => {
    const { id, person } = await desk.applied()
    const neighbour = await desk.appoint('330205103216')
    const former = await desk.appoint(MAOAO_VILLAGE, { until: '2026-06-30T16:00:00.000Z' })
    expect(await namesOn(neighbour)).not.toContain(id)
    expect(await namesOn(desk.staff.township)).not.toContain(id)
    for (const outsider of [person, former, house.as('jiangbei-supervisor')]) {
      expect(await refused(outsider, 'desk', {})).toEqual({
        code: 'FORBIDDEN',
        message: '您现在没有要办的步骤。请把“我的编号”告诉区里的经办人，登记以后再来',
      })
    }
    expect(await refused(house.anonymous, 'desk', {})).toEqual({ code: 'FORBIDDEN', message: '请先登录再办' })
  })

  it('of an office that acts in the name of one body shows only what waits for that body', async () => {
    const chair = await desk.appoint(MAOAO_VILLAGE, { role: 'handler', bodies: [REVIEW] })
    const { id } = await desk.applied()
    expect(await namesOn(chair)).not.toContain(id)
    await desk.act(village, id, COMMITTEE, ACCEPTED)
    expect(await namesOn(chair)).toContain(id)
    expect((await chair.call('applications', 'desk', {})).desks[0]?.bodies).toEqual([REVIEW])
  })

  it('refuses a unit where the caller has no desk, and a place in the list that no list gave out', async () => {
    expect(await refused(village, 'desk', { unit: ZHIYUAN_VILLAGE })).toMatchObject({ code: 'FORBIDDEN' })
    for (const after of ['x', '2026-02-30|desk-case', '2026-11-23|', '2026-11-23|a|b']) {
      expect(await refused(village, 'desk', { after })).toMatchObject({ code: 'INVALID_INPUT' })
    }
  })

  it('gives a long desk page by page, each case once', async () => {
    const ids = await Promise.all(Array.from({ length: 24 }, async () => (await desk.applied()).id))
    const seen = await namesOn(village)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(ids))
    expect((await village.call('applications', 'desk', {})).total).toBe(seen.length)
  })
})

describe('taking a step', () => {
  it('accepts an application: it leaves the village committee for the review, with who did it and when', async () => {
    const { id } = await desk.applied()
    const page = await desk.act(village, id, COMMITTEE, ACCEPTED)
    expect(page).toMatchObject({ step: 'democratic-review', version: 2 })
    expect(page.moves.at(-1)).toMatchObject({ by: COMMITTEE, to: page.stepName, outcome: 'ok' })
    expect((await desk.stored(id)).desk).toEqual([`${MAOAO_VILLAGE}|${REVIEW}`])
    const [chain] = await house.stored('applications', chained, { _id: id })
    expect(chain && brokenAt(chain)).toBeNull()
  })

  it('tells once and whole what is missing: what was not in the first list cannot be asked for later', async () => {
    const { id, person, page } = await desk.applied()
    const items = ['户口簿', '家庭收入声明']
    await desk.act(village, id, COMMITTEE, { type: 'ask', to: 'apply', items })
    expect(await namesOn(village)).not.toContain(id)
    const asked = (await person.call('applications', 'get', { id })).application
    expect(asked.awaited?.items).toEqual(items)
    const materials = await Promise.all(items.map(kind => handInPhoto(person, id, kind)))
    await person.call('applications', 'supply', { id, version: asked.version, materials })

    const again = await village.call('applications', 'case', { id })
    expect(again.case.told).toEqual(items)
    const asking = { id, version: again.case.version, as: COMMITTEE }
    const more = { type: 'ask', to: 'apply', items: ['房产证'] }
    expect(await refused(village, 'act', { ...asking, handling: more })).toEqual({
      code: 'INVALID_INPUT',
      message: '要补的材料已经一次告知过，不能再添新的；原来没补的可以再要',
    })
    const same = await desk.act(village, id, COMMITTEE, { type: 'ask', to: 'apply', items: ['户口簿'] })
    expect(same.awaited?.items).toEqual(['户口簿'])
    expect(page.version).toBe(1)
  })

  it('of two officers at once lets one win and tells the other to look again', async () => {
    const { id } = await desk.applied()
    const other = await desk.appoint(MAOAO_VILLAGE)
    const acting = { action: 'act', id, version: 1, as: COMMITTEE, handling: ACCEPTED }
    const answers = await Promise.allSettled([
      village.call('applications', 'act', { id, version: 1, as: COMMITTEE, handling: ACCEPTED }),
      other.call('applications', 'act', { id, version: 1, as: COMMITTEE, handling: ACCEPTED }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const loser = answers[0]?.status === 'rejected' ? village : other
    expect(await loser.refusal('applications', acting)).toEqual({
      code: 'CONFLICT',
      message: '别人刚办过这件，请刷新',
    })
    expect((await desk.stored(id)).version).toBe(2)
  })

  it('sent again after a lost answer is done once, and answered as the first time', async () => {
    const { id } = await desk.applied()
    const acting = { id, version: 1, as: COMMITTEE, handling: ACCEPTED }
    const first = await village.call('applications', 'act', acting)
    const second = await village.call('applications', 'act', acting)
    expect(second.case).toEqual(first.case)
    expect((await desk.stored(id)).version).toBe(2)
    const otherwise = { ...acting, handling: { type: 'move', to: 'democratic-review', remark: '另一句' } }
    expect(await refused(village, 'act', otherwise)).toMatchObject({ code: 'CONFLICT' })
  })

  it('is refused in the name of a body that is not the caller’s, or whose step it is not', async () => {
    const { id } = await desk.applied()
    const acting = { id, version: 1, handling: ACCEPTED }
    for (const as of ['区民政局', TOWN, '申请人', REVIEW]) {
      expect(await refused(village, 'act', { ...acting, as })).toEqual({
        code: 'FORBIDDEN',
        message: '这一步不由您办，请交给办理人',
      })
    }
    const chair = await desk.appoint(MAOAO_VILLAGE, { role: 'handler', bodies: [REVIEW] })
    expect(await refused(chair, 'act', { ...acting, as: COMMITTEE })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is refused to another village, to whoever left the office and to a household, as if the case were not there', async () => {
    const { id, person } = await desk.applied()
    const { message } = await refused(village, 'case', { id: 'no-such-case' })
    const neighbour = await desk.appoint('330205103216')
    expect(await refused(neighbour, 'case', { id })).toEqual({ code: 'NOT_FOUND', message })
    expect(await refused(desk.staff.township, 'case', { id })).toEqual({ code: 'NOT_FOUND', message })
    const acting = { id, version: 1, as: COMMITTEE, handling: ACCEPTED }
    expect(await refused(neighbour, 'act', acting)).toEqual({ code: 'NOT_FOUND', message })
    const former = await desk.appoint(MAOAO_VILLAGE, { until: '2026-06-30T16:00:00.000Z' })
    for (const outsider of [former, person]) {
      expect(await refused(outsider, 'act', acting)).toMatchObject({ code: 'FORBIDDEN' })
    }
    expect((await desk.stored(id)).version).toBe(1)
  })

  it('a case stays open to read for those whose step it was, and to do nothing with', async () => {
    const { id } = await desk.applied()
    await desk.toPublicity(id)
    const { case: page } = await desk.staff.township.call('applications', 'case', { id })
    expect(page.offers).toEqual([])
    expect(page.records.map(({ title, body }) => [title, body])).toContainEqual(['民主评议记录', REVIEW])
  })

  it('writes the record of the review with the step, and is refused without it, nothing half done', async () => {
    const { id } = await desk.applied()
    await desk.act(village, id, COMMITTEE, ACCEPTED)
    const passing = { id, version: 2, as: REVIEW, handling: { type: 'move', to: 'town-review' } }
    expect(await refused(village, 'act', passing)).toEqual({
      code: 'INVALID_INPUT',
      message: '请先填好《民主评议记录》',
    })
    const votes = {
      date: '2026-11-23',
      place: '村会议室',
      expected: '5',
      present: '3',
      sat: '甲代表、乙代表、丙代表',
      for: '3',
      against: '1',
      opinions: '同意',
    }
    expect(await refused(village, 'act', { ...passing, record: votes })).toEqual({
      code: 'INVALID_INPUT',
      message: '同意、不同意、弃权合计 4 票，实到 3 人，请核对',
    })
    expect(await desk.stored(id)).toMatchObject({ version: 2, records: [] })
    const page = await desk.act(
      village,
      id,
      REVIEW,
      { type: 'move', to: 'town-review' },
      { ...votes, against: '0' },
    )
    expect(page.records[0]?.values).toContainEqual({ label: '同意票数', value: '3' })
    expect(page.records[0]).toMatchObject({ form: 'review', body: REVIEW })
  })

  it('goes back to be looked into again where the review disagrees, with the reason said', async () => {
    const { id } = await desk.applied()
    await desk.act(village, id, COMMITTEE, ACCEPTED)
    const { case: page } = await village.call('applications', 'case', { id })
    const back = page.offers.find(offer => 'to' in offer && offer.to === 'reinvestigate')
    expect(back).toMatchObject({ type: 'move', outcome: 'recheck', needs: 'remark', blocked: null })
    const again = await desk.act(village, id, REVIEW, {
      type: 'move',
      to: 'reinvestigate',
      remark: '争议较大',
    })
    expect(again).toMatchObject({ step: 'reinvestigate' })
    expect(again.moves.at(-1)?.remark).toBe('争议较大')
  })

  it('refuses an application with reason, clause and where to appeal, and not with less', async () => {
    const { id, person } = await desk.applied()
    await desk.act(village, id, COMMITTEE, ACCEPTED)
    const { case: page } = await village.call('applications', 'case', { id })
    const refusal = { type: 'refuse', to: 'not-eligible', ...REFUSED }
    expect(
      await refused(village, 'act', {
        id,
        version: page.version,
        as: REVIEW,
        handling: { ...refusal, appeal: ' ' },
      }),
    ).toEqual({ code: 'INVALID_INPUT', message: '请写明到哪里申诉。请改了再试' })
    await desk.act(village, id, REVIEW, { type: 'refuse', to: 'not-eligible', ...REFUSED })
    const { application: own } = await person.call('applications', 'get', { id })
    expect(own.end).toEqual({ outcome: 'rejected', at: expect.any(String), grounds: REFUSED })
    expect((await desk.stored(id)).register).toBeNull()
    expect(
      await refused(village, 'act', { id, version: own.version, as: REVIEW, handling: refusal }),
    ).toMatchObject({ code: 'CONFLICT', message: '这件事已经办结，不能再改' })
  })

  it('waits for the publicity: before the notice is up, and while its window is open, nothing leaves the step', async () => {
    const { id } = await desk.applied()
    await desk.toPublicity(id)
    const { case: page } = await village.call('applications', 'case', { id })
    const onward = page.offers.find(offer => 'to' in offer && offer.to === 'town-report')
    expect(onward?.blocked).toBe('公示还没有张贴，请先张贴')
    const handling = { type: 'move', to: 'town-report' }
    expect(await refused(village, 'act', { id, version: page.version, as: COMMITTEE, handling })).toEqual({
      code: 'NOT_READY',
      message: '公示还没有张贴，请先张贴',
    })
    const object = { type: 'object', objectionId: 'objection-1', text: '他家有两套房' }
    expect(
      await refused(village, 'act', { id, version: page.version, as: COMMITTEE, handling: object }),
    ).toMatchObject({ code: 'NOT_READY', message: '现在没有在公示，异议请在公示期内提' })
  })

  it('any of the departments that sit together decides; the one that is not among them does not see it', async () => {
    const { id } = await desk.applied()
    const finance = await desk.appoint(FINANCE)
    await desk.toPublicity(id)
    const stored = await desk.stored(id)
    await house.load('applications', [
      {
        ...stored,
        desk: [`${FINANCE}|审核小组（区农办、区民政局、区财政局）`],
        state: { ...stored.state, step: 'final-approval' },
      },
    ])
    expect(await namesOn(finance)).toContain(id)
    const { case: page } = await finance.call('applications', 'case', { id })
    expect(page.hands).toEqual(expect.arrayContaining(['区财政局', '区民政局']))
    const elsewhere = await desk.appoint('330304-区民政局')
    expect(await refused(elsewhere, 'case', { id })).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a nominated household', () => {
  it('has nobody on a phone: what it would do itself the village does for it, and that is said', async () => {
    const sent = desk.submission({ way: 'nominated', start: 'nominate' })
    await village.call('applications', 'submit', sent)
    const { id } = sent
    await desk.act(village, id, COMMITTEE, { type: 'ask', to: 'apply', items: ['户口簿'] })
    expect((await desk.stored(id)).desk).toEqual([`${MAOAO_VILLAGE}|申请人`])
    expect(await namesOn(village)).toContain(id)
    const page = await desk.act(village, id, '申请人', { type: 'move', to: 'village-accept' })
    expect(page.moves.at(-1)?.by).toMatch(/^申请人（毛岙.*代办）$/)
    const withdrawn = await desk.act(village, id, '申请人', { type: 'withdraw', remark: '户里不愿意' })
    expect(withdrawn.end?.outcome).toBe('withdrawn')
  })
})

describe('several at once', () => {
  it('takes one step with a whole batch, and says of each what became of it', async () => {
    const [first, second, third] = await Promise.all([desk.applied(), desk.applied(), desk.applied()])
    await desk.act(village, third.id, COMMITTEE, ACCEPTED)
    const cases = [
      { id: first.id, version: 1 },
      { id: second.id, version: 1 },
      { id: third.id, version: 2 },
      { id: 'no-such-case', version: 1 },
      { id: first.id, version: 1 },
    ]
    const together = { cases, as: COMMITTEE, handling: ACCEPTED }
    const { results } = await village.call('applications', 'actTogether', together)
    const { message } = await refused(village, 'case', { id: 'no-such-case' })
    expect(results).toEqual([
      { id: first.id, done: true, message: '办好了' },
      { id: second.id, done: true, message: '办好了' },
      { id: third.id, done: false, message: '这件和别的不在同一步，请单独办' },
      { id: 'no-such-case', done: false, message },
    ])
    expect((await desk.stored(first.id)).state.step).toBe('democratic-review')

    const again = await village.call('applications', 'actTogether', together)
    expect(again.results.map(({ done }) => done)).toEqual([true, true, false, false])
    expect((await desk.stored(first.id)).version).toBe(2)
  })

  it('where one was handled by somebody else meanwhile, says so and does the others', async () => {
    const [first, second] = await Promise.all([desk.applied(), desk.applied()])
    await desk.act(village, second.id, COMMITTEE, { type: 'ask', to: 'apply', items: ['户口簿'] })
    const { results } = await village.call('applications', 'actTogether', {
      cases: [first, second].map(({ id }) => ({ id, version: 1 })),
      as: COMMITTEE,
      handling: ACCEPTED,
    })
    expect(results.map(({ message }) => message)).toEqual(['办好了', '别人刚办过这件，请刷新'])
  })

  it('one meeting: the record of the review is written for each of them', async () => {
    const households = await Promise.all([desk.applied(), desk.applied()])
    await village.call('applications', 'actTogether', {
      cases: households.map(({ id }) => ({ id, version: 1 })),
      as: COMMITTEE,
      handling: ACCEPTED,
    })
    const record = {
      date: '2026-11-23',
      place: '村会议室',
      expected: '3',
      present: '3',
      sat: '甲代表、乙代表、丙代表',
      for: '3',
      against: '0',
      opinions: '都符合',
    }
    await village.call('applications', 'actTogether', {
      cases: households.map(({ id }) => ({ id, version: 2 })),
      as: REVIEW,
      handling: { type: 'move', to: 'town-review' },
      record,
    })
    for (const { id } of households) {
      expect((await desk.stored(id)).records).toEqual([
        expect.objectContaining({ form: 'review', values: record }),
      ])
    }
  })
})

describe('the notice of a publicity step', () => {
  it('is drafted for several households at once, with a row for each, at the unit that posts it', async () => {
    const households = await Promise.all([desk.applied(), desk.applied()])
    for (const { id } of households) await desk.toPublicity(id)
    const ids = households.map(({ id }) => id)
    const input = { cases: ids, as: COMMITTEE, draft: 'notice-of-two' }
    const made = await village.call('applications', 'announce', input)
    expect(made).toMatchObject({ noticeId: 'notice-of-two', unit: MAOAO_VILLAGE })
    expect(await village.call('applications', 'announce', input)).toEqual({
      ...made,
      now: expect.any(String),
    })

    const [stored] = await house.stored('notices', notice, { _id: 'notice-of-two' })
    expect(stored).toMatchObject({
      status: 'draft',
      templateId: 'low-income-list',
      unitCode: MAOAO_VILLAGE,
      applications: ids,
      version: 1,
    })
    expect(stored?.rows.map(row => row.name)).toEqual(households.map(({ sent }) => sent.subject.name))
    const { draft, rows } = await village.call('notices', 'open', { id: 'notice-of-two' })
    expect([draft.version, rows.length]).toEqual([1, 2])

    const twice = { cases: ids.slice(0, 1), as: COMMITTEE, draft: 'notice-of-one' }
    const { code, message } = await refused(village, 'announce', twice)
    expect(code).toBe('CONFLICT')
    expect(message).toContain(households[0]?.sent.subject.name)
    expect(message).toContain('请接着写那一份')
  })

  it('is refused where a household does not wait for it, by name, and to whoever does not post it', async () => {
    const [ready, early] = await Promise.all([desk.applied(), desk.applied()])
    await desk.toPublicity(ready.id)
    const both = { cases: [ready.id, early.id], as: COMMITTEE, draft: 'notice-too-early' }
    expect(await refused(village, 'announce', both)).toEqual({
      code: 'CONFLICT',
      message: `${early.sent.subject.name}不在同一步等公示，请刷新后重新选`,
    })
    const alone = { cases: [early.id], as: COMMITTEE, draft: 'notice-too-early' }
    expect(await refused(village, 'announce', alone)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refused(village, 'announce', { ...alone, cases: [ready.id], as: REVIEW })).toMatchObject({
      code: 'FORBIDDEN',
      message: '这一步不由您办，请交给办理人',
    })
    const neighbour = await desk.appoint('330205103216')
    expect(await refused(neighbour, 'announce', { ...alone, cases: [ready.id] })).toEqual({
      code: 'NOT_FOUND',
      message: '有 1 户不在您这里办，请刷新后重新选',
    })
    expect(await house.stored('notices', notice, { _id: 'notice-too-early' })).toEqual([])
  })
})

describe('a household’s files', () => {
  const opening = z.object({ applicationId: z.string(), materialId: z.string(), personId: z.string() })

  it('open for those whose step it is and leave a trace, and for the household without one', async () => {
    const sent = desk.submission()
    const person = await house.welcome(`household-with-a-photo`)
    const photo = await handInPhoto(person, sent.id, '户口簿')
    await person.call('applications', 'submit', { ...sent, materials: [photo] })
    const wanted = { id: sent.id, material: photo.id }

    const opened = await village.call('applications', 'file', wanted)
    expect(opened.mime).toBe('image/png')
    expect((await fetch(opened.url)).status).toBe(200)
    await person.call('applications', 'file', wanted)
    expect(await house.stored('openings', opening, { applicationId: sent.id })).toEqual([
      { applicationId: sent.id, materialId: photo.id, personId: village.personId },
    ])

    for (const outsider of [desk.staff.township, await house.welcome('somebody-else')]) {
      expect(await refused(outsider, 'file', wanted)).toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await refused(village, 'file', { ...wanted, material: 'no-such-file' })).toMatchObject({
      code: 'NOT_FOUND',
      message: '没有找到这份材料，请刷新',
    })
  })
})

describe('what may be begun for others', () => {
  it('the village enters for households, nominates, and begins what is its own; a department only its own', async () => {
    const { starts } = await village.call('applications', 'starts', { unit: MAOAO_VILLAGE })
    expect(starts.map(({ procedureId, way }) => [procedureId, way])).toEqual([
      ['JB.1', 'cadre'],
      ['JB.1', 'nominated'],
    ])
    const civil = await desk.staff.civil.call('applications', 'starts', { unit: CIVIL_AFFAIRS })
    expect(civil.starts).toEqual([])
    expect(await refused(village, 'starts', { unit: CICHENG_TOWNSHIP })).toMatchObject({ code: 'FORBIDDEN' })
  })
})
