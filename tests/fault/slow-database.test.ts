import * as z from 'zod/mini'
import { job } from '../../shared/subscription/model'
import { deliveriesOf, told } from '../cloud/support/followers'
import { type House, openHouse, type Person } from '../cloud/support/house'
import { POSTED, POSTING, type Story, storyteller } from '../cloud/support/story'
import { laboriousFunctions } from './support/laborious'

/** Two pages and a half of followers. */
const FOLLOWERS = 250
/** A page of a hundred takes longer than a run may write deliveries. */
const REQUEST_MS = 200

const functions = laboriousFunctions()
let house: House
let story: Story
let id: string

beforeAll(async () => {
  house = await openHouse(POSTING, { functionsDir: functions.folder })
  story = await storyteller(house)()
  for (const timer of ['clock', 'courier']) await house.holdTimer(timer, true)
  id = (await story.post()).id
})
afterAll(async () => {
  await house.stop()
  functions.remove()
})

/** One with a credit, so that the message goes out; the others have agreed to none. */
async function crowd(): Promise<Person> {
  const people = Array.from({ length: FOLLOWERS }, (_, nth) => `wx:o-nobody-${nth}`)
  const topic = `notice:${id}`
  const target = { kind: 'notice', target: id, name: '试验', createdAt: POSTING }
  await house.load(
    'follows',
    people.map(personId => ({ _id: `${topic}|${personId}`, personId, topic, ...target })),
  )
  const last = await house.welcome('zz-last-of-all')
  await last.call('subscriptions', 'follow', { kind: 'notice', target: id })
  const results = [{ templateId: 'TEMPLATE-notice-opened', outcome: 'accept' as const }]
  await house.tapInWeChat(last, { 'TEMPLATE-notice-opened': 'accept' })
  await last.call('subscriptions', 'consent', { consentId: 'consent-of-the-last', results })
  return last
}
const written = async () => (await deliveriesOf(house, id)).length
const jobState = async () =>
  (await house.stored('jobs', z.pick(job, { state: true }), { 'matter.id': id })).map(one => one.state)

describe('a courier whose database is slow', () => {
  it('ends by itself after a page of followers, and the next run goes on at once from there', async () => {
    const last = await crowd()
    await house.setTime(POSTED)
    await house.fire('clock')
    functions.requestsTake(REQUEST_MS)
    for (const soFar of [100, 200]) {
      const [run] = await house.fire('courier')
      expect(run?.answer).toMatchObject({ ok: true })
      expect(await written()).toBe(soFar)
      expect(await jobState()).toEqual(['open'])
    }
    functions.requestsTake(0)
    await house.fire('courier')
    await house.fire('courier')
    expect(await jobState()).toEqual(['done'])
    expect(await written()).toBe(FOLLOWERS + 1)
    expect(await told(house, last, id)).toEqual(['notice-opened'])
  })
})
