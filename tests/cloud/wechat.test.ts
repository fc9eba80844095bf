import { agree, creditsLeft, deliveriesOf, follow, told } from './support/followers'
import { type House, openHouse, type Person } from './support/house'
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
    await house.weChatFails({ errcode: -604102 })
    await house.fire('courier')
    expect(await outcome()).toMatchObject({ state: 'queued', outcomeUnknown: true })
    for (const minutes of [3, 6, 11, 20, 37, 70, 135]) {
      await courierAt(new Date(Date.parse(POSTED) + minutes * 60_000).toISOString())
    }
    expect(await outcome()).toMatchObject({ state: 'failed', attempts: 8, reason: 'no-answer' })
    expect(await inbox()).toEqual([])
  })
})

describe('nothing of the account goes out', () => {
  const NEXT_MORNING = '2026-09-29T01:00:00.000Z'
  /** More than are sent side by side. */
  const FOLLOWERS = 25

  /** Followers with one credit each, as WeChat and the app count it. */
  async function crowd(): Promise<{ id: string; personId: string }[]> {
    const people: Person[] = []
    for (let nth = 0; nth < FOLLOWERS; nth++) {
      const person = await house.welcome(`${story.villager.id}-neighbour-${nth}`)
      await house.tapInWeChat(person, { 'TEMPLATE-notice-opened': 'accept' })
      people.push(person)
    }
    const topic = `notice:${noticeId}`
    const createdAt = POSTING
    const follows = people.map(({ personId }) => ({
      ...{ _id: `${topic}|${personId}`, personId, topic, kind: 'notice', target: noticeId, name: '试验' },
      createdAt,
    }))
    const credits = people.map(({ personId }) => ({
      ...{ _id: `${personId}|notice-opened`, personId, event: 'notice-opened', remaining: 1, banned: false },
      counted: ['consent-0001'],
      updatedAt: POSTING,
    }))
    await house.load('follows', follows)
    await house.load('credits', credits)
    return people
  }
  const waiting = async () =>
    (await deliveriesOf(house, noticeId)).map(({ state, attempts, dueAt, reason }) => ({
      state,
      attempts,
      dueAt,
      reason,
    }))
  const each = (delivery: object) => Array.from({ length: FOLLOWERS + 1 }, () => delivery)
  const heard = (people: readonly { id: string }[]) =>
    Promise.all(people.map(async person => (await told(house, person, noticeId)).length))

  it.each([
    [45009, 'the quota of the day is used up'],
    [43107, 'sending is forbidden'],
  ])(
    '%i, %s: all that is due waits until the next morning at nine, and is not tried before',
    async errcode => {
      const people = await crowd()
      await house.weChatFails({ errcode })
      await house.fire('courier')
      const untilMorning = { state: 'queued', attempts: 0, dueAt: NEXT_MORNING, reason: String(errcode) }
      expect(await waiting()).toEqual(each(untilMorning))
      expect(await house.logs()).toContain('sending-stopped')
      await house.weChatIsWell()
      await courierAt('2026-09-28T01:10:00.000Z')
      await courierAt('2026-09-29T00:59:50.000Z')
      expect(await waiting()).toEqual(each(untilMorning))
      await courierAt(NEXT_MORNING)
      expect(await heard(people)).toEqual(people.map(() => 1))
      expect(await inbox()).toEqual(['notice-opened'])
    },
  )

  it.each([
    [-604101, 'the function has no permission to send'],
    [-604100, 'there is no such interface'],
  ])('%i, %s: no message is lost, and all go out once that is mended', async errcode => {
    await agree(house, story.villager, ['notice-opened'])
    const people = await crowd()
    await house.weChatFails({ errcode })
    await house.fire('courier')
    const [one] = await waiting()
    expect(one).toMatchObject({ state: 'queued', attempts: 0, reason: String(errcode) })
    expect(await waiting()).toEqual(each({ ...one, dueAt: expect.any(String) }))
    expect(await house.logs()).toContain('sending-stopped')
    await house.weChatIsWell()
    await courierAt('2026-09-28T01:05:00.000Z')
    expect(await inbox()).toEqual([])
    await courierAt('2026-09-28T01:15:00.000Z')
    expect(await heard(people)).toEqual(people.map(() => 1))
    expect(await inbox()).toEqual(['notice-opened'])
  })

  it('and the next in line are not sent after the stop', async () => {
    const people = await crowd()
    await house.weChatFails({ errcode: 45009, count: 1 })
    await house.fire('courier')
    const sent = (await heard(people)).filter(count => count > 0).length
    expect(sent).toBeLessThan(10)
    await courierAt('2026-09-28T01:10:00.000Z')
    expect((await heard(people)).filter(count => count > 0)).toHaveLength(sent)
  })
})

describe('a consent given while the message is on its way', () => {
  it('is not wiped when WeChat then says that there is no credit left', async () => {
    await house.weChatFails({ errcode: 43101, delayMs: 4000, count: 1 })
    const run = house.fire('courier')
    while ((await deliveriesOf(house, noticeId, story.villager))[0]?.state !== 'sending') {
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    await agree(house, story.villager, ['notice-opened'])
    await run
    expect(await outcome()).toMatchObject({ state: 'refused', reason: '43101' })
    expect(await credits()).toBeGreaterThan(0)
    const next = await story.post()
    await story.villager.call('subscriptions', 'follow', { kind: 'notice', target: next.id })
    await house.setTime(POSTED)
    expect(await told(house, story.villager, next.id)).toEqual(['notice-opened'])
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
