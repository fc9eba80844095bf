import * as z from 'zod/mini'
import { job } from '../../shared/subscription/model'
import { APPLICATION_EVENTS } from '../../shared/subscription/topics'
import { finish } from '../cloud/support/cases/posting'
import { type Stage, stageIn } from '../cloud/support/cases/stage'
import { brokenAt, chained } from '../cloud/support/chain'
import { agree, told } from '../cloud/support/followers'
import { type House, openHouse, type Person } from '../cloud/support/house'
import {
  announceInMaoao,
  applyInMaoao,
  type HouseholdCase,
  storedCase,
  toVillagePublicity,
} from '../cloud/support/household-case'
import { killableFunctions } from './support/killable'
import { sweep } from './support/sweep'

/** Monday 23 November 2026, 9:00 in Beijing. */
const MONDAY = '2026-11-23T01:00:00.000Z'
/** An hour later, when all of it is prepared. */
const AN_HOUR_LATER = '2026-11-23T02:00:00.000Z'
const NOTICE = 'killed-notice'
const TEN_HOURS = 10 * 60 * 60_000

const anything = z.looseObject({ _id: z.string() })

const functions = killableFunctions()
let house: House
let stage: Stage
let made: HouseholdCase
/** The case as it stands before its notice is up, the notice as a draft, and both once it is up. */
let waiting: z.infer<typeof anything>
let draft: z.infer<typeof anything>
let held: z.infer<typeof anything>
let posted: z.infer<typeof anything>
let version = 0
let closesAt = ''
let cadre: Person

beforeAll(async () => {
  house = await openHouse(MONDAY, { functionsDir: functions.folder })
  for (const timer of ['clock', 'courier']) await house.holdTimer(timer, true)
  stage = await stageIn(house)
  made = await applyInMaoao(stage, 'killed-case-0000')
  await agree(house, made.owner, APPLICATION_EVENTS, 200)
  await toVillagePublicity(stage, made.id)
  for (const timer of ['clock', 'courier'] as const) await house.fire(timer)
  waiting = await documentOf('applications', made.id)
  cadre = await announceInMaoao(stage, [made.id], NOTICE)
  version = await finish(cadre, NOTICE, stage.forms)
  draft = await documentOf('notices', NOTICE)
  const { window } = await cadre.call('notices', 'publish', { id: NOTICE, version })
  closesAt = window.closesAt ?? ''
  held = await documentOf('applications', made.id)
  posted = await documentOf('notices', NOTICE)
  await over()
})
afterAll(async () => {
  await house.stop()
  functions.remove()
})

async function documentOf(collection: string, id: string) {
  const [found] = await house.stored(collection, anything, { _id: id })
  if (found === undefined) throw new Error(`no ${id} in ${collection}`)
  return found
}
/** Nothing of what was tried before is due any more. */
async function over(): Promise<void> {
  for (const collection of ['applications', 'notices']) {
    const due = await house.stored(collection, anything, { nextTransitionAt: { $ne: null } })
    await house.load(
      collection,
      due.map(one => ({ ...one, nextTransitionAt: null, applicationsBehind: false })),
    )
  }
}

let tried = 0
/** The same case once more, under its own id and code, with the notice it is in. */
async function another(application: object, notice: object) {
  await over()
  tried += 1
  const nth = String(tried).padStart(4, '0')
  const [id, noticeId, trackCode] = [`killed-case-${nth}`, `killed-notice-${nth}`, `KKKKKK${nth}`]
  const text = JSON.stringify(application).replaceAll(NOTICE, noticeId)
  await house.load('applications', [{ ...anything.parse(JSON.parse(text)), _id: id, trackCode }])
  await house.load('notices', [{ ...notice, _id: noticeId, applications: [id] }])
  await made.owner.call('subscriptions', 'follow', { kind: 'application', target: trackCode })
  return { id, noticeId, unfollow: { kind: 'application' as const, target: trackCode } }
}

async function fired(name: 'clock' | 'courier'): Promise<boolean> {
  return (await house.fire(name)).every(run => run.ok)
}
async function actionsOf(id: string): Promise<string[]> {
  const stored = chained.parse(await documentOf('applications', id))
  expect(brokenAt(stored)).toBeNull()
  return stored.history.map(entry => entry.action)
}

describe('killed at any of its requests', () => {
  it('the clock closes a publicity once, and tells it once', async () => {
    await sweep(functions, 'clock', {
      prepare: async () => {
        await house.setTime(closesAt)
        return another(held, posted)
      },
      strike: () => fired('clock'),
      heal: async ({ id, unfollow }, where) => {
        for (let run = 0; run < 2; run++) await house.fire('clock')
        const { state, untold } = await storedCase(house, id)
        expect({ where, step: state.step, untold }).toEqual({ where, step: 'town-report', untold: [] })
        const closings = (await actionsOf(id)).filter(action => action === 'publicity-closed')
        expect({ where, closings: closings.length }).toEqual({ where, closings: 1 })
        const jobs = await house.stored('jobs', z.pick(job, { event: true }), { 'matter.id': id })
        expect({ where, jobs }).toEqual({ where, jobs: [{ event: 'application-step' }] })
        await house.setTime(new Date(Date.parse(closesAt) + TEN_HOURS).toISOString())
        for (let run = 0; run < 2; run++) await house.fire('courier')
        expect({ where, told: await told(house, made.owner, id) }).toEqual({
          where,
          told: ['application-step'],
        })
        await made.owner.call('subscriptions', 'unfollow', unfollow)
      },
    })
  }, 400_000)

  it('the clock brings a posted notice to its households once', async () => {
    await sweep(functions, 'clock', {
      prepare: async () => {
        await house.setTime(AN_HOUR_LATER)
        return another(waiting, { ...posted, applicationsBehind: true, nextTransitionAt: null })
      },
      strike: () => fired('clock'),
      heal: async ({ id, noticeId, unfollow }, where) => {
        await house.fire('clock', 2)
        await isUpOnce(id, noticeId, where)
        await made.owner.call('subscriptions', 'unfollow', unfollow)
      },
    })
  }, 400_000)

  it('a posting brings its households on, by itself or by the clock', async () => {
    await sweep(functions, 'notices', {
      prepare: async () => {
        await house.setTime(AN_HOUR_LATER)
        return another(waiting, draft)
      },
      strike: ({ noticeId }) => answered(cadre.call('notices', 'publish', { id: noticeId, version })),
      heal: async ({ id, noticeId, unfollow }, where) => {
        await cadre.call('notices', 'publish', { id: noticeId, version })
        await house.fire('clock')
        await isUpOnce(id, noticeId, where)
        await made.owner.call('subscriptions', 'unfollow', unfollow)
      },
    })
  }, 400_000)
})

async function isUpOnce(id: string, noticeId: string, where: string): Promise<void> {
  const { state } = await storedCase(house, id)
  expect({ where, publicity: state.publicity }).toEqual({
    where,
    publicity: expect.objectContaining({ noticeId, round: 1 }),
  })
  const postings = (await actionsOf(id)).filter(action => action === 'notice-posted')
  expect({ where, postings: postings.length }).toEqual({ where, postings: 1 })
  const { applicationsBehind } = await documentOf('notices', noticeId)
  expect({ where, applicationsBehind }).toEqual({ where, applicationsBehind: false })
}

/** False where the call had no answer, as for a phone whose connection is cut. */
async function answered(call: Promise<unknown>): Promise<boolean> {
  try {
    await call
    return true
  } catch {
    return false
  }
}
