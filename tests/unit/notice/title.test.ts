import { type UnitLevel, unitLevel } from '../../../shared/catalog/unit'
import { levelToPostFrom, noticeTitle, villageNameOf } from '../../../shared/notice/title'
import { loadWorld, templateOf, type World } from './posted'

let world: World
beforeAll(async () => {
  world = await loadWorld()
})

describe("a village's name in a title", () => {
  test.each([
    ['净水村委会', '净水村'],
    ['后村村委会', '后村'],
    ['溪头街村委会', '溪头街村'],
    ['前岸村村民委员会', '前岸村'],
    ['洪塘社区', '洪塘社区'],
    ['景山社区居民委员会', '景山社区'],
    ['慈江村', '慈江村'],
    ['村委会', '村委会'],
  ])('%s is %s', (registered, said) => {
    expect(villageNameOf(registered)).toBe(said)
  })
})

describe('a form whose title names a place', () => {
  const from = (template: string, level: UnitLevel) => levelToPostFrom(templateOf(world, template), level)

  test('of a village is posted from villages only', () => {
    expect(from('low-income-list', 'village')).toBeNull()
    for (const level of ['township', 'department', 'district'] as const) {
      expect(from('low-income-list', level)).toBe('village')
    }
  })

  test('of a township from townships, of a district from everywhere in it', () => {
    expect(from('disabled-living-list', 'department')).toBe('township')
    expect(from('disabled-living-list', 'partner')).toBe('township')
    expect(from('disabled-living-list', 'township')).toBeNull()
    expect(from('low-income-result', 'department')).toBeNull()
    expect(from('low-income-result', 'township')).toBeNull()
  })

  test('of none from everywhere', () => {
    expect(from('policy-file', 'district')).toBeNull()
  })

  test('has no hole where it may be posted from', () => {
    const names = { districtName: '瓯海区', townName: '仙岩街道', villageName: '下章村委会' }
    const placesAt = {
      village: names,
      township: { ...names, villageName: undefined },
      department: { districtName: '瓯海区' },
      district: { districtName: '瓯海区' },
      partner: { districtName: '瓯海区' },
    }
    for (const { _id, titlePattern, fields } of world.common.templates) {
      const values = Object.fromEntries(fields.map(({ key }) => [key, '2026']))
      for (const level of unitLevel.options.filter(one => from(_id, one) === null)) {
        const title = noticeTitle({ titlePattern, fields }, values, { ...placesAt[level], itemName: '低保' })
        expect({ _id, level, title }).not.toMatchObject({ title: expect.stringContaining('＿＿') })
      }
    }
  })
})

describe('a title', () => {
  const PLACES = { districtName: '瓯海区', townName: '仙岩街道', villageName: '下章村委会' }

  test('names the village and what was written', () => {
    const template = templateOf(world, 'dibao-list')
    expect(noticeTitle(template, { period: '2026年9月' }, PLACES)).toBe(
      '下章村2026年9月最低生活保障初审意见公示',
    )
  })

  test('has the item from the catalog where the cadre wrote none, else as written', () => {
    const template = templateOf(world, 'service-guide')
    const title = (values: Record<string, string>) =>
      noticeTitle(template, { year: '2026', ...values }, { ...PLACES, itemName: '医疗救助' })
    expect(title({})).toBe('医疗救助办事指南（2026年版）')
    expect(title({ itemName: '临时救助' })).toBe('临时救助办事指南（2026年版）')
  })

  test('takes a value without the full stop it was written with', () => {
    const template = templateOf(world, 'dibao-list')
    expect(noticeTitle(template, { period: '2026年9月。' }, PLACES)).toBe(
      '下章村2026年9月最低生活保障初审意见公示',
    )
  })

  test('shows a blank for what is not written yet', () => {
    expect(noticeTitle(templateOf(world, 'low-income-list'), {}, PLACES)).toBe(
      '下章村＿＿年度低收入农户拟认定名单公示',
    )
  })
})
