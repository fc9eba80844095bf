import { noticeTitle, villageNameOf } from '../../../shared/notice/title'
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
