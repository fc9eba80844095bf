import { createHash } from 'node:crypto'
import * as z from 'zod'
import { application } from '../../shared/application/model'
import type { InputOf } from '../../shared/contract'
import { procedure } from '../../shared/procedures/definition'
import { applicationState } from '../../shared/procedures/state'
import { idNumber } from '../unit/privacy/people'
import { handInPhoto } from './support/cases/photo'
import { type House, openHouse, type Person } from './support/house'
import { MAOAO_VILLAGE, OUHAI_DISTRICT, ZEYA_TOWNSHIP, ZHIYUAN_VILLAGE } from './support/writing'

const MONDAY = '2026-11-23T01:00:00.000Z'
const NEXT_VILLAGE = '330205103216'
const TWO_MINUTES_LATER = '2026-11-23T01:32:00.000Z'
const MINUTE = 60_000

type Submission = InputOf<'applications', 'submit'>

let house: House
beforeAll(async () => {
  house = await openHouse(MONDAY)
})
afterAll(() => house.stop())

let people = 0
function newcomer(): Promise<Person> {
  people += 1
  return house.welcome(`household-${people}`)
}

/** A number nobody else of this file has. */
function newIdNumber(): string {
  people += 1
  return idNumber('330304', new Date(Date.UTC(1951, 0, people)).toISOString().slice(0, 10))
}

let ids = 0
function newId(): string {
  ids += 1
  return `household-application-${ids}`
}

/** 低收入农户认定 of 毛岙村, for oneself. */
function forOneself(over: Partial<Submission> = {}): Submission {
  return {
    id: newId(),
    district: 'jiangbei',
    procedure: 'JB.1',
    start: 'apply',
    unit: MAOAO_VILLAGE,
    way: 'self',
    subject: {
      kind: 'household',
      name: '虞样甲',
      idNumber: newIdNumber(),
      phone: '13800000000',
      address: '一组',
      people: 3,
      bankAccount: '',
      reason: '家里两人生病',
    },
    family: [{ name: '虞样乙', relation: '子', yearlyIncome: 1_200_000 }],
    agent: null,
    partners: {},
    materials: [],
    ...over,
  }
}

function subjectWith(over: Partial<Submission['subject']>): Submission['subject'] {
  return { ...forOneself().subject, ...over }
}

/** An individual of 纸源村 who applies for the education grant. */
function educationGrant(over: Partial<Submission> = {}): Submission {
  return forOneself({
    district: 'ouhai',
    procedure: 'A.10',
    unit: ZHIYUAN_VILLAGE,
    subject: subjectWith({ kind: 'individual', people: null }),
    ...over,
  })
}

async function applied(person: Person, over: Partial<Submission> = {}) {
  const sent = forOneself(over)
  const { application: page } = await person.call('applications', 'submit', sent)
  return { sent, page }
}

function refusalOf(person: Person, action: string, input: object) {
  return person.refusal('applications', { action, ...input })
}

async function stored(id: string) {
  const found = await house.stored('applications', application, { _id: id })
  return found[0] ?? null
}

/** The village asks for what is missing; the case goes back to the household. */
async function askFor(id: string, items: string[]): Promise<void> {
  const cadre = house.as('jiangbei-cadre')
  const found = await stored(id)
  await cadre.call('applications', 'act', {
    id,
    version: found?.version ?? 0,
    as: '村民委员会',
    handling: { type: 'ask', to: 'apply', items },
  })
}

/** The village hands it to the review. */
async function accept(id: string): Promise<void> {
  const found = await stored(id)
  await house.as('jiangbei-cadre').call('applications', 'act', {
    id,
    version: found?.version ?? 0,
    as: '村民委员会',
    handling: { type: 'move', to: 'democratic-review' },
  })
}

describe('the procedures of a district', () => {
  it('are listed in the order of their numbers, with who applies', async () => {
    const { procedures } = await house.anonymous.call('applications', 'procedures', { district: 'ouhai' })
    expect(procedures).toHaveLength(29)
    expect(procedures.slice(0, 10).map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, nth) => `A.${nth + 1}`),
    )
    expect(procedures.filter(({ canApply }) => !canApply).map(({ id }) => id)).toEqual([
      'A.2',
      'A.3',
      'A.6',
      'A.7',
      'A.16',
      'A.29',
    ])
  })

  it('are drawn with the way through, where one begins, and the income line', async () => {
    const { procedure } = await house.anonymous.call('applications', 'procedure', {
      district: 'jiangbei',
      procedure: 'JB.1',
    })
    expect(procedure.mainWay.slice(0, 4)).toEqual([
      'apply',
      'village-accept',
      'democratic-review',
      'town-review',
    ])
    expect(procedure.mainWay).not.toContain('reinvestigate')
    expect(procedure.steps.find(({ id }) => id === procedure.mainWay.at(-1))?.end).toBe('completed')
    expect(procedure.starts.map(({ step, way }) => [step, way])).toEqual([
      ['apply', 'self'],
      ['nominate', 'nominated'],
    ])
    expect(procedure.incomeLine?.amount).toBe(600_000)
    expect(procedure.customary).toBe('按通行程序，以当地公布为准')
  })

  it.each([
    ['a district that there is not', { district: 'nowhere', procedure: 'JB.1' }],
    ['a procedure of another district', { district: 'ouhai', procedure: 'JB.1' }],
  ])('%s is not found', async (_name, input) => {
    expect(await refusalOf(house.anonymous, 'procedure', input)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('applying', () => {
  it('hands the case in: it lies with the village at once', async () => {
    const person = await newcomer()
    const { page, sent } = await applied(person)
    expect(page).toMatchObject({
      step: 'village-accept',
      withApplicant: false,
      hands: ['毛岙村村委会'],
      since: expect.stringMatching(/^2026-11-23T01:/),
      can: { supply: false, withdraw: true, moves: [] },
      register: null,
      end: null,
    })
    expect(page.caseNo).toMatch(/^SQ2026-\d{6}$/)
    expect(page.timeline.map(({ id, state }) => [id, state]).slice(0, 3)).toEqual([
      ['apply', 'done'],
      ['village-accept', 'now'],
      ['democratic-review', 'ahead'],
    ])
    expect((await stored(sent.id))?.desk).toEqual([`${MAOAO_VILLAGE}|村民委员会`])
  })

  it('shows the numbers masked, even to oneself', async () => {
    const person = await newcomer()
    const { page, sent } = await applied(person, {
      subject: subjectWith({ bankAccount: '6222000011112222' }),
    })
    expect(page.subject.idNumber).not.toBe(sent.subject.idNumber)
    expect(page.subject.idNumber).toMatch(/^33\*{13}[0-9X]{3}$/)
    expect(page.subject.bankAccount).toBe('************2222')
    expect(await person.call('applications', 'get', { id: sent.id })).toMatchObject({ application: page })
  })

  it('is followed by who applied, under a name that tells nothing of the household', async () => {
    const person = await newcomer()
    const { page } = await applied(person)
    const { follows } = await person.call('subscriptions', 'mine', {})
    expect(follows).toEqual([
      { kind: 'application', target: page.trackCode, name: `低收入农户认定 ${page.caseNo}` },
    ])
  })

  it('sent again after a lost answer is made once, with the same answer', async () => {
    const person = await newcomer()
    const { page, sent } = await applied(person)
    const { application: again } = await person.call('applications', 'submit', sent)
    expect(again).toEqual(page)
    expect((await person.call('applications', 'mine', {})).applications).toHaveLength(1)
  })

  it('sent five times in the same moment is made once', async () => {
    const person = await newcomer()
    const sent = forOneself()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => person.call('applications', 'submit', sent)))
    expect(new Set(answers.map(({ application: page }) => page.caseNo)).size).toBe(1)
    expect((await person.call('applications', 'mine', {})).applications).toHaveLength(1)
  })

  it('gives each of twenty that come in together a number of its own', async () => {
    const applicants = await Promise.all(Array.from({ length: 20 }, newcomer))
    const made = await Promise.all(applicants.map(person => applied(person)))
    expect(new Set(made.map(({ page }) => page.caseNo)).size).toBe(20)
    expect(new Set(made.map(({ page }) => page.trackCode)).size).toBe(20)
  })

  it('with the id of another application is refused in the same words, whoever took it', async () => {
    const [one, other] = [await newcomer(), await newcomer()]
    const { sent } = await applied(one)
    const ownChanged = { ...sent, family: [] }
    const refusals = [await refusalOf(one, 'submit', ownChanged), await refusalOf(other, 'submit', sent)]
    expect(refusals[0]).toMatchObject({ code: 'CONFLICT' })
    expect(refusals[1]).toEqual(refusals[0])
  })

  it('keeps no word of the household in its history', async () => {
    const person = await newcomer()
    const { sent } = await applied(person)
    const history = JSON.stringify((await stored(sent.id))?.history)
    for (const secret of ['虞样甲', '虞样乙', sent.subject.idNumber, '13800000000', '生病']) {
      expect(history).not.toContain(secret)
    }
  })

  it('by a family member says so, and stays with whoever sent it', async () => {
    const person = await newcomer()
    const agent = { name: '虞样丙', phone: '13900000000', relation: '女儿' }
    const { page, sent } = await applied(person, {
      way: 'family',
      agent,
      subject: subjectWith({ phone: '' }),
    })
    expect(page).toMatchObject({ way: 'family', agent })
    expect((await stored(sent.id))?.state.startedBy).toEqual({ name: '申请人', agent: '虞样丙' })
  })

  it('by a cadre of the village (代办) names the village, and is no resident’s to do', async () => {
    const { page, sent } = await applied(house.as('jiangbei-cadre'), { way: 'cadre' })
    expect(page).toMatchObject({ way: 'cadre', step: 'village-accept' })
    expect((await stored(sent.id))?.state.startedBy).toMatchObject({
      name: '申请人',
      agent: expect.stringContaining('毛岙'),
    })
    const resident = await newcomer()
    expect(await refusalOf(resident, 'submit', forOneself({ way: 'cadre' }))).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await refusalOf(house.as('ouhai-cadre'), 'submit', forOneself({ way: 'cadre' }))).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('by a cadre who leaves the office stays with the village: its steps are done there, its papers are left behind', async () => {
    const cadre = await newcomer()
    const office = {
      _id: newId(),
      personId: cadre.personId,
      unit: MAOAO_VILLAGE,
      role: 'cadre',
      until: null,
    }
    await house.load('members', [office])
    const { sent } = await applied(cadre, { way: 'cadre' })
    await askFor(sent.id, ['户口簿'])
    expect((await stored(sent.id))?.desk).toContain(`${MAOAO_VILLAGE}|申请人`)
    const seen = await cadre.call('applications', 'get', { id: sent.id })
    expect(seen.application.can.supply).toBe(true)

    await house.load('members', [{ ...office, until: '2026-11-01T00:00:00.000Z' }])
    const { version } = seen.application
    expect(await refusalOf(cadre, 'get', { id: sent.id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(cadre, 'file', { id: sent.id, material: 'no-matter-which' })).toEqual(
      await refusalOf(await newcomer(), 'file', { id: sent.id, material: 'no-matter-which' }),
    )
    expect(await refusalOf(cadre, 'withdraw', { id: sent.id, version, remark: '' })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('by nomination belongs to nobody’s phone; what is missing lies with the village', async () => {
    const groupHead = house.as('jiangbei-group-head')
    const nomination = forOneself({ way: 'nominated', start: 'nominate' })
    const { application: page } = await groupHead.call('applications', 'submit', nomination)
    expect(page).toMatchObject({ step: 'village-accept', way: 'nominated' })
    expect((await stored(nomination.id))?.ownerId).toBeNull()
    expect(await refusalOf(groupHead, 'get', { id: nomination.id })).toMatchObject({ code: 'NOT_FOUND' })
    await askFor(nomination.id, ['户口簿'])
    const returned = await stored(nomination.id)
    expect(returned?.desk).toContain(`${MAOAO_VILLAGE}|申请人`)
    const { progress } = await house.anonymous.call('applications', 'track', { code: page.trackCode })
    expect(progress).toMatchObject({ withApplicant: false, hands: ['毛岙村村委会'] })
  })

  describe('of a household without a phone that is asked for something', () => {
    const cadre = () => house.as('jiangbei-cadre')
    let id: string
    let version: number
    beforeAll(async () => {
      const nomination = forOneself({ way: 'nominated', start: 'nominate' })
      id = nomination.id
      await house.as('jiangbei-group-head').call('applications', 'submit', nomination)
      expect((await cadre().call('applications', 'case', { id })).case.handsInForThem).toBe(false)
      await askFor(id, ['户口簿'])
      version = (await stored(id))?.version ?? 0
    })

    it('is not found by another village’s cadre, a stranger, or who named it, for reading or handing in', async () => {
      const [neighbour, stranger] = [await newcomer(), await newcomer()]
      const office = { personId: neighbour.personId, unit: NEXT_VILLAGE, role: 'cadre', until: null }
      await house.load('members', [{ _id: newId(), ...office }])
      const materials = [await handInPhoto(neighbour, id, '户口簿')]
      const supplied = { id, version, materials }
      const unknown = await refusalOf(stranger, 'supply', { ...supplied, id: 'no-such-application' })
      expect(unknown.code).toBe('NOT_FOUND')
      for (const person of [neighbour, stranger, house.as('jiangbei-group-head')]) {
        expect(await refusalOf(person, 'get', { id })).toEqual(unknown)
        expect(await refusalOf(person, 'supply', supplied)).toEqual(unknown)
        expect(await refusalOf(person, 'withdraw', { id, version, remark: '' })).toEqual(unknown)
      }
      expect((await stored(id))?.version).toBe(version)
    })

    it('is gone on with by the village, which hands it in for them under its own name', async () => {
      expect((await cadre().call('applications', 'case', { id })).case.handsInForThem).toBe(true)
      const { application: page } = await cadre().call('applications', 'get', { id })
      expect(page).toMatchObject({ awaited: { items: ['户口簿'] }, can: { supply: true } })
      expect(page.subject.idNumber).toContain('*')

      const materials = [await handInPhoto(cadre(), id, '户口簿')]
      const { application: after } = await cadre().call('applications', 'supply', { id, version, materials })
      expect(after).toMatchObject({ step: 'village-accept', awaited: null })
      const kept = await stored(id)
      expect(kept?.ownerId).toBeNull()
      expect(kept?.history.at(-1)).toMatchObject({
        action: 'supplied',
        by: { personId: cadre().personId, role: 'cadre', unit: MAOAO_VILLAGE },
      })
      expect(kept?.state.path.at(-1)?.by).toEqual({ name: '申请人', agent: '毛岙村委会' })
      const { case: handled } = await cadre().call('applications', 'case', { id })
      expect(handled.handsInForThem).toBe(false)
      expect(handled.materials.map(({ kind }) => kind)).toEqual(['户口簿'])

      const again = await cadre().call('applications', 'supply', { id, version, materials })
      expect(again.application).toEqual(after)
    })

    it('leaves a trace of whoever opens what was handed in', async () => {
      const opening = z.object({ materialId: z.string(), personId: z.string() })
      const [material] = (await stored(id))?.materials ?? []
      await cadre().call('applications', 'file', { id, material: material?.id ?? '' })
      expect(await house.stored('openings', opening, { applicationId: id })).toEqual([
        { materialId: material?.id, personId: cadre().personId },
      ])
    })
  })

  it('to a partner that is chosen lies on the desk of that partner', async () => {
    const { procedure } = await house.anonymous.call('applications', 'procedure', {
      district: 'ouhai',
      procedure: 'A.10',
    })
    const schools = procedure.partners.find(({ body }) => body === '学校')?.units ?? []
    expect(schools.length).toBeGreaterThan(1)
    for (const { code } of schools.slice(0, 2)) {
      const person = await newcomer()
      const sent = educationGrant({ partners: { 学校: code } })
      await person.call('applications', 'submit', sent)
      expect((await stored(sent.id))?.desk).toEqual([`${code}|学校`])
    }
  })

  it('is marked as an example only where the district is not in use yet', async () => {
    const person = await newcomer()
    expect((await applied(person, { example: true })).page.example).toBe(true)
    expect((await applied(person)).page.example).toBe(false)
  })
})

describe('what cannot be right is refused with what to do', () => {
  let person: Person
  beforeAll(async () => {
    person = await newcomer()
  })

  it.each<[string, () => Submission, string, string]>([
    [
      'a number with a slip in it',
      () => forOneself({ subject: subjectWith({ idNumber: '330304195101010001' }) }),
      'INVALID_INPUT',
      '身份证号',
    ],
    ['no number', () => forOneself({ subject: subjectWith({ idNumber: '' }) }), 'INVALID_INPUT', '身份证号'],
    ['no name', () => forOneself({ subject: subjectWith({ name: ' ' }) }), 'INVALID_INPUT', '姓名'],
    [
      'a phone number cut short',
      () => forOneself({ subject: subjectWith({ phone: '1380000' }) }),
      'INVALID_INPUT',
      '电话',
    ],
    [
      'no phone to call back',
      () => forOneself({ subject: subjectWith({ phone: '' }) }),
      'INVALID_INPUT',
      '电话',
    ],
    [
      'a household without people',
      () => forOneself({ subject: subjectWith({ people: null }) }),
      'INVALID_INPUT',
      '几口人',
    ],
    ['a family member without a name', () => forOneself({ way: 'family' }), 'INVALID_INPUT', '代办人'],
    [
      'a project in place of a household',
      () => forOneself({ subject: subjectWith({ kind: 'project' }) }),
      'INVALID_INPUT',
      '户',
    ],
    [
      'a village of another district',
      () => forOneself({ unit: ZHIYUAN_VILLAGE }),
      'INVALID_INPUT',
      '同一个区',
    ],
    [
      'a township in place of the village',
      () => educationGrant({ unit: ZEYA_TOWNSHIP }),
      'INVALID_INPUT',
      '村',
    ],
    ['a place that there is not', () => forOneself({ unit: '999999999999' }), 'NOT_FOUND', '村'],
    ['a procedure that there is not', () => forOneself({ procedure: 'JB.9' }), 'NOT_FOUND', '流程'],
    ['a district that there is not', () => forOneself({ district: 'nowhere' }), 'NOT_FOUND', '区'],
    ['a step that is no start', () => forOneself({ start: 'town-review' }), 'INVALID_INPUT', '开始'],
    ['the nomination’s start for oneself', () => forOneself({ start: 'nominate' }), 'INVALID_INPUT', '开始'],
    [
      'a partner that is none',
      () => educationGrant({ partners: { 学校: OUHAI_DISTRICT } }),
      'INVALID_INPUT',
      '单位',
    ],
    [
      'a body that is no partner',
      () => educationGrant({ partners: { 镇街: ZEYA_TOWNSHIP } }),
      'INVALID_INPUT',
      '单位',
    ],
    [
      'a nomination by a resident',
      () => forOneself({ way: 'nominated', start: 'nominate' }),
      'FORBIDDEN',
      '单位',
    ],
    [
      'a deployment by a resident',
      () =>
        forOneself({
          district: 'ouhai',
          unit: ZHIYUAN_VILLAGE,
          procedure: 'A.3',
          start: 'plan',
          way: 'office',
        }),
      'FORBIDDEN',
      '单位',
    ],
  ])('%s', async (_name, sent, code, said) => {
    const refusal = await refusalOf(person, 'submit', sent())
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(said)
    expect((await person.call('applications', 'mine', {})).applications).toEqual([])
  })

  it('a nomination in the name of a body that the office does not speak for', async () => {
    const nomination = forOneself({ way: 'nominated', start: 'nominate' })
    const refusal = await refusalOf(house.as('jiangbei-cadre'), 'submit', nomination)
    expect(refusal).toMatchObject({ code: 'FORBIDDEN' })
    expect(await stored(nomination.id)).toBeNull()
  })

  it('nobody who is not signed in applies', async () => {
    expect(await refusalOf(house.anonymous, 'submit', forOneself())).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusalOf(house.anonymous, 'mine', {})).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('nothing of a refused one stays behind: the same household applies right after', async () => {
    const subject = subjectWith({})
    await refusalOf(person, 'submit', forOneself({ subject: { ...subject, phone: '1' } }))
    const { page } = await applied(person, { subject })
    expect(page.step).toBe('village-accept')
  })
})

describe('one household and one matter a year', () => {
  it('a second application of the same number is refused, from whichever phone', async () => {
    const [one, other] = [await newcomer(), await newcomer()]
    const { sent } = await applied(one)
    const second = forOneself({ subject: subjectWith({ idNumber: sent.subject.idNumber, name: '别的名字' }) })
    const refusal = await refusalOf(other, 'submit', second)
    expect(refusal.code).toBe('CONFLICT')
    expect(refusal.message).toContain('已经在办')
    expect(refusal.message).not.toContain(sent.subject.name)
    expect(await stored(second.id)).toBeNull()
  })

  it('a number in small letters and with spaces is the same number', async () => {
    const idWithX = ['1949-01-05', '1949-01-06', '1949-02-07', '1949-03-08', '1949-04-09', '1949-05-10']
      .flatMap(born => Array.from({ length: 12 }, (_, nth) => idNumber('330304', born, `0${nth + 10}`)))
      .find(id => id.endsWith('X'))
    if (idWithX === undefined) throw new Error('no made-up number ends in X')
    await applied(await newcomer(), { subject: subjectWith({ idNumber: idWithX }) })
    const spaced = forOneself({ subject: subjectWith({ idNumber: `${idWithX.slice(0, 17)}x` }) })
    expect(await refusalOf(await newcomer(), 'submit', spaced)).toMatchObject({ code: 'CONFLICT' })
  })

  it('of two at once one is made', async () => {
    const subject = subjectWith({})
    const [one, other] = [await newcomer(), await newcomer()]
    const sendings = [forOneself({ subject }), forOneself({ subject })]
    const results = await Promise.allSettled([
      one.call('applications', 'submit', sendings[0] ?? forOneself()),
      other.call('applications', 'submit', sendings[1] ?? forOneself()),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const made = await Promise.all(sendings.map(({ id }) => stored(id)))
    expect(made.filter(one => one !== null)).toHaveLength(1)
  })

  it('a nomination of a household in process is refused', async () => {
    const { sent } = await applied(await newcomer())
    const nomination = forOneself({ way: 'nominated', start: 'nominate', subject: sent.subject })
    const refusal = await refusalOf(house.as('jiangbei-group-head'), 'submit', nomination)
    expect(refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('已经在办') })
  })

  it('is free again once it was withdrawn', async () => {
    const person = await newcomer()
    const { sent, page } = await applied(person)
    await person.call('applications', 'withdraw', { id: sent.id, version: page.version, remark: '' })
    const { page: second } = await applied(person, { subject: sent.subject })
    expect(second.end).toBeNull()
    const third = forOneself({ subject: sent.subject })
    expect(await refusalOf(person, 'submit', third)).toMatchObject({ code: 'CONFLICT' })
  })

  it('applying for another thing is another matter', async () => {
    const person = await newcomer()
    const subject = subjectWith({ kind: 'household' })
    const living = { district: 'ouhai', unit: ZHIYUAN_VILLAGE, subject }
    await applied(person, { ...living, procedure: 'A.13' })
    expect((await applied(person, { ...living, procedure: 'A.20' })).page.procedureId).toBe('A.20')
  })

  describe('a sending that died between its claim and its application', () => {
    const claim = z.object({ _id: z.string(), applicationId: z.string(), at: z.string() })
    let person: Person
    let sent: Submission
    beforeEach(async () => {
      person = await newcomer()
      sent = (await applied(person)).sent
      await house.client.console('remove', { collection: 'applications', id: sent.id })
    })
    const claims = () => house.stored('claims', claim, { applicationId: sent.id })

    it('left a claim that tells no number', async () => {
      const [left] = await claims()
      expect(left?._id).toMatch(/^[0-9a-f]{64}$/)
      expect(JSON.stringify(left)).not.toContain(sent.subject.idNumber)
    })

    it('is finished by the same sending', async () => {
      const { application: page } = await person.call('applications', 'submit', sent)
      expect(page.step).toBe('village-accept')
    })

    it('holds another sending up for ten minutes, and no longer', async () => {
      const anew = forOneself({ subject: sent.subject })
      const refusal = await refusalOf(person, 'submit', anew)
      expect(refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('十分钟') })
      const [left] = await claims()
      if (left === undefined) throw new Error('no claim was left')
      const longAgo = new Date(Date.parse(left.at) - 11 * MINUTE).toISOString()
      await house.load('claims', [{ ...left, at: longAgo }])
      await person.call('applications', 'submit', anew)
      expect(await refusalOf(person, 'submit', sent)).toMatchObject({ code: 'CONFLICT' })
    })
  })
})

describe('materials', () => {
  const JPEG = Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  )
  const WHOLE_JPEG = Buffer.concat([JPEG, Buffer.from([0xff, 0xd9])])
  const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n', 'latin1')

  type Kind = 'image/jpeg' | 'image/png' | 'application/pdf'

  async function put(
    person: Person,
    sent: { application: string; material: string; mime: Kind },
    body: Buffer,
  ) {
    const permit = { ...sent, size: 100 }
    const { url, fileId, headers } = await person.call('applications', 'upload', permit)
    const answer = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(body) })
    expect(answer.status).toBe(200)
    return fileId
  }

  async function withFile(person: Person, mime: Kind, body: Buffer): Promise<Submission> {
    const id = newId()
    const fileId = await put(person, { application: id, material: 'material-01', mime }, body)
    return forOneself({ id, materials: [{ id: 'material-01', kind: '户口簿', fileId, name: '户口簿' }] })
  }

  it.each<[string, Kind, Buffer]>([
    ['a photo', 'image/jpeg', WHOLE_JPEG],
    ['a PDF', 'application/pdf', PDF],
  ])('%s is kept with what it is', async (_name, mime, body) => {
    const person = await newcomer()
    const sent = await withFile(person, mime, body)
    const { application: page } = await person.call('applications', 'submit', sent)
    expect(page.materials).toMatchObject([{ id: 'material-01', kind: '户口簿', mime }])
    expect((await stored(sent.id))?.materials).toMatchObject([{ size: body.length, by: person.personId }])
  })

  it.each<[string, Kind, Buffer, string]>([
    ['a photo cut off on its way', 'image/jpeg', JPEG.subarray(0, 90), '“户口簿”这张照片打不开，请重新拍'],
    ['a photo without its end', 'image/jpeg', JPEG, '“户口簿”这张照片打不开，请重新拍'],
    ['a text that is called a photo', 'image/png', Buffer.from('户口簿'), '“户口簿”这张照片打不开，请重新拍'],
    ['a photo that is called a PDF', 'application/pdf', WHOLE_JPEG, '“户口簿”这个文件打不开，请重新选'],
    [
      'a file over five megabytes',
      'application/pdf',
      Buffer.concat([PDF, Buffer.alloc(5_000_000)]),
      '超过 5 兆',
    ],
  ])('%s is refused by its name, and nothing is made', async (_name, mime, body, said) => {
    const person = await newcomer()
    const sent = await withFile(person, mime, body)
    const refusal = await refusalOf(person, 'submit', sent)
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining(said) })
    expect(await stored(sent.id)).toBeNull()
    const { application: page } = await person.call('applications', 'submit', { ...sent, materials: [] })
    expect(page.step).toBe('village-accept')
  })

  it('what was too large is not kept in the storage', async () => {
    const person = await newcomer()
    const sent = await withFile(person, 'application/pdf', Buffer.concat([PDF, Buffer.alloc(5_000_000)]))
    await refusalOf(person, 'submit', sent)
    expect(await refusalOf(person, 'submit', sent)).toMatchObject({
      message: '没有找到“户口簿”这个文件，请重新上传',
    })
  })

  it('a file of somebody else, of another application, or that was never put up is refused alike', async () => {
    const [person, other] = [await newcomer(), await newcomer()]
    const theirs = await withFile(other, 'application/pdf', PDF)
    const own = await withFile(person, 'application/pdf', PDF)
    const id = newId()
    const neverPut = await person.call('applications', 'upload', {
      application: id,
      material: 'material-01',
      mime: 'application/pdf',
      size: 100,
    })
    const fileIds = [
      theirs.materials[0]?.fileId ?? '',
      own.materials[0]?.fileId ?? '',
      neverPut.fileId,
      neverPut.fileId.replace('applications/', 'applications/../applications/'),
      'https://example.org/a.pdf',
    ]
    for (const fileId of fileIds) {
      const sent = forOneself({ id, materials: [{ id: 'material-01', kind: '户口簿', fileId, name: '' }] })
      expect(await refusalOf(person, 'submit', sent)).toEqual({
        code: 'INVALID_INPUT',
        message: '没有找到“户口簿”这个文件，请重新上传',
      })
    }
  })

  it('what was looked at is not put up anew', async () => {
    const person = await newcomer()
    const sent = await withFile(person, 'application/pdf', PDF)
    await person.call('applications', 'submit', sent)
    const anew = { application: sent.id, material: 'material-01', mime: 'application/pdf', size: 10 }
    expect(await refusalOf(person, 'upload', anew)).toMatchObject({ code: 'CONFLICT' })
    const another = await person.call('applications', 'upload', {
      application: sent.id,
      material: 'material-02',
      mime: 'application/pdf',
      size: 10,
    })
    expect(another.fileId).toContain('material-02')
  })

  it('a permit is for the caller’s own folder, which tells nobody who it is', async () => {
    const person = await newcomer()
    const { fileId } = await person.call('applications', 'upload', {
      application: 'application-of-folder',
      material: 'material-01',
      mime: 'image/png',
      size: 1,
    })
    const folder = createHash('sha256').update(person.personId).digest('hex').slice(0, 16)
    expect(fileId).toMatch(new RegExp(`/applications/${folder}/application-of-folder/material-01\\.png$`))
  })

  it.each([
    ['of more than five megabytes', { size: 5_000_001 }, '5 兆'],
    ['of nothing', { size: 0 }, '空'],
    ['of a programme', { mime: 'application/x-msdownload' }, ''],
    ['under a name that climbs', { material: '../../other' }, '编号'],
  ])('a permit for a file %s is refused', async (_name, over, said) => {
    const asked = { application: 'application-01', material: 'material-01', mime: 'image/png', size: 10 }
    const refusal = await refusalOf(await newcomer(), 'upload', { ...asked, ...over })
    expect(refusal.code).toBe('INVALID_INPUT')
    expect(refusal.message).toContain(said)
  })
})

describe('what is missing', () => {
  async function asked() {
    const person = await newcomer()
    const { sent } = await applied(person)
    await askFor(sent.id, ['户口簿', '收入证明'])
    const { application: page } = await person.call('applications', 'get', { id: sent.id })
    return { person, id: sent.id, page }
  }

  it('is told whole, and is handed in all at once', async () => {
    const { person, id, page } = await asked()
    expect(page).toMatchObject({
      step: 'apply',
      withApplicant: true,
      awaited: { items: ['户口簿', '收入证明'] },
      can: { supply: true, moves: [] },
    })
    const materials = [await handInPhoto(person, id, '户口簿'), await handInPhoto(person, id, '收入证明')]
    const { application: after } = await person.call('applications', 'supply', {
      id,
      version: page.version,
      materials,
    })
    expect(after).toMatchObject({ step: 'village-accept', awaited: null, can: { supply: false } })
    expect(after.materials.map(({ kind }) => kind)).toEqual(['户口簿', '收入证明'])
  })

  it('is handed in under the very name it was asked for by, however long the village wrote it', async () => {
    const person = await newcomer()
    const { sent } = await applied(person)
    const asked = '近六个月工资流水'.repeat(13).slice(0, 100)
    await askFor(sent.id, [asked])
    const { application: page } = await person.call('applications', 'get', { id: sent.id })
    const materials = [{ ...(await handInPhoto(person, sent.id, asked)), name: '流水.jpg' }]
    const supplied = { id: sent.id, version: page.version, materials }
    const { application: after } = await person.call('applications', 'supply', supplied)
    expect(after.materials.map(({ kind }) => kind)).toEqual([asked])
  })

  it('handed in again after a lost answer is handed in once', async () => {
    const { person, id, page } = await asked()
    const materials = [await handInPhoto(person, id, '户口簿')]
    const sending = { id, version: page.version, materials }
    const [one, two] = [
      await person.call('applications', 'supply', sending),
      await person.call('applications', 'supply', sending),
    ]
    expect(two.application).toEqual(one.application)
    expect(two.application.materials).toHaveLength(1)
  })

  it('with a photo that cannot be opened leaves all as it was', async () => {
    const { person, id, page } = await asked()
    const good = await handInPhoto(person, id, '户口簿')
    const bad = await handInPhoto(person, id, '收入证明', Buffer.from('no picture'))
    const refusal = await refusalOf(person, 'supply', { id, version: page.version, materials: [good, bad] })
    expect(refusal.message).toBe('“收入证明”这张照片打不开，请重新拍')
    const { application: after } = await person.call('applications', 'get', { id })
    expect(after).toEqual(page)
  })

  it('cannot be handed in by somebody else, nor at an older version, nor where nothing is missing', async () => {
    const { person, id, page } = await asked()
    const materials = [await handInPhoto(person, id, '户口簿')]
    const sending = { id, version: page.version, materials }
    const other = await newcomer()
    const refusal = await refusalOf(other, 'supply', sending)
    expect(refusal).toEqual(await refusalOf(other, 'supply', { ...sending, id: 'no-such-application' }))
    expect(refusal.code).toBe('NOT_FOUND')
    const stale = { ...sending, version: page.version - 1 }
    expect(await refusalOf(person, 'supply', stale)).toMatchObject({ code: 'CONFLICT' })
    expect(await refusalOf(person, 'supply', { ...sending, materials: [] })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    const { application: after } = await person.call('applications', 'supply', sending)
    const again = { id, version: after.version, materials: [await handInPhoto(person, id, '收入证明')] }
    expect(await refusalOf(person, 'supply', again)).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('没有要补'),
    })
  })

  it('may be given up: the household withdraws', async () => {
    const { person, id, page } = await asked()
    const { application: after } = await person.call('applications', 'withdraw', {
      id,
      version: page.version,
      remark: '不申请了',
    })
    expect(after).toMatchObject({ end: { outcome: 'withdrawn' }, can: { supply: false, withdraw: false } })
  })
})

describe('withdrawing', () => {
  it('twice, as after a lost answer, is withdrawing once', async () => {
    const person = await newcomer()
    const { sent, page } = await applied(person)
    const sending = { id: sent.id, version: page.version, remark: '' }
    const first = await person.call('applications', 'withdraw', sending)
    expect(await person.call('applications', 'withdraw', sending)).toMatchObject({
      application: first.application,
    })
    expect((await stored(sent.id))?.state.path.filter(({ outcome }) => outcome === 'withdraw')).toHaveLength(
      1,
    )
    expect(await refusalOf(person, 'withdraw', { ...sending, version: page.version + 1 })).toMatchObject({
      code: 'CONFLICT',
    })
  })

  it('and an officer’s move at the same moment: one of them is done', async () => {
    const person = await newcomer()
    const { sent, page } = await applied(person)
    const results = await Promise.allSettled([
      person.call('applications', 'withdraw', { id: sent.id, version: page.version, remark: '' }),
      accept(sent.id),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const found = await stored(sent.id)
    expect(found?.version).toBe(2)
    expect(found?.history).toHaveLength(2)
  })

  it('of somebody else’s is as if it were not there', async () => {
    const { sent, page } = await applied(await newcomer())
    const other = await newcomer()
    const there = await refusalOf(other, 'withdraw', { id: sent.id, version: page.version, remark: '' })
    const gone = await refusalOf(other, 'withdraw', { id: 'no-such-application', version: 1, remark: '' })
    expect(there).toEqual(gone)
    expect((await stored(sent.id))?.state.end).toBeNull()
  })
})

describe('a step that is the household’s own', () => {
  const returned = applicationState

  /** A.17: rebuilding is done by the household itself. Brought there past the functions. */
  async function atRebuilding() {
    const person = await newcomer()
    const sent = forOneself({ district: 'ouhai', procedure: 'A.17', unit: ZHIYUAN_VILLAGE })
    await person.call('applications', 'submit', sent)
    const found = await stored(sent.id)
    if (found === null) throw new Error('nothing was made')
    const state = returned.parse({ ...found.state, step: 'rebuild' })
    await house.load('applications', [{ ...found, state, desk: [] }])
    const { application: page } = await person.call('applications', 'get', { id: sent.id })
    return { person, id: sent.id, page }
  }

  it('is taken by the household, with the photos of it', async () => {
    const { person, id, page } = await atRebuilding()
    expect(page).toMatchObject({ withApplicant: true, hands: [] })
    expect(page.can.moves.map(({ to }) => to)).toEqual(['acceptance'])
    const sending = {
      id,
      version: page.version,
      to: 'acceptance',
      materials: [await handInPhoto(person, id, '完工照片')],
    }
    const { application: after } = await person.call('applications', 'proceed', sending)
    expect(after).toMatchObject({ step: 'acceptance', withApplicant: false })
    expect(after.materials.map(({ kind }) => kind)).toEqual(['完工照片'])
    expect((await person.call('applications', 'proceed', sending)).application).toEqual(after)
  })

  it('leads nowhere but along its lines', async () => {
    const { person, id, page } = await atRebuilding()
    const sending = { id, version: page.version, to: 'end', materials: [] }
    expect(await refusalOf(person, 'proceed', sending)).toMatchObject({ code: 'CONFLICT' })
  })

  it('is not the household’s where it lies with the village', async () => {
    const person = await newcomer()
    const { sent, page } = await applied(person)
    const sending = { id: sent.id, version: page.version, to: 'democratic-review', materials: [] }
    expect(await refusalOf(person, 'proceed', sending)).toMatchObject({ code: 'FORBIDDEN' })
    expect((await stored(sent.id))?.state.step).toBe('village-accept')
  })
})

describe('the receipt’s code', () => {
  it('shows whoever holds it where the case is, and nothing of whose it is', async () => {
    const { sent, page } = await applied(await newcomer())
    await askFor(sent.id, ['虞样甲的残疾证'])
    const { progress } = await house.anonymous.call('applications', 'track', { code: page.trackCode })
    expect(progress).toMatchObject({ caseNo: page.caseNo, step: 'apply', withApplicant: true })
    expect(progress.awaited).toMatchObject({ items: [] })
    const shown = JSON.stringify(progress)
    for (const secret of ['虞样', '残疾', sent.subject.idNumber, '13800000000', '一组', sent.id]) {
      expect(shown).not.toContain(secret)
    }
  })

  it('that there is not is said, and one that cannot be is refused', async () => {
    const none = await refusalOf(house.anonymous, 'track', { code: '0000000000' })
    expect(none).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('查询码') })
    for (const code of ['', 'ILOU000000', { $ne: '' }]) {
      expect(await refusalOf(house.anonymous, 'track', { code })).toMatchObject({ code: 'INVALID_INPUT' })
    }
  })
})

describe('one’s own applications', () => {
  it('are listed latest first, and nobody else’s with them', async () => {
    const [person, other] = [await newcomer(), await newcomer()]
    const first = await applied(person)
    await applied(other)
    const second = await applied(person, educationGrant())
    const { applications } = await person.call('applications', 'mine', {})
    expect(applications.map(({ id }) => id)).toEqual([second.sent.id, first.sent.id])
    expect(applications[0]).toMatchObject({
      procedureName: '教育扶贫项目',
      withApplicant: false,
      missing: 0,
      end: null,
    })
    const there = await refusalOf(other, 'get', { id: first.sent.id })
    expect(there).toEqual(await refusalOf(other, 'get', { id: 'no-such-application' }))
    expect(there.code).toBe('NOT_FOUND')
  })
})

describe('a later text of a procedure', () => {
  it('rules who applies from then on, and leaves what has begun as it was', async () => {
    const person = await newcomer()
    const { sent } = await applied(person)
    const [text] = await house.stored('procedures', procedure, { procedureId: 'JB.1' })
    if (text === undefined) throw new Error('JB.1 is not loaded')
    const steps = text.steps.map(step =>
      step.id === 'village-accept' ? { ...step, name: '村里收件' } : step,
    )
    await house.load('procedures', [{ ...text, _id: `${text.editionId}:JB.1:v2`, version: 2, steps }])
    await house.setTime(TWO_MINUTES_LATER)

    const { application: old } = await person.call('applications', 'get', { id: sent.id })
    expect(old.stepName).toBe('村民委员会受理')
    await accept(sent.id)
    expect((await stored(sent.id))?.state).toMatchObject({ procedureId: text._id, step: 'democratic-review' })
    const { page: anew } = await applied(await newcomer())
    expect(anew.stepName).toBe('村里收件')
  })
})
