import {
  type Area,
  deskOf,
  desksOf,
  isWithApplicant,
  namesOfHands,
  type Placed,
} from '../../../shared/application/hands'
import { loadAll } from '../districts/loaded'
import { find } from '../procedures/loaded'

const ZHIYUAN = '330304108296'
const ZEYA = '330304108'
const OUHAI = '330304'
const MAOAO = '330205103215'

const areas = new Map<string, Area>()
beforeAll(async () => {
  const { districts } = await loadAll()
  for (const { district, units } of districts) areas.set(district._id, { units, bodies: district.bodies })
})
function areaOf(district: string): Area {
  const found = areas.get(district)
  if (found === undefined) throw new Error(`no district ${district}`)
  return found
}

const SCHOOLS = ['示例一小', '示例二小'].map(name => ({
  _id: `${ZEYA}-${name}`,
  level: 'partner',
  name,
  bodies: ['学校'],
}))
function withUnits(more: Area['units']): Area {
  const { units, bodies } = areaOf('ouhai')
  return { units: [...units, ...more], bodies }
}

const inZhiyuan: Placed = {
  unitCode: ZHIYUAN,
  path: [OUHAI, ZEYA, ZHIYUAN],
  partners: {},
  ownerId: 'wx:o-household',
}
const inMaoao: Placed = { ...inZhiyuan, unitCode: MAOAO, path: ['330205', '330205103', MAOAO] }

const at = (step: string) => ({ step, end: null, awaited: null })
const desksAt = (procedure: string, step: string, placed = inZhiyuan, area = areaOf('ouhai')) =>
  deskOf(find(procedure), at(step), placed, area)
const namesAt = (procedure: string, step: string, placed = inZhiyuan, area = areaOf('ouhai')) =>
  namesOfHands(find(procedure), at(step), placed, area)

describe('an application lies', () => {
  test('with the village in which it was made', () => {
    expect(desksAt('A.1', 'village-accept')).toEqual([`${ZHIYUAN}|村民委员会`])
  })

  test('with the township that the village is in, under every body of the step', () => {
    expect(desksAt('JB.1', 'town-review', inMaoao, areaOf('jiangbei'))).toEqual([
      '330205103|街道（镇）',
      '330205103|核查小组',
    ])
  })

  test('with the department of the district, by the name that the procedure has for it', () => {
    expect(desksAt('A.28', 'accept')).toEqual([`${OUHAI}-区司法局|法律援助机构`])
  })

  test('with every department of a group that decides together', () => {
    const body = '审核小组（区农办、区民政局、区财政局）'
    expect(desksAt('JB.1', 'final-approval', inMaoao, areaOf('jiangbei')).sort()).toEqual(
      ['330205-区农水局（农办）', '330205-区民政局', '330205-区财政局'].map(unit => `${unit}|${body}`).sort(),
    )
  })

  test('with the partner that the applicant named, and with no other', () => {
    for (const { _id } of SCHOOLS) {
      const placed = { ...inZhiyuan, partners: { 学校: _id } }
      expect(desksAt('A.10', 'school-review-publicity', placed, withUnits(SCHOOLS))).toEqual([`${_id}|学校`])
      expect(namesAt('A.10', 'school-review-publicity', placed, withUnits(SCHOOLS))).toHaveLength(1)
    }
  })

  test('where nobody named one of several, with the department, which enters it for them', () => {
    const desk = desksAt('A.10', 'school-review-publicity', inZhiyuan, withUnits(SCHOOLS))
    expect(desk).toEqual([`${OUHAI}-区教育局|学校`])
  })

  test('with the only partner that there is', () => {
    const one = withUnits(SCHOOLS.slice(0, 1))
    expect(desksAt('A.10', 'school-review-publicity', inZhiyuan, one)).toEqual([`${SCHOOLS[0]?._id}|学校`])
  })

  test('with the district where neither a partner nor the department is on the platform', () => {
    const { units, bodies } = areaOf('ouhai')
    const bare = { units: units.filter(({ level }) => level !== 'partner' && level !== 'department'), bodies }
    expect(desksAt('A.10', 'school-review-publicity', inZhiyuan, bare)).toEqual([`${OUHAI}|学校`])
    expect(desksAt('A.28', 'accept', inZhiyuan, bare)).toEqual([`${OUHAI}|法律援助机构`])
  })

  test('where it was made at the district itself, with the district', () => {
    const forAll = { ...inZhiyuan, unitCode: OUHAI, path: [OUHAI], ownerId: null }
    expect(desksAt('A.1', 'village-accept', forAll)).toEqual([`${OUHAI}|村民委员会`])
    expect(namesAt('A.1', 'village-accept', forAll)).toEqual(['瓯海区'])
  })

  test('on no desk while the household has it on its phone, nor at its end', () => {
    expect(desksAt('A.1', 'apply')).toEqual([])
    expect(isWithApplicant(find('A.1'), at('apply'))).toBe(true)
    const end = { outcome: 'withdrawn', at: '2026-11-23T01:00:00.000Z', grounds: null } as const
    const ended = { step: 'village-accept', end, awaited: null }
    expect(deskOf(find('A.1'), ended, inZhiyuan, areaOf('ouhai'))).toEqual([])
    expect(namesOfHands(find('A.1'), ended, inZhiyuan, areaOf('ouhai'))).toEqual([])
    expect(isWithApplicant(find('A.1'), { step: 'apply', end })).toBe(false)
  })

  test('with the village in the household’s stead where nobody has it on a phone', () => {
    const nominated = { ...inZhiyuan, ownerId: null }
    expect(desksAt('A.1', 'apply', nominated)).toEqual([`${ZHIYUAN}|申请人`])
    expect(namesAt('A.1', 'apply', nominated)).toEqual(['纸源村村委会'])
  })

  test('with the village too where a cadre applied for the household: the office may change hands', () => {
    const byCadre: Placed = { ...inZhiyuan, way: 'cadre' }
    expect(desksAt('A.1', 'apply', byCadre)).toEqual([`${ZHIYUAN}|申请人`])
    expect(desksAt('A.1', 'apply', { ...inZhiyuan, way: 'family' })).toEqual([])
  })

  test('with the household and whoever can do the step as well as it', () => {
    const desk = desksAt('A.6', 'sign')
    expect(desk).toHaveLength(1)
    expect(desk[0]).toContain('|家庭医生团队')
    expect(isWithApplicant(find('A.6'), at('sign'))).toBe(true)
  })
})

describe('whose hands it is in is told', () => {
  test.each([
    ['A.1', 'village-accept', '纸源村村委会'],
    ['A.1', 'democratic-review', '纸源村评议小组'],
    ['A.20', 'accept', '泽雅镇'],
    ['A.28', 'accept', '区司法局'],
  ])('%s at %s: %s', (procedure, step, name) => {
    expect(namesAt(procedure, step)).toContain(name)
  })

  test('by the township’s own name with the group that works there', () => {
    const names = namesAt('JB.1', 'town-review', inMaoao, areaOf('jiangbei'))
    const township = areaOf('jiangbei').units.find(({ _id }) => _id === '330205103')?.name
    expect(names).toEqual([township, `${township}核查小组`])
  })

  test('by the body itself where another enters it for them', () => {
    expect(namesAt('A.10', 'school-review-publicity')).toEqual(['学校（由区教育局代办）'])
  })
})

test('the desks of actors that are not of the step are found too', () => {
  expect(desksOf(find('A.1'), ['村民小组', '评议小组'], inZhiyuan, areaOf('ouhai'))).toEqual([
    `${ZHIYUAN}|村民小组`,
    `${ZHIYUAN}|评议小组`,
  ])
})
