import { startWorld, type World } from '../support/world'
import { phoneOf } from './support/phone-in-world'
import { appConfig } from './support/wechat'

let world: World
beforeAll(async () => {
  world = await startWorld('2026-10-12T01:00:00.000Z')
})
afterAll(() => world.stop())

/** What a page is opened with, and what it then says of it. */
const VISITS: Record<string, { query?: Record<string, string>; says: string }> = {
  'pages/notices/index': { says: '先选您的村' },
  'pages/catalog/index': { says: '公开目录' },
  'pages/mine/index': { says: '纸源村委会' },
  'pages/notice/index': { query: { id: 'nosuchnotice' }, says: '没找到这件公示' },
  'pages/item/index': { query: { district: 'ouhai', item: '2/1' }, says: '低收入农户认定' },
  'pages/services/index': { says: '能办什么' },
  'pages/procedure/index': { query: { district: 'jiangbei', id: 'JB.1' }, says: '村民委员会受理' },
  'pages/apply/index': { query: { district: 'jiangbei', id: 'JB.1' }, says: '户主姓名' },
  'pages/application/index': { query: { id: 'nosuchapplication' }, says: '没找到这件办件' },
  'pages/track/index': { says: '回执上的查询码' },
  'pages/calculator/index': { query: { district: 'ouhai', item: '2/1' }, says: '低收入农户认定' },
  'desk/home/index': { says: '纸源村' },
  'desk/compose/index': { query: { unit: '330304108296' }, says: '低收入农户认定' },
  'desk/cases/index': { query: { unit: '330304108296' }, says: '没有等您办的' },
  'desk/case/index': { query: { id: 'nosuchcase' }, says: '没找到这一件' },
  'desk/together/index': { says: '先回清单选户' },
  'desk/start/index': { query: { unit: '330304108296', district: 'ouhai' }, says: '代办' },
  'desk/register/index': { query: { unit: '330304108296' }, says: '在册户数' },
}

test.each(appConfig('dist/weapp').pages)(
  '%s opens by its address and shows what it is about',
  async route => {
    const visit = VISITS[route]
    if (!visit) throw new Error(`say in VISITS how ${route} is opened`)
    const phone = phoneOf(world, 'ouhai-cadre')
    const page = await phone.open(route, visit.query)
    expect(page.text()).toContain(visit.says)
    page.close()
  },
)
