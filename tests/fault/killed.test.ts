import * as z from 'zod/mini'
import { job } from '../../shared/subscription/model'
import { brokenAt, chained } from '../cloud/support/chain'
import { creditsLeft, deliveriesOf, follow, told } from '../cloud/support/followers'
import { type House, openHouse } from '../cloud/support/house'
import {
  CLOSE,
  CLOSING,
  MORNING_AFTER,
  POSTED,
  POSTING,
  type Story,
  storyteller,
} from '../cloud/support/story'
import { nameList } from '../cloud/support/writing'
import { type Kill, killableFunctions } from './support/killable'

/** All points with FAULTS=all, else every third, so that `npm test` stays short. */
const STRIDE = process.env.FAULTS === 'all' ? 1 : 3
/** More requests than any one run makes; a sweep ends by itself at a run that was not killed. */
const MOST_REQUESTS = 80

const functions = killableFunctions()
let house: House
let begin: ReturnType<typeof storyteller>
let story: Story
let tried = 0

beforeAll(async () => {
  house = await openHouse(POSTING, { functionsDir: functions.folder })
  begin = storyteller(house)
})
afterAll(async () => {
  await house.stop()
  functions.remove()
  process.stdout.write(`faults tried: ${tried}\n`)
})

/**
 * Kills the function at its 1st, 2nd, … request, each in a story of its own, until a run comes to its end.
 * `strike` starts the run and answers whether it ended; `heal` is what happens later and must find all well.
 */
async function sweep(
  name: string,
  {
    prepare,
    strike,
    heal,
  }: {
    prepare: () => Promise<void>
    strike: () => Promise<boolean>
    heal: (where: string) => Promise<void>
  },
): Promise<void> {
  for (const when of ['before', 'after'] as const) {
    let hasEnded = false
    for (let at = 1; !hasEnded; at += STRIDE) {
      if (at > MOST_REQUESTS) throw new Error(`${name} does not come to an end`)
      story = await begin()
      await prepare()
      const kill: Kill = { function: name, at, when }
      functions.plan(kill)
      hasEnded = await strike()
      functions.plan(null)
      if (!hasEnded) tried += 1
      await heal(`killed ${when} request ${at}`)
    }
  }
}

const hold = async (isHeld: boolean) => {
  for (const timer of ['clock', 'courier']) await house.holdTimer(timer, isHeld)
}
async function fired(name: 'clock' | 'courier'): Promise<boolean> {
  return (await house.fire(name)).every(run => run.ok)
}
async function actionsOf(id: string): Promise<string[]> {
  const [stored] = await house.stored('notices', chained, { _id: id })
  if (!stored) throw new Error(`no notice ${id}`)
  expect(brokenAt(stored)).toBeNull()
  return stored.history.map(entry => entry.action)
}

describe('killed at any of its requests', () => {
  it('the clock loses no transition and makes none twice', async () => {
    let id = ''
    await sweep('clock', {
      prepare: async () => {
        await hold(true)
        id = (await story.post()).id
        await follow(house, story.villager, 'notice', id)
        await house.setTime(POSTED)
      },
      strike: () => fired('clock'),
      heal: async where => {
        await hold(false)
        await house.setTime('2026-09-28T01:05:00.000Z')
        expect({ where, actions: await actionsOf(id) }).toEqual({
          where,
          actions: ['drafted', 'published', 'opened'],
        })
        const jobs = await house.stored('jobs', z.pick(job, { event: true }), { 'matter.id': id })
        expect({ where, jobs }).toEqual({ where, jobs: [{ event: 'notice-opened' }] })
        expect({ where, told: await told(house, story.villager) }).toEqual({ where, told: ['notice-opened'] })
      },
    })
  }, 240_000)

  it('the clock that was away for two weeks still tells what is true, once', async () => {
    let id = ''
    await sweep('clock', {
      prepare: async () => {
        await hold(true)
        id = (await story.post()).id
        await follow(house, story.villager, 'notice', id)
        await house.setTime(CLOSING)
      },
      strike: () => fired('clock'),
      heal: async where => {
        await hold(false)
        // Two messages for one person at once: WeChat may put off the second (43108) by a minute.
        for (const minutes of ['05', '10']) await house.setTime(`2026-10-12T01:${minutes}:00.000Z`)
        for (const now of [CLOSE, MORNING_AFTER]) await house.setTime(now)
        const heard = (await told(house, story.villager)).sort()
        expect({ where, heard }).toEqual({
          where,
          heard: ['notice-closed', 'notice-closing', 'notice-opened'],
        })
        expect(await actionsOf(id)).toEqual(['drafted', 'published', 'opened+closing', 'closed'])
      },
    })
  }, 240_000)

  it('the courier tells everybody once, and spends one credit', async () => {
    let id = ''
    await sweep('courier', {
      prepare: async () => {
        await hold(true)
        id = (await story.post()).id
        await follow(house, story.villager, 'notice', id)
        await follow(house, story.cadre, 'unit', story.village)
        // `follow` agrees to one message of each kind: the last credit, whose second send would be refused.
        await house.setTime(POSTED)
        await house.fire('clock')
      },
      strike: () => fired('courier'),
      heal: async where => {
        await hold(false)
        for (const minutes of ['05', '10', '20']) await house.setTime(`2026-09-28T01:${minutes}:00.000Z`)
        for (const person of [story.villager, story.cadre]) {
          expect({ where, told: await told(house, person) }).toEqual({ where, told: ['notice-opened'] })
          const [one] = await deliveriesOf(house, id, person)
          expect({ where, state: one?.state }).toEqual({ where, state: 'sent' })
        }
        const left = await creditsLeft(house, story.villager, 'notice-opened')
        expect(left).toBeLessThanOrEqual(1)
        expect(await deliveriesOf(house, id)).toHaveLength(2)
      },
    })
  }, 240_000)

  it('a posting is done or not done, and sent again it is done once', async () => {
    let id = ''
    await sweep('notices', {
      prepare: async () => {
        const { draft } = await story.cadre.call(
          'notices',
          'draft',
          nameList('2026-09-28', { unit: story.village }),
        )
        id = draft.id
      },
      strike: () => answered(story.cadre.call('notices', 'publish', { id, version: 1 })),
      heal: async where => {
        const { window } = await story.cadre.call('notices', 'publish', { id, version: 1 })
        expect(window.number).toBe(1)
        expect({ where, actions: await actionsOf(id) }).toEqual({ where, actions: ['drafted', 'published'] })
      },
    })
  }, 240_000)

  it('a draft is saved or not saved, and sent again it is saved once', async () => {
    let id = ''
    const save = () =>
      story.cadre.call('notices', 'draft', { ...nameList('2026-09-28', { unit: story.village }), id })
    await sweep('notices', {
      prepare: async () => {
        id = `draft-by-${story.cadre.id}`
      },
      strike: () => answered(save()),
      heal: async where => {
        expect((await save()).draft.version).toBe(1)
        expect({ where, actions: await actionsOf(id) }).toEqual({ where, actions: ['drafted'] })
      },
    })
  }, 240_000)

  it('a consent is counted once, however often it is sent', async () => {
    const results = [{ templateId: 'TEMPLATE-notice-opened', outcome: 'accept' as const }]
    const consent = () =>
      story.villager.call('subscriptions', 'consent', { consentId: `tap-by-${story.villager.id}`, results })
    await sweep('subscriptions', {
      prepare: async () => {},
      strike: () => answered(consent()),
      heal: async where => {
        await consent()
        const left = await creditsLeft(house, story.villager, 'notice-opened')
        expect({ where, left }).toEqual({ where, left: 1 })
      },
    })
  }, 240_000)
})

/** False where the call had no answer, as for a phone whose connection is cut. */
async function answered(call: Promise<unknown>): Promise<boolean> {
  try {
    await call
    return true
  } catch {
    return false
  }
}
