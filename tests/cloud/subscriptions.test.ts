import { type House, openHouse, type Person } from './support/house'
import { nameList, type Posted, post, ZEYA_TOWNSHIP, ZHIYUAN_VILLAGE } from './support/writing'

const MONDAY = '2026-09-28T01:00:00.000Z'
const OPENED = 'TEMPLATE-notice-opened'
const CLOSED = 'TEMPLATE-notice-closed'
const VILLAGE = { kind: 'unit', target: ZHIYUAN_VILLAGE } as const

let house: House
let posted: Posted
beforeAll(async () => {
  house = await openHouse(MONDAY)
  posted = await post(house.as('ouhai-cadre'), nameList('2026-09-28'))
})
afterAll(() => house.stop())

let newcomers = 0
function newcomer(): Promise<Person> {
  newcomers += 1
  return house.welcome(`newcomer-${newcomers}`)
}
async function followed(person: Person) {
  return (await person.call('subscriptions', 'mine', {})).follows
}
async function left(person: Person, templateId: string) {
  const { messages } = await person.call('subscriptions', 'mine', {})
  return messages.find(one => one.templateId === templateId)
}
function agreeing(consentId: string, outcome: 'accept' | 'reject' | 'ban' | 'filter', templateId = OPENED) {
  return { consentId, results: [{ templateId, outcome }] }
}

describe('following', () => {
  it('a village, an item and a notice, each under its name', async () => {
    const person = await newcomer()
    await person.call('subscriptions', 'follow', VILLAGE)
    await person.call('subscriptions', 'follow', { kind: 'item', target: 'ouhai/2/1' })
    const { follows } = await person.call('subscriptions', 'follow', { kind: 'notice', target: posted.id })
    expect(follows).toEqual([
      { kind: 'notice', target: posted.id, name: '纸源村2026年度低收入农户拟认定名单公示' },
      { kind: 'item', target: 'ouhai/2/1', name: '低收入农户认定' },
      { ...VILLAGE, name: '纸源村委会' },
    ])
  })

  it('twice, or five times in the same moment, is following once', async () => {
    const person = await newcomer()
    await person.call('subscriptions', 'follow', VILLAGE)
    await Promise.all([1, 2, 3, 4, 5].map(() => person.call('subscriptions', 'follow', VILLAGE)))
    expect(await followed(person)).toHaveLength(1)
  })

  it('ends with unfollowing, which done twice changes nothing', async () => {
    const person = await newcomer()
    await person.call('subscriptions', 'follow', VILLAGE)
    await person.call('subscriptions', 'follow', { kind: 'unit', target: ZEYA_TOWNSHIP })
    await person.call('subscriptions', 'unfollow', VILLAGE)
    const { follows } = await person.call('subscriptions', 'unfollow', VILLAGE)
    expect(follows.map(one => one.target)).toEqual([ZEYA_TOWNSHIP])
  })

  it('is each person’s own', async () => {
    const [one, other] = [await newcomer(), await newcomer()]
    await one.call('subscriptions', 'follow', VILLAGE)
    await other.call('subscriptions', 'unfollow', VILLAGE)
    expect(await followed(one)).toHaveLength(1)
    expect(await followed(other)).toEqual([])
  })

  it.each([
    ['a place that there is not', { kind: 'unit', target: '999999999999' }, 'NOT_FOUND'],
    ['an item that there is not', { kind: 'item', target: 'ouhai/9/9' }, 'NOT_FOUND'],
    ['an item of no district', { kind: 'item', target: '2/1' }, 'NOT_FOUND'],
    ['a notice that there is not', { kind: 'notice', target: 'no-such-notice-01' }, 'NOT_FOUND'],
    ['a kind that there is not', { kind: 'person', target: 'wx:somebody' }, 'INVALID_INPUT'],
    ['something that is no text', { kind: 'unit', target: { $ne: '' } }, 'INVALID_INPUT'],
  ])('%s is refused', async (_name, target, code) => {
    const person = await newcomer()
    expect(await person.refusal('subscriptions', { action: 'follow', ...target })).toMatchObject({ code })
    expect(await followed(person)).toEqual([])
  })

  it('more than a hundred is refused; one that is followed already may be sent again', async () => {
    const person = await newcomer()
    const { units } = await house.anonymous.call('catalog', 'units', { district: 'ouhai' })
    const hundred = units.slice(0, 100).map(({ code, name }) => ({
      _id: `unit:${code}|${person.personId}`,
      personId: person.personId,
      topic: `unit:${code}`,
      kind: 'unit',
      target: code,
      name,
      createdAt: MONDAY,
    }))
    await house.load('follows', hundred)
    const more = { kind: 'unit', target: units[100]?.code ?? '' } as const
    expect(await person.refusal('subscriptions', { action: 'follow', ...more })).toEqual({
      code: 'NOT_READY',
      message: '最多关注 100 个，请先去掉几个',
    })
    const again = { kind: 'unit', target: units[99]?.code ?? '' } as const
    expect((await person.call('subscriptions', 'follow', again)).follows).toHaveLength(100)
  })
})

describe('agreeing to messages', () => {
  it('offers the messages about notices and applications, none of them agreed to yet', async () => {
    const { messages } = await (await newcomer()).call('subscriptions', 'mine', {})
    expect(messages.map(one => [one.event, one.kind, one.remaining, one.banned])).toEqual([
      ['notice-opened', 'one-time', 0, false],
      ['notice-closing', 'one-time', 0, false],
      ['notice-closed', 'one-time', 0, false],
      ['application-step', 'one-time', 0, false],
      ['materials-missing', 'one-time', 0, false],
      ['application-decided', 'one-time', 0, false],
      ['calendar-settled', 'one-time', 0, false],
    ])
  })

  it('counts each consent once, however often it is sent', async () => {
    const person = await newcomer()
    await person.call('subscriptions', 'consent', agreeing('consent-0001', 'accept'))
    const again = [1, 2, 3].map(() =>
      person.call('subscriptions', 'consent', agreeing('consent-0001', 'accept')),
    )
    await Promise.all(again)
    expect(await left(person, OPENED)).toMatchObject({ remaining: 1 })
    await person.call('subscriptions', 'consent', agreeing('consent-0002', 'accept'))
    expect(await left(person, OPENED)).toMatchObject({ remaining: 2 })
  })

  it('sent five times in the same moment by five different taps counts five', async () => {
    const person = await newcomer()
    const taps = [1, 2, 3, 4, 5].map(nth =>
      person.call('subscriptions', 'consent', agreeing(`tap-number-${nth}`, 'accept')),
    )
    await Promise.all(taps)
    expect(await left(person, OPENED)).toMatchObject({ remaining: 5 })
  })

  it('counts every template of one tap', async () => {
    const person = await newcomer()
    const results = [OPENED, CLOSED].map(templateId => ({ templateId, outcome: 'accept' as const }))
    await person.call('subscriptions', 'consent', { consentId: 'consent-both', results })
    expect(await left(person, OPENED)).toMatchObject({ remaining: 1 })
    expect(await left(person, CLOSED)).toMatchObject({ remaining: 1 })
  })

  it.each(['reject', 'filter'] as const)('%s counts nothing and takes nothing', async outcome => {
    const person = await newcomer()
    await person.call('subscriptions', 'consent', agreeing('consent-first', 'accept'))
    await person.call('subscriptions', 'consent', agreeing('consent-second', outcome))
    expect(await left(person, OPENED)).toMatchObject({ remaining: 1, banned: false })
  })

  it('a ban is kept until the person agrees again', async () => {
    const person = await newcomer()
    await person.call('subscriptions', 'consent', agreeing('consent-first', 'accept'))
    await person.call('subscriptions', 'consent', agreeing('consent-ban', 'ban'))
    expect(await left(person, OPENED)).toMatchObject({ remaining: 1, banned: true })
    await person.call('subscriptions', 'consent', agreeing('consent-again', 'accept'))
    expect(await left(person, OPENED)).toMatchObject({ remaining: 2, banned: false })
  })

  it('with a template that there is not counts nothing of that tap', async () => {
    const person = await newcomer()
    const results = [OPENED, 'TEMPLATE-of-last-year'].map(templateId => ({ templateId, outcome: 'accept' }))
    const event = { action: 'consent', consentId: 'consent-half', results }
    expect(await person.refusal('subscriptions', event)).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await left(person, OPENED)).toMatchObject({ remaining: 0 })
  })

  it.each([
    ['without a result', { consentId: 'consent-0001', results: [] }],
    ['with a short id', { consentId: '1', results: [{ templateId: OPENED, outcome: 'accept' }] }],
    [
      'with six templates',
      { consentId: 'consent-0001', results: Array(6).fill({ templateId: OPENED, outcome: 'accept' }) },
    ],
    [
      'with a tap that there is not',
      { consentId: 'consent-0001', results: [{ templateId: OPENED, outcome: 'maybe' }] },
    ],
  ])('%s is refused', async (_name, input) => {
    const event = { action: 'consent', ...input }
    expect(await (await newcomer()).refusal('subscriptions', event)).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('who has not signed in', () => {
  it.each([
    { action: 'mine' },
    { action: 'follow', ...VILLAGE },
    { action: 'unfollow', ...VILLAGE },
    { action: 'consent', ...agreeing('consent-0001', 'accept') },
  ])('is refused $action', async event => {
    expect(await house.anonymous.refusal('subscriptions', event)).toEqual({
      code: 'FORBIDDEN',
      message: '请先登录再办',
    })
  })
})
