import type { Browser } from 'playwright-core'
import {
  CLOSED,
  fireTimersTwice,
  LAST_SECOND,
  LOW_INCOME_TITLE,
  lowIncomeList,
  NINE_THE_DAY_BEFORE_THE_LAST,
  NINE_THE_MORNING_AFTER,
  POSTED,
  titlesIn,
} from '../support/main-walk'
import { startWorld, type World } from '../support/world'
import { launchChromium } from './support/chromium'
import { keepScreen, type Visit, visitAs } from './support/visit'

let world: World
let browser: Browser
let resident: Visit
let noticeAddress: string
beforeAll(async () => {
  world = await startWorld(POSTED)
  browser = await launchChromium()
  resident = await visitAs(browser, world, 'ouhai-resident')
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})
afterEach(() => expect(resident.errors).toEqual([]))

const shown = (text: string) =>
  resident.page.getByText(text, { exact: true }).filter({ visible: true }).first()
const shownIn = (text: string) => resident.page.getByText(text).filter({ visible: true }).first()

describe('a 公示 in the browser, from posting to close', () => {
  test('a resident chooses her village and agrees to be told of new notices', async () => {
    await shown('选村').click()
    await shown('瓯海区').click()
    await shown('泽雅镇').click()
    await shownIn('纸源村').click()
    await shown('纸源村现在没有公示').waitFor()
    await shown('加 1 条').click()
    await shown('允许').click()
    await shownIn('到时候微信告诉您').waitFor()
    await keepScreen(resident.page, 'board-empty')
  })

  test('the cadre posts, and the board shows it with its window', async () => {
    const { draft, gaps } = await world.call('ouhai-cadre', 'notices', 'draft', lowIncomeList)
    expect(gaps).toEqual([])
    await world.call('ouhai-cadre', 'notices', 'publish', { id: draft.id, version: draft.version })
    await resident.page.reload()
    await shownIn(LOW_INCOME_TITLE).waitFor()
    await shownIn('10月21日').waitFor()
    await keepScreen(resident.page, 'board')
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
    await shown('林*例').waitFor()
    const text = await resident.page.innerText('body')
    expect(text).not.toContain('林示例')
    expect(text).toContain('10月17日—18日')
    expect(text).toContain('到 10月21日')
    expect(text).toContain('0577-00000000')
    await keepScreen(resident.page, 'notice')
  })

  test('the day before the last she is told once that it closes, however often the timers fire', async () => {
    await world.moveClock(NINE_THE_DAY_BEFORE_THE_LAST)
    await fireTimersTwice(world)
    expect(await titlesIn(world, 'ouhai-resident')).toEqual(['公示开始提醒', '公示即将结束提醒'])
  })

  test('the names stand until the last second of the last day, and are gone with the next', async () => {
    await world.moveClock(LAST_SECOND)
    await resident.page.reload()
    await shown('林*例').waitFor()
    await world.moveClock(CLOSED)
    await resident.page.reload()
    await shownIn('名单已按规定撤下').waitFor()
    expect(await resident.page.innerText('body')).not.toContain('林*例')
    await keepScreen(resident.page, 'notice-closed')
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
