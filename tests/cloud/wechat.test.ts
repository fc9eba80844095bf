import { agree, creditsLeft, deliveriesOf, follow, told } from './support/followers'
import { type House, openHouse } from './support/house'
import { POSTED, POSTING, type Story, storyteller } from './support/story'

let house: House
let begin: ReturnType<typeof storyteller>
let story: Story
let noticeId: string
beforeAll(async () => {
  house = await openHouse(POSTING)
  begin = storyteller(house)
})
afterAll(() => house.stop())

/** Each story: one villager follows one notice with one consent, and the notice has just opened. */
beforeEach(async () => {
  await house.weChatIsWell()
  story = await begin()
  noticeId = (await story.post()).id
  await follow(house, story.villager, 'notice', noticeId)
  await house.fire('clock')
})

async function outcome() {
  const [one] = await deliveriesOf(house, noticeId, story.villager)
  if (!one) throw new Error('no delivery was written')
  return one
}
const inbox = () => told(house, story.villager, noticeId)
const credits = () => creditsLeft(house, story.villager, 'notice-opened')
async function courierAt(now: string): Promise<void> {
  await house.setTime(now)
}

describe('WeChat answers', () => {
  it('0: sent, and the credit is spent', async () => {
    await house.fire('courier')
    expect(await outcome()).toMatchObject({ state: 'sent', attempts: 1, reason: 'ok' })
    expect(await inbox()).toEqual(['notice-opened'])
    expect(await credits()).toBe(0)
  })

  it.each([40003, 40037, 47003, 45168, 40038])('%i: failed for good, the credit stays', async errcode => {
    await house.weChatFails({ errcode, count: 1 })
    await house.fire('courier')
    expect(await outcome()).toMatchObject({ state: 'failed', attempts: 1, reason: String(errcode) })
    await courierAt('2026-09-30T01:00:00.000Z')
    expect(await inbox()).toEqual([])
    expect(await credits()).toBe(1)
  })

  it('43101: refused, and the credit is cleared so that nothing is tried in vain', async () => {
    await house.weChatFails({ errcode: 43101, count: 1 })
    await house.fire('courier')
    expect(await outcome()).toMatchObject({ state: 'refused', attempts: 1, reason: '43101' })
    expect(await credits()).toBe(0)
  })

  it('43101 of itself, for a consent the app counted and WeChat did not', async () => {
    const results = [{ templateId: 'TEMPLATE-notice-opened', outcome: 'accept' as const }]
    const liar = await house.welcome(`liar-${noticeId}`)
    await liar.call('subscriptions', 'follow', { kind: 'notice', target: noticeId })
    await liar.call('subscriptions', 'consent', { consentId: 'consent-made-up', results })
    await house.fire('courier')
    const [one] = await deliveriesOf(house, noticeId, liar)
    expect(one).toMatchObject({ state: 'refused', reason: '43101' })
    expect(await house.inbox(liar)).toEqual([])
  })

  it.each([-1, 40001, 40014, 43108])('%i: it waits a minute and then goes out, once', async errcode => {
    await house.weChatFails({ errcode, count: 1 })
    await house.fire('courier')
    expect(await outcome()).toMatchObject({ state: 'queued', attempts: 1, reason: String(errcode) })
    await house.fire('courier')
    expect(await inbox()).toEqual([])
    await courierAt('2026-09-28T01:02:00.000Z')
    expect(await outcome()).toMatchObject({ state: 'sent', attempts: 2 })
    expect(await inbox()).toEqual(['notice-opened'])
    expect(await credits()).toBe(0)
  })

  it('45009, the day’s quota is used up: it goes out the next morning at nine', async () => {
    await house.weChatFails({ errcode: 45009, count: 1 })
    await house.fire('courier')
    expect(await outcome()).toMatchObject({ state: 'queued', dueAt: '2026-09-29T01:00:00.000Z' })
    await courierAt('2026-09-29T00:59:50.000Z')
    expect(await inbox()).toEqual([])
    await courierAt('2026-09-29T01:00:00.000Z')
    expect(await inbox()).toEqual(['notice-opened'])
  })

  it('43107, sending is forbidden: everything waits until the next morning', async () => {
    await house.weChatFails({ errcode: 43107 })
    await house.fire('courier')
    expect(await outcome()).toMatchObject({ state: 'queued', dueAt: '2026-09-29T01:00:00.000Z' })
    expect(await house.logs()).toContain('sending-banned')
    await house.weChatIsWell()
    await courierAt('2026-09-29T01:00:00.000Z')
    expect(await inbox()).toEqual(['notice-opened'])
  })

  it('busy eight times: it gives up, and says why', async () => {
    await house.weChatFails({ errcode: -1 })
    for (const minutes of [1, 3, 6, 11, 20, 37, 70, 135]) {
      await courierAt(new Date(Date.parse(POSTED) + minutes * 60_000).toISOString())
    }
    expect(await outcome()).toMatchObject({ state: 'failed', attempts: 8, reason: '-1' })
    expect(await inbox()).toEqual([])
    expect(await credits()).toBe(1)
  })
})

describe('WeChat does not answer', () => {
  it('after the message went out, with one credit: the second attempt proves the first', async () => {
    await house.weChatFails({ dropAfterSend: true, count: 1 })
    await house.fire('courier')
    expect(await outcome()).toMatchObject({ state: 'queued', outcomeUnknown: true, reason: 'no-answer' })
    await courierAt('2026-09-28T01:02:00.000Z')
    expect(await outcome()).toMatchObject({ state: 'sent', attempts: 2, reason: '43101' })
    expect(await inbox()).toEqual(['notice-opened'])
    expect(await credits()).toBe(0)
  })

  it('after the message went out, with two credits: it is not tried again, and nobody is told twice', async () => {
    await agree(house, story.villager, ['notice-opened'])
    await house.weChatFails({ dropAfterSend: true, count: 1 })
    await house.fire('courier')
    expect(await outcome()).toMatchObject({ state: 'failed', attempts: 1, reason: 'no-answer' })
    await courierAt('2026-09-30T01:00:00.000Z')
    expect(await inbox()).toEqual(['notice-opened'])
  })

  it('and the person agrees again before the second attempt: nobody is told twice', async () => {
    await house.weChatFails({ dropAfterSend: true, count: 1 })
    await house.fire('courier')
    expect(await outcome()).toMatchObject({ state: 'queued', outcomeUnknown: true })
    await agree(house, story.villager, ['notice-opened'])
    await courierAt('2026-09-28T01:02:00.000Z')
    expect(await outcome()).toMatchObject({ state: 'failed', reason: 'no-answer' })
    expect(await inbox()).toEqual(['notice-opened'])
  })

  it('and another message uses the credit before the second attempt: each is told once at the most', async () => {
    const other = (await story.post()).id
    await story.villager.call('subscriptions', 'follow', { kind: 'notice', target: other })
    await house.weChatFails({ dropAfterSend: true, count: 1 })
    await house.fire('courier')
    await house.fire('clock')
    await house.fire('courier')
    await agree(house, story.villager, ['notice-opened'])
    await courierAt('2026-09-28T01:02:00.000Z')
    expect(await inbox()).toHaveLength(1)
    expect((await told(house, story.villager, other)).length).toBeLessThanOrEqual(1)
    for (const id of [noticeId, other]) {
      const [one] = await deliveriesOf(house, id, story.villager)
      expect(['sent', 'refused', 'no-credit', 'failed']).toContain(one?.state)
    }
  })

  it('eight times, though nothing goes out: it ends as failed', async () => {
    await house.weChatFails({ errcode: -604101 })
    await house.fire('courier')
    expect(await outcome()).toMatchObject({ state: 'queued', outcomeUnknown: true })
    for (const minutes of [3, 6, 11, 20, 37, 70, 135]) {
      await courierAt(new Date(Date.parse(POSTED) + minutes * 60_000).toISOString())
    }
    expect(await outcome()).toMatchObject({ state: 'failed', attempts: 8, reason: 'no-answer' })
    expect(await inbox()).toEqual([])
  })
})

describe('the database fails', () => {
  it('for everybody in Chinese, without a word about its inside, and well again all goes on', async () => {
    await house.databaseFails('connection refused at 10.0.0.1')
    const refused = await house.anonymous.refusal('notices', { action: 'get', id: noticeId })
    expect(refused).toEqual({
      code: 'INTERNAL',
      message: '没办成，是系统的问题，不是您填错了。请过几分钟再试',
    })
    expect((await house.fire('clock'))[0]?.answer).toMatchObject({ ok: false })
    expect((await house.fire('courier'))[0]?.answer).toMatchObject({ ok: false })
    await house.databaseFails(null)
    await house.fire('courier')
    expect(await inbox()).toEqual(['notice-opened'])
  })
})
