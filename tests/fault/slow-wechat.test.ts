import { agree, deliveriesOf, follow, told } from '../cloud/support/followers'
import { type House, openHouse } from '../cloud/support/house'
import { POSTED, POSTING, type Story, storyteller } from '../cloud/support/story'
import { deployedWith, killableFunctions } from './support/killable'

/** The courier is ended after four seconds; WeChat takes five, and delivers all the same. */
const COURIER_SECONDS = 4
const WECHAT_MS = 5000

const functions = killableFunctions()
let house: House
let begin: ReturnType<typeof storyteller>
let story: Story
let id: string

beforeAll(async () => {
  const cloudbaserc = deployedWith(functions.folder, 'courier', COURIER_SECONDS)
  house = await openHouse(POSTING, { functionsDir: functions.folder, cloudbaserc })
  begin = storyteller(house)
})
afterAll(async () => {
  await house.stop()
  functions.remove()
})
beforeEach(async () => {
  story = await begin()
  for (const timer of ['clock', 'courier']) await house.holdTimer(timer, true)
  id = (await story.post()).id
  await follow(house, story.villager, 'notice', id)
  await house.setTime(POSTED)
  await house.fire('clock')
})
afterEach(() => house.weChatIsWell())

/** The courier runs into its time limit with the message at WeChat. */
async function courierIsEnded(): Promise<void> {
  await house.weChatFails({ delayMs: WECHAT_MS, count: 1 })
  const [run] = await house.fire('courier')
  expect(run?.ok).toBe(false)
  await untilDelivered()
}

async function untilDelivered(): Promise<void> {
  while ((await told(house, story.villager, id)).length === 0) {
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

async function laterOn(): Promise<void> {
  for (const timer of ['clock', 'courier']) await house.holdTimer(timer, false)
  for (const minutes of ['05', '10', '20']) await house.setTime(`2026-09-28T01:${minutes}:00.000Z`)
}

describe('a courier that is ended while WeChat takes its time', () => {
  it('with the person’s last credit finds out that the message went out, and sends no second', async () => {
    await courierIsEnded()
    await laterOn()
    const [one] = await deliveriesOf(house, id, story.villager)
    expect(one).toMatchObject({ state: 'sent', reason: '43101', attempts: 2 })
    expect(await told(house, story.villager, id)).toEqual(['notice-opened'])
  })

  it('with more credits lets it be, since a second send would go out', async () => {
    await agree(house, story.villager, ['notice-opened'])
    await courierIsEnded()
    await laterOn()
    const [one] = await deliveriesOf(house, id, story.villager)
    expect(one).toMatchObject({ state: 'failed', reason: 'no-answer', attempts: 1 })
    expect(await told(house, story.villager, id)).toEqual(['notice-opened'])
  })

  it('and the person agrees again before it is found out: no second message', async () => {
    await courierIsEnded()
    await agree(house, story.villager, ['notice-opened'])
    await laterOn()
    expect(await told(house, story.villager, id)).toEqual(['notice-opened'])
  })
})

describe('a machine whose date is set back by a day', () => {
  it('repeats nothing, and goes on where it was once the date is right', async () => {
    for (const timer of ['clock', 'courier']) await house.holdTimer(timer, false)
    await house.fire('courier')
    expect(await told(house, story.villager, id)).toEqual(['notice-opened'])
    await house.setTime('2026-09-27T01:00:00.000Z')
    for (const timer of ['clock', 'courier', 'clock', 'courier'] as const) await house.fire(timer)
    expect(await told(house, story.villager, id)).toEqual(['notice-opened'])
    await house.setTime('2026-10-12T01:00:00.000Z')
    expect(await told(house, story.villager, id)).toEqual(['notice-opened', 'notice-closing'])
  })
})
