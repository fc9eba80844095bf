import { LOW_INCOME_TITLE, lowIncomeList } from '../support/low-income-list'
import { startWorld, type World } from '../support/world'
import { phoneOf } from './support/phone-in-world'
import type { Screen } from './support/screen'

/** Posted on Monday 12 October 2026: seven working days end on Wednesday the 21st. */
const POSTED = '2026-10-12T01:00:00.000Z'
const NINE_THE_DAY_BEFORE_THE_LAST = '2026-10-20T01:00:00.000Z'
const LAST_SECOND = '2026-10-21T15:59:59.000Z'
const CLOSED = '2026-10-21T16:00:00.000Z'
const NINE_THE_MORNING_AFTER = '2026-10-22T01:00:00.000Z'

let world: World
let resident: ReturnType<typeof phoneOf>
let noticeId: string
beforeAll(async () => {
  world = await startWorld(POSTED)
  resident = phoneOf(world, 'ouhai-resident')
})
afterAll(() => world.stop())

const openNotice = () => resident.open('pages/notice/index', { id: noticeId })
const titlesIn = async (personaId: string) => (await world.inbox(personaId)).map(({ title }) => title)
const runTimersTwice = async () => {
  await world.fireTimer('clock', 2)
  await world.fireTimer('courier', 2)
}

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

  test('the cadre posts, and the board shows it with its window', async () => {
    const { draft, gaps } = await world.call('ouhai-cadre', 'notices', 'draft', lowIncomeList)
    expect(gaps).toEqual([])
    await world.call('ouhai-cadre', 'notices', 'publish', { id: draft.id, version: draft.version })
    noticeId = draft.id
    const board = await resident.open('pages/notices/index')
    expect(board.text()).toContain(LOW_INCOME_TITLE)
    expect(board.text()).toContain('10月21日 周三截止')
    board.close()
  })

  test('she is told at once, and what she is told opens the notice', async () => {
    await runTimersTwice()
    const [message, ...others] = await world.inbox('ouhai-resident')
    expect(message?.title).toBe('公示开始提醒')
    expect(others).toEqual([])
    expect(message?.page).toContain(`pages/notice/index?id=${noticeId}`)
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
    await runTimersTwice()
    expect(await titlesIn('ouhai-resident')).toEqual(['公示开始提醒', '公示即将结束提醒'])
  })

  test('the names stand until the last second of the last day, and are gone with the next', async () => {
    await world.moveClock(LAST_SECOND)
    const before = await openNotice()
    expect(before.text()).toContain('林*例')
    before.close()
    await world.moveClock(CLOSED)
    const after = await openNotice()
    expect(after.text()).not.toContain('林*例')
    expect(after.text()).toContain('名单已按规定撤下')
    after.close()
  })

  test('the morning after she is told once that it has closed, and that is all', async () => {
    await world.moveClock(NINE_THE_MORNING_AFTER)
    await runTimersTwice()
    await runTimersTwice()
    expect(await titlesIn('ouhai-resident')).toEqual(['公示开始提醒', '公示即将结束提醒', '公示结束通知'])
    expect(await titlesIn('jiangbei-resident')).toEqual([])
  })
})
