import { HEAD, inputOf, isBegun, newDraft, startFor, type Written } from '../../../miniprogram/applying/draft'
import { gapsIn } from '../../../miniprogram/applying/gaps'

const VILLAGE = { code: '330304108296', name: '示例村', within: '' }
/** Made up: the right check character, a region that is nobody's. */
const ID_NUMBER = '110101195001010017'

function draftWith(written: Partial<Written>) {
  const begun = newDraft(
    {
      id: 'application000000000001',
      district: 'example',
      procedure: 'A.1',
      procedureName: '低收入农户认定',
      start: 'apply',
      whose: '',
      example: false,
      changedAt: '2026-11-22T02:00:00.000Z',
    },
    { way: 'self', place: VILLAGE, kind: 'household' },
  )
  return { ...begun, written: { ...begun.written, ...written } }
}

const filled: Partial<Written> = {
  name: '林示例',
  idNumber: ID_NUMBER,
  phone: '13800000000',
  people: '3',
  reason: '家里有人长年生病',
}
const gapsOf = (written: Partial<Written>, partners: { body: string; units: [] }[] = []) =>
  gapsIn(draftWith({ ...filled, ...written }).written, { partners }).map(({ key }) => key)

describe('what a form of application still lacks', () => {
  it('is nothing once all that is asked for is there', () => {
    expect(gapsOf({})).toEqual([])
  })

  it('is said all at once, in the order of the page', () => {
    const { written } = draftWith({ place: null })
    const gaps = gapsIn(written, { partners: [{ body: '学校', units: [] }] })
    expect(gaps.map(({ key }) => key)).toEqual([
      'place',
      'name',
      'idNumber',
      'phone',
      'people',
      'reason',
      'partner.学校',
    ])
  })

  it('is a village where only a town was chosen; an office may begin for a whole town', () => {
    const town = { code: '330304108', name: '示例镇', within: '' }
    expect(gapsOf({ place: town })).toEqual(['place'])
    expect(gapsOf({ place: town, way: 'office' })).toEqual([])
  })

  it.each([
    ['with a slip in it', '110101195001010018'],
    ['too short', '11010119500101'],
    ['with a day that does not exist', '110101195002310010'],
  ])('is the ID number where it is %s', (_, idNumber) => {
    expect(gapsOf({ idNumber })).toEqual(['idNumber'])
  })

  it.each(['138 0000 0000', '0577-88000000', '057788000000'])('a phone may be %s', phone => {
    expect(gapsOf({ phone })).toEqual([])
  })

  it.each(['88000000', '1380000000', '没有'])('a phone is not %s', phone => {
    expect(gapsOf({ phone })).toEqual(['phone'])
  })

  it('asks a nominated household for no phone and no reason: it did not write this', () => {
    expect(gapsOf({ way: 'nominated', phone: '', reason: '' })).toEqual([])
  })

  it('is who acts for the household, and in what relation, where a relative does', () => {
    expect(gapsOf({ way: 'family' })).toEqual(['agent.name', 'agent.phone', 'agent.relation'])
    expect(gapsOf({ way: 'cadre', agent: { name: '周文书', phone: '', relation: '' } })).toEqual([])
  })

  it('asks for no people and no ID number of a project', () => {
    expect(gapsOf({ kind: 'project', idNumber: '', people: '' })).toEqual([])
  })

  it('is in the family where a row is half written, or there are more rows than people', () => {
    const head = { id: 'h', name: '', relation: HEAD, income: '3600' }
    const half = { id: 'a', name: '陈示例', relation: '', income: '三千' }
    const empty = { id: 'b', name: '', relation: '', income: '' }
    expect(gapsOf({ family: [head, half, empty] })).toEqual(['family.a.relation', 'family.a.income'])
    expect(gapsOf({ people: '1', family: [head, { ...half, relation: '妻', income: '' }] })).toEqual([
      'family',
    ])
  })
})

describe('what the server is told', () => {
  it('is the written words trimmed, incomes in 分, and the head under the name written above', () => {
    const draft = draftWith({
      ...filled,
      name: ' 林示例 ',
      idNumber: ' 11010119500101002x ',
      bankAccount: '6200 0000 0000',
      family: [
        { id: 'h', name: '', relation: HEAD, income: '3600.5' },
        { id: 'a', name: '陈示例', relation: '妻', income: '' },
        { id: 'b', name: '', relation: '', income: '' },
      ],
    })
    const input = inputOf(draft, [])
    expect(input.subject).toMatchObject({
      name: '林示例',
      idNumber: '11010119500101002X',
      bankAccount: '620000000000',
      people: 3,
    })
    expect(input.family).toEqual([
      { name: '林示例', relation: HEAD, yearlyIncome: 360_050 },
      { name: '陈示例', relation: '妻', yearlyIncome: null },
    ])
    expect(input.agent).toBeNull()
  })

  it('names who acts for the household only while somebody does', () => {
    const agent = { name: '林小示', phone: '13800000001', relation: '儿子' }
    expect(inputOf(draftWith({ ...filled, way: 'family', agent }), []).agent).toEqual(agent)
    expect(inputOf(draftWith({ ...filled, way: 'self', agent }), []).agent).toBeNull()
  })

  it('has one person for an individual, and neither people nor ID number for a project', () => {
    expect(inputOf(draftWith({ ...filled, kind: 'individual', people: '' }), []).subject.people).toBe(1)
    expect(inputOf(draftWith({ ...filled, kind: 'project' }), []).subject).toMatchObject({
      people: null,
      idNumber: '',
    })
  })
})

describe('a draft', () => {
  it('is begun once something is written, not by the row for the head', () => {
    expect(isBegun(draftWith({}))).toBe(false)
    expect(isBegun(draftWith({ family: [{ id: 'h', name: '', relation: HEAD, income: '' }] }))).toBe(false)
    expect(isBegun(draftWith({ family: [{ id: 'h', name: '', relation: HEAD, income: '0' }] }))).toBe(true)
    expect(isBegun(draftWith({ name: '林' }))).toBe(true)
  })

  it('begins where its way begins: a relative and a cadre do what the household would', () => {
    const starts = [
      { step: 'deploy', name: '部署', body: '区委农办', way: 'office' as const },
      { step: 'apply', name: '申请', body: '申请人', way: 'self' as const },
      { step: 'nominate', name: '提名', body: '村民小组', way: 'nominated' as const },
    ]
    expect(startFor(starts, 'family')?.step).toBe('apply')
    expect(startFor(starts, 'cadre')?.step).toBe('apply')
    expect(startFor(starts, 'nominated')?.step).toBe('nominate')
    expect(startFor(starts, 'office')?.step).toBe('deploy')
    expect(startFor([], 'self')).toBeUndefined()
  })
})
