import * as z from 'zod/mini'
import { notice } from '../../shared/notice/model'
import { job } from '../../shared/subscription/model'
import { agree, deliveriesOf, follow, told } from './support/followers'
import { type House, openHouse } from './support/house'
import { CLOSE, CLOSING, MORNING_AFTER, POSTED, POSTING, type Story, storyteller } from './support/story'
import { policyFile, post, roadProject, subsidies, ZEYA_TOWNSHIP } from './support/writing'

let house: House
let begin: ReturnType<typeof storyteller>
let story: Story
beforeAll(async () => {
  house = await openHouse(POSTING)
  begin = storyteller(house)
})
afterAll(() => house.stop())
beforeEach(async () => {
  for (const timer of ['clock', 'courier']) await house.holdTimer(timer, false)
  story = await begin()
})

const running = z.pick(notice, {
  window: true,
  version: true,
  transitions: true,
  nextTransitionAt: true,
  history: true,
})
async function stateOf(id: string) {
  const [one] = await house.stored('notices', running, { _id: id })
  if (!one) throw new Error(`no notice ${id}`)
  return { ...one, actions: one.history.map(entry => entry.action) }
}

describe('a follower of a village is told', () => {
  it('when a notice opens, on the morning before its last day, and on the morning after it', async () => {
    await follow(house, story.villager, 'unit', story.village)
    const { id } = await story.post()
    const toldBy = async (now: string) => {
      await house.setTime(now)
      return told(house, story.villager)
    }
    expect(await toldBy(POSTED)).toEqual(['notice-opened'])
    expect(await toldBy('2026-10-12T00:59:50.000Z')).toEqual(['notice-opened'])
    expect(await toldBy(CLOSING)).toEqual(['notice-opened', 'notice-closing'])
    expect(await toldBy(CLOSE)).toEqual(['notice-opened', 'notice-closing'])
    expect((await stateOf(id)).nextTransitionAt).toBeNull()
    expect(await toldBy('2026-10-14T00:59:50.000Z')).toEqual(['notice-opened', 'notice-closing'])
    expect(await toldBy(MORNING_AFTER)).toEqual(['notice-opened', 'notice-closing', 'notice-closed'])
    expect(await toldBy('2026-10-20T01:00:00.000Z')).toHaveLength(3)
    expect((await stateOf(id)).actions).toEqual(['drafted', 'published', 'opened', 'closing', 'closed'])
  })

  it('in words a locked screen may show, with the last day and a way to the page', async () => {
    await follow(house, story.villager, 'unit', story.village)
    const { id } = await story.post()
    await house.setTime('2026-10-12T01:05:00.000Z')
    const [opened, closing] = await house.inbox(story.villager)
    expect(opened).toMatchObject({
      title: '公示开始提醒',
      page: `pages/notice/index?id=${id}&from=msg`,
      data: {
        thing1: expect.stringMatching(/低收入农户拟认定名单$/),
        date3: '2026年10月13日',
        phrase4: '公示中',
      },
    })
    expect(closing).toMatchObject({ data: { date2: '2026年10月13日', number3: '2' } })
    expect(JSON.stringify([opened, closing])).not.toMatch(/林示例|欧阳/)
  })

  it('once, who follows the village, its township, the item and the notice', async () => {
    const { id } = await story.post()
    await follow(house, story.villager, 'unit', story.village)
    await follow(house, story.villager, 'unit', ZEYA_TOWNSHIP)
    await follow(house, story.villager, 'item', 'ouhai/2/1')
    await follow(house, story.villager, 'notice', id)
    await house.setTime(POSTED)
    expect(await told(house, story.villager)).toEqual(['notice-opened'])
  })

  it('of a notice of the township above too, but not of a neighbour’s or another district’s', async () => {
    const elsewhere = house.as('jiangbei-resident')
    await follow(house, story.villager, 'unit', story.village)
    await follow(house, elsewhere, 'unit', '330205103215')
    const township = subsidies('2026-09-28', { unit: ZEYA_TOWNSHIP })
    const { id } = await post(house.as('ouhai-reviewer'), township)
    await house.setTime(POSTED)
    expect(await told(house, story.villager, id)).toEqual(['notice-opened'])
    expect(await house.inbox(elsewhere)).toEqual([])
  })

  it('of nothing once unfollowed', async () => {
    await follow(house, story.villager, 'unit', story.village)
    await story.villager.call('subscriptions', 'unfollow', { kind: 'unit', target: story.village })
    await story.post()
    await house.setTime(POSTED)
    expect(await house.inbox(story.villager)).toEqual([])
  })

  it('as often as agreed to: the third notice of two consents finds no credit', async () => {
    await story.villager.call('subscriptions', 'follow', { kind: 'unit', target: story.village })
    await agree(house, story.villager, ['notice-opened'], 2)
    const ids: string[] = []
    for (const name of ['一', '二', '三']) {
      const { id } = await post(story.cadre, roadProject('2026-09-28', name, { unit: story.village }))
      ids.push(id)
      await house.fire('clock')
      await house.fire('courier')
    }
    expect(await told(house, story.villager)).toEqual(['notice-opened', 'notice-opened'])
    const [third] = await deliveriesOf(house, ids[2] ?? '', story.villager)
    expect(third).toMatchObject({ state: 'no-credit', attempts: 0 })
  })

  it('of nothing who has banned the message', async () => {
    await follow(house, story.villager, 'unit', story.village)
    const results = [{ templateId: 'TEMPLATE-notice-opened', outcome: 'ban' as const }]
    await story.villager.call('subscriptions', 'consent', { consentId: 'consent-ban', results })
    const { id } = await story.post()
    await house.setTime(POSTED)
    expect(await house.inbox(story.villager)).toEqual([])
    const [refused] = await deliveriesOf(house, id, story.villager)
    expect(refused).toMatchObject({ state: 'refused', reason: 'banned', attempts: 0 })
  })

  it('of nothing where the notice has no last day to tell', async () => {
    await follow(house, story.villager, 'item', 'ouhai/1/3')
    const { id } = await post(house.as('ouhai-officer'), policyFile('2026-09-28'))
    await house.setTime(POSTED)
    expect((await stateOf(id)).actions).toEqual(['drafted', 'published', 'opened'])
    expect(await house.inbox(story.villager)).toEqual([])
    expect(await deliveriesOf(house, id)).toEqual([])
  })
})

describe('each transition happens once and no message is lost', () => {
  it('when every timer fires twice in the same moment', async () => {
    await follow(house, story.villager, 'unit', story.village)
    await house.holdTimer('clock', true)
    await house.holdTimer('courier', true)
    const { id } = await story.post()
    for (const now of [POSTED, CLOSING, CLOSE, MORNING_AFTER]) {
      await house.setTime(now)
      await house.fire('clock', 2)
      await Promise.all([house.fire('clock', 2), house.fire('courier', 2)])
      await house.fire('courier', 2)
    }
    expect(await told(house, story.villager)).toEqual(['notice-opened', 'notice-closing', 'notice-closed'])
    expect((await stateOf(id)).actions).toEqual(['drafted', 'published', 'opened', 'closing', 'closed'])
    const states = (await deliveriesOf(house, id, story.villager)).map(one => [one.state, one.attempts])
    expect(states).toEqual([
      ['sent', 1],
      ['sent', 1],
      ['sent', 1],
    ])
  })

  it('when no timer ran for two days around the morning before the last day', async () => {
    await follow(house, story.villager, 'unit', story.village)
    const { id } = await story.post()
    await house.setTime('2026-10-11T04:00:00.000Z')
    await house.setTime('2026-10-13T04:00:00.000Z')
    expect(await told(house, story.villager)).toEqual(['notice-opened', 'notice-closing'])
    const [, closing] = await house.inbox(story.villager)
    expect(closing?.data.number3).toBe('1')
    expect((await stateOf(id)).actions.at(-1)).toBe('closing')
  })

  it('when no timer ran from the posting until after the close: what is no longer true is not told', async () => {
    await follow(house, story.villager, 'unit', story.village)
    const { id } = await story.post()
    await house.setTime('2026-10-15T04:00:00.000Z')
    expect(await told(house, story.villager)).toEqual(['notice-closed'])
    expect((await stateOf(id)).actions).toEqual(['drafted', 'published', 'opened+closing+closed'])
    const ends = (await deliveriesOf(house, id, story.villager)).map(one => [one.event, one.state]).sort()
    expect(ends).toEqual([
      ['notice-closed', 'sent'],
      ['notice-closing', 'stale'],
      ['notice-opened', 'stale'],
    ])
  })

  it('when the clock ran and the courier did not until the window had closed', async () => {
    await follow(house, story.villager, 'unit', story.village)
    await house.holdTimer('courier', true)
    const { id } = await story.post()
    for (const now of [POSTED, CLOSING, CLOSE]) await house.setTime(now)
    expect(await house.inbox(story.villager)).toEqual([])
    await house.holdTimer('courier', false)
    await house.setTime(MORNING_AFTER)
    expect(await told(house, story.villager)).toEqual(['notice-closed'])
    const states = (await deliveriesOf(house, id, story.villager)).map(one => one.state).sort()
    expect(states).toEqual(['sent', 'stale', 'stale'])
  })

  it('for a hundred notices due in the same minute', async () => {
    const { id } = await story.post()
    const [whole] = await house.stored('notices', z.looseObject({ _id: z.string() }), { _id: id })
    const many = Array.from({ length: 130 }, (_, nth) => ({ ...whole, _id: `of-the-minute-${nth}` }))
    await house.load('notices', many)
    await house.fire('clock', 2)
    await house.fire('clock')
    const jobs = await house.stored('jobs', z.pick(job, { matter: true, event: true }))
    const ofTheMinute = jobs.filter(one => one.matter.id.startsWith('of-the-minute'))
    expect(ofTheMinute).toHaveLength(130)
    expect(new Set(ofTheMinute.map(one => one.matter.id)).size).toBe(130)
    const left = await house.stored('notices', running, { nextTransitionAt: { $lte: POSTING } })
    expect(left).toEqual([])
    expect(await house.inbox(story.villager)).toEqual([])
  })

  it('for 130 followers of the village, the township, the item and the notice: each is told once', async () => {
    const { id } = await story.post()
    const topics = [`notice:${id}`, 'item:ouhai/2/1', `unit:${story.village}`, `unit:${ZEYA_TOWNSHIP}`]
    const people = Array.from({ length: 130 }, (_, nth) => `follower-${nth.toString().padStart(3, '0')}`)
    for (const person of people) {
      await house.welcome(person)
      await house.tapInWeChat({ id: person }, { 'TEMPLATE-notice-opened': 'accept' })
    }
    const followsOf = (person: string, nth: number) =>
      topics.slice(0, 1 + (nth % topics.length)).map(topic => ({
        _id: `${topic}|wx:o-${person}`,
        personId: `wx:o-${person}`,
        topic,
        kind: topic.split(':')[0],
        target: topic.slice(topic.indexOf(':') + 1),
        name: '试验',
        createdAt: POSTING,
      }))
    await house.load('follows', people.flatMap(followsOf))
    await house.load(
      'credits',
      people.map(person => ({
        _id: `wx:o-${person}|notice-opened`,
        personId: `wx:o-${person}`,
        event: 'notice-opened',
        remaining: 1,
        banned: false,
        counted: ['consent-0001'],
        updatedAt: POSTING,
      })),
    )
    await house.fire('clock')
    await house.fire('courier', 2)
    await house.fire('courier')
    const counts = await Promise.all(people.map(async one => (await house.inbox({ id: one })).length))
    expect(counts).toEqual(people.map(() => 1))
    const deliveries = (await deliveriesOf(house, id)).filter(one => one.personId.includes('follower-'))
    expect(deliveries).toHaveLength(130)
    expect(new Set(deliveries.map(one => one.state))).toEqual(new Set(['sent']))
  })
})

describe('one broken notice holds up no other', () => {
  const anything = z.looseObject({ _id: z.string() })

  it('on its way through the clock', async () => {
    await house.holdTimer('clock', true)
    const broken = await story.post()
    const sound = await story.post()
    await follow(house, story.villager, 'notice', sound.id)
    const [whole] = await house.stored('notices', anything, { _id: broken.id })
    await house.load('notices', [{ ...whole, window: null }])
    const [run] = await house.fire('clock')
    expect(run?.answer).toMatchObject({ ok: true })
    expect(await house.logs()).toContain(broken.id)
    await house.fire('courier')
    expect(await told(house, story.villager, sound.id)).toEqual(['notice-opened'])
  })

  it('on its way through the courier, and its delivery ends with a reason', async () => {
    const broken = await story.post()
    const sound = await story.post()
    for (const { id } of [broken, sound]) await follow(house, story.villager, 'notice', id)
    const [whole] = await house.stored('notices', anything, { _id: broken.id })
    await house.load('notices', [{ ...whole, itemId: 'no-such-item' }])
    await house.fire('clock')
    await house.fire('courier')
    expect(await told(house, story.villager, sound.id)).toEqual(['notice-opened'])
    const delivery = async () => (await deliveriesOf(house, broken.id, story.villager))[0]
    expect(await delivery()).toMatchObject({ state: 'queued', attempts: 1, reason: 'left-out' })
    expect(await house.logs()).toContain(broken.id)
    for (const minutes of [2, 5, 10, 20, 37, 70, 135]) {
      await house.setTime(new Date(Date.parse(POSTED) + minutes * 60_000).toISOString())
    }
    expect(await delivery()).toMatchObject({ state: 'failed', attempts: 8, reason: 'left-out' })
  })

  it('whose document cannot be read when its followers are looked for', async () => {
    const broken = await story.post()
    const sound = await story.post()
    for (const { id } of [broken, sound]) await follow(house, story.villager, 'notice', id)
    await house.fire('clock')
    const [whole] = await house.stored('notices', anything, { _id: broken.id })
    await house.load('notices', [{ ...whole, boards: 'not a list' }])
    await house.fire('courier')
    expect(await told(house, story.villager)).toEqual(['notice-opened'])
    expect(await told(house, story.villager, sound.id)).toEqual(['notice-opened'])
    expect(await house.logs()).toContain(broken.id)
    await house.load('notices', [{ ...whole }])
    await house.setTime('2026-09-28T01:05:00.000Z')
    await house.setTime('2026-09-28T01:10:00.000Z')
    const [late] = await deliveriesOf(house, broken.id, story.villager)
    expect(late?.state).not.toBe('queued')
  })

  it('nor does a job or a delivery that cannot be read', async () => {
    const { id } = await story.post()
    await follow(house, story.villager, 'notice', id)
    const longAgo = '2026-09-01T01:00:00.000Z'
    const job = { _id: 'unreadable-job', state: 'open', notBefore: longAgo, leaseUntil: longAgo }
    const delivery = { _id: 'unreadable-delivery', state: 'queued', dueAt: longAgo }
    await house.load('jobs', [job])
    await house.load('deliveries', [delivery])
    await house.fire('clock')
    await house.fire('courier')
    expect(await told(house, story.villager)).toEqual(['notice-opened'])
    const logs = await house.logs()
    for (const name of ['unreadable-job', 'unreadable-delivery']) expect(logs).toContain(name)
    await house.load('jobs', [{ ...job, state: 'done' }])
    await house.load('deliveries', [{ ...delivery, state: 'failed' }])
  })
})

describe('a message that is no longer true is not sent', () => {
  it('of a notice that was withdrawn after its opening was written down', async () => {
    await follow(house, story.villager, 'unit', story.village)
    const { id } = await story.post()
    await house.fire('clock')
    const [whole] = await house.stored('notices', z.looseObject({ _id: z.string() }), { _id: id })
    await house.load('notices', [{ ...whole, status: 'withdrawn' }])
    await house.fire('courier')
    expect(await house.inbox(story.villager)).toEqual([])
    const [one] = await deliveriesOf(house, id, story.villager)
    expect(one).toMatchObject({ state: 'stale', attempts: 0 })
  })

  it('of a notice that is gone', async () => {
    await follow(house, story.villager, 'unit', story.village)
    await house.load('jobs', [
      {
        _id: 'notice:gone-notice-0001:notice-opened:1',
        matter: { kind: 'notice', id: 'gone-notice-0001' },
        event: 'notice-opened',
        round: 1,
        formerLastDay: null,
        createdAt: POSTING,
        notBefore: POSTING,
        state: 'open',
        leaseUntil: POSTING,
        topicIndex: 0,
        afterId: '',
      },
    ])
    await house.setTime(POSTED)
    const [left] = await house.stored('jobs', z.pick(job, { state: true }))
    expect(left?.state).toBe('done')
    expect(await house.inbox(story.villager)).toEqual([])
  })

  it('of a window that was restarted since', async () => {
    await follow(house, story.villager, 'unit', story.village)
    const { id, window } = await story.post()
    await house.fire('clock')
    const [whole] = await house.stored('notices', z.looseObject({ _id: z.string() }), { _id: id })
    await house.load('notices', [{ ...whole, window: { ...window, number: 2 } }])
    await house.fire('courier')
    expect(await house.inbox(story.villager)).toEqual([])
    expect((await deliveriesOf(house, id, story.villager)).map(one => one.state)).toEqual(['stale'])
  })

  it('that a window closes tomorrow whose end a later calendar has moved', async () => {
    await follow(house, story.villager, 'unit', story.village)
    const { id } = await story.post()
    await house.setTime(POSTED)
    await house.holdTimer('courier', true)
    await house.setTime(CLOSING)
    const [whole] = await house.stored('notices', running, { _id: id })
    const [stored] = await house.stored('notices', z.looseObject({ _id: z.string() }), { _id: id })
    const reckoning = { ...whole?.window?.reckoning, lastDay: '2026-10-20' }
    const window = { ...whole?.window, closesAt: '2026-10-20T16:00:00.000Z', reckoning }
    await house.load('notices', [{ ...stored, window }])
    await house.fire('courier')
    expect(await told(house, story.villager)).toEqual(['notice-opened'])
    const ends = (await deliveriesOf(house, id, story.villager)).map(one => [one.event, one.state]).sort()
    expect(ends).toEqual([
      ['notice-closing', 'stale'],
      ['notice-opened', 'sent'],
    ])
  })
})
