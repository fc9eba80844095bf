import {
  CLOSED,
  fireTimersTwice,
  LAST_SECOND,
  LOW_INCOME_TITLE,
  lowIncomeForm,
  lowIncomeRows,
  NINE_THE_DAY_BEFORE_THE_LAST,
  NINE_THE_MORNING_AFTER,
  POSTED,
  titlesIn,
} from '../support/main-walk'
import { startWorld, type World } from '../support/world'
import { phoneOf } from './support/phone-in-world'
import type { Screen } from './support/screen'

let world: World
let resident: ReturnType<typeof phoneOf>
let cadre: ReturnType<typeof phoneOf>
let compose: Screen
let noticePage: string
beforeAll(async () => {
  world = await startWorld(POSTED)
  resident = phoneOf(world, 'ouhai-resident')
  cadre = phoneOf(world, 'ouhai-cadre')
})
afterAll(() => world.stop())

describe('a 公示 on the phone, from posting to close', () => {
  test('a resident chooses her village and lets WeChat tell her of new notices', async () => {
    const board = await resident.open('pages/notices/index')
    await board.tap({ text: '选村' })
    await board.tap({ text: '瓯海区' })
    await board.tap({ text: '泽雅镇' })
    await board.tap({ text: '纸源村' })
    expect(board.text()).toContain('纸源村现在没有公示')
    await board.tap({ text: '加 1 条' })
    expect(board.text()).toContain('到时候微信告诉您')
    board.close()
  })

  test('the cadre of the village fills in the form of an item of the catalog', async () => {
    const mine = await cadre.open('pages/mine/index')
    const desk = await cadre.follow(() => mine.tap({ button: '进工作台' }))
    compose = await cadre.follow(() => desk.tap({ button: '发公示' }))
    await compose.input({ label: '找事项' }, '低收入农户认定')
    await compose.tap({ text: '低收入农户认定' })
    await compose.tap({ text: '低收入农户拟认定名单公示（村级）' })
    for (const [label, value] of lowIncomeForm) await compose.input({ label }, value)
    for (const row of lowIncomeRows) {
      await compose.tap({ button: '加一行' })
      for (const [label, value] of row) await compose.input({ label }, value)
      await compose.tap({ button: '好了' })
    }
    expect(compose.text()).toContain('名单，2 行')
  })

  test('the cadre sees the window before the posting, and posts', async () => {
    await compose.tap({ button: '下一步：看公示期' })
    expect(compose.text()).toContain('今天张贴，公示到10月21日')
    await compose.tap({ button: '发布' })
    expect(compose.text()).toContain('发布好了')
    compose.close()
  })

  test('the board of the village shows it with its window', async () => {
    const board = await resident.open('pages/notices/index')
    expect(board.text()).toContain(LOW_INCOME_TITLE)
    expect(board.text()).toContain('10月21日 周三截止')
    board.close()
  })

  test('she is told at once, and what she is told opens the notice', async () => {
    await fireTimersTwice(world)
    const [message, ...others] = await world.inbox('ouhai-resident')
    expect(message?.title).toBe('公示开始提醒')
    expect(others).toEqual([])
    expect(message?.page).toMatch(/^pages\/notice\/index\?id=/)
    noticePage = message?.page ?? ''
  })

  test('she reads it: names masked, each day of the window counted or not, and until when to object', async () => {
    const board = await resident.open('pages/notices/index')
    const notice: Screen = await resident.follow(() => board.tap({ text: LOW_INCOME_TITLE }))
    expect(notice.text()).toContain('林*例')
    expect(notice.text()).not.toContain('林示例')
    expect(notice.text()).toContain('10月17日—18日周末，不算')
    expect(notice.text()).toContain('到 10月21日周三')
    expect(notice.text()).toContain('0577-00000000')
    notice.close()
    board.close()
  })

  test('the day before the last she is told once that it closes, however often the timers fire', async () => {
    await world.moveClock(NINE_THE_DAY_BEFORE_THE_LAST)
    await fireTimersTwice(world)
    expect(await titlesIn(world, 'ouhai-resident')).toEqual(['公示开始提醒', '公示即将结束提醒'])
  })

  test('the names stand until the last second of the last day, and are gone with the next', async () => {
    await world.moveClock(LAST_SECOND)
    const before = await resident.openAddress(noticePage)
    expect(before.text()).toContain('林*例')
    before.close()
    await world.moveClock(CLOSED)
    const after = await resident.openAddress(noticePage)
    expect(after.text()).not.toContain('林*例')
    expect(after.text()).toContain('名单已按规定撤下')
    after.close()
  })

  test('the morning after she is told once that it has closed, and that is all', async () => {
    await world.moveClock(NINE_THE_MORNING_AFTER)
    await fireTimersTwice(world)
    await fireTimersTwice(world)
    expect(await titlesIn(world, 'ouhai-resident')).toEqual([
      '公示开始提醒',
      '公示即将结束提醒',
      '公示结束通知',
    ])
    expect(await titlesIn(world, 'jiangbei-resident')).toEqual([])
  })
})
