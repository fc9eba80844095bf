import type { Browser } from 'playwright-core'
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
import { launchChromium } from './support/chromium'
import { type Visit, visitAs } from './support/visit'

let world: World
let browser: Browser
let resident: Visit
let cadre: Visit
let noticeAddress: string
beforeAll(async () => {
  world = await startWorld(POSTED)
  browser = await launchChromium()
  resident = await visitAs(browser, world, 'ouhai-resident')
  cadre = await visitAs(browser, world, 'ouhai-cadre')
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})
afterEach(() => expect([...resident.errors, ...cadre.errors]).toEqual([]))

describe('a 公示 in the browser, from posting to close', () => {
  test('a resident chooses her village and agrees to be told of new notices', async () => {
    await resident.tap('公示')
    await resident.tap('选村')
    await resident.tap('瓯海区')
    await resident.tap('泽雅镇')
    await resident.tapPart('纸源村')
    await resident.sees('纸源村现在没有公示')
    await resident.tap('加 1 条')
    await resident.tap('允许')
    await resident.sees('到时候微信告诉您')
    await resident.keepScreen('board-empty')
  })

  test('the cadre of the village fills in the form of an item of the catalog', async () => {
    await cadre.press('进工作台')
    await cadre.press('发公示')
    await cadre.fill('找事项', '低收入农户认定')
    await cadre.keepScreen('compose-item')
    await cadre.tap('低收入农户认定')
    await cadre.tap('低收入农户拟认定名单公示（村级）')
    for (const [label, value] of lowIncomeForm) await cadre.fill(label, value)
    for (const row of lowIncomeRows) {
      await cadre.press('加一行')
      for (const [label, value] of row) await cadre.fill(label, value)
      await cadre.keepScreen('compose-row')
      await cadre.press('好了')
    }
    await cadre.keepScreen('compose-form')
  })

  test('the cadre sees the window before the posting, and posts', async () => {
    await cadre.press('下一步：看公示期')
    await cadre.sees('10月21日')
    await cadre.keepScreen('compose-window')
    await cadre.press('发布')
    await cadre.sees('发布好了')
    await cadre.keepScreen('compose-posted')
  })

  test('the board of the village shows it with its window', async () => {
    await resident.page.reload()
    await resident.sees(LOW_INCOME_TITLE)
    await resident.sees('10月21日')
    await resident.keepScreen('board')
  })

  test('she is told at once, and what she is told opens the notice', async () => {
    await fireTimersTwice(world)
    const [message, ...others] = await world.inbox('ouhai-resident')
    expect(message?.title).toBe('公示开始提醒')
    expect(others).toEqual([])
    noticeAddress = `${world.address}/#/${message?.page}`
  })

  test('she reads it: names masked, each day of the window counted or not, and until when to object', async () => {
    await resident.page.goto(noticeAddress)
    await resident.sees('林*例')
    const text = await resident.text()
    expect(text).not.toContain('林示例')
    expect(text).toContain('10月17日—18日')
    expect(text).toContain('到 10月21日')
    expect(text).toContain('0577-00000000')
    await resident.keepScreen('notice')
  })

  test('the day before the last she is told once that it closes, however often the timers fire', async () => {
    await world.moveClock(NINE_THE_DAY_BEFORE_THE_LAST)
    await fireTimersTwice(world)
    expect(await titlesIn(world, 'ouhai-resident')).toEqual(['公示开始提醒', '公示即将结束提醒'])
  })

  test('the names stand until the last second of the last day, and are gone with the next', async () => {
    await world.moveClock(LAST_SECOND)
    await resident.page.reload()
    await resident.sees('林*例')
    await world.moveClock(CLOSED)
    await resident.page.reload()
    await resident.sees('名单已按规定撤下')
    expect(await resident.text()).not.toContain('林*例')
    await resident.keepScreen('notice-closed')
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
