import { application } from '../../shared/application/model'
import { handInPhoto } from '../cloud/support/cases/photo'
import { brokenAt } from '../cloud/support/chain'
import { type House, openHouse, type Person } from '../cloud/support/house'
import { MAOAO_VILLAGE } from '../cloud/support/writing'
import { idNumber } from '../unit/privacy/people'
import { type Kill, killableFunctions } from './support/killable'

/** All points with FAULTS=all, else every third, so that `npm test` stays short. */
const STRIDE = process.env.FAULTS === 'all' ? 1 : 3
const MOST_REQUESTS = 80

const functions = killableFunctions()
let house: House
let people = 0

beforeAll(async () => {
  house = await openHouse('2026-11-23T01:00:00.000Z', { functionsDir: functions.folder })
})
afterAll(async () => {
  await house.stop()
  functions.remove()
})

async function stored(id: string) {
  const found = await house.stored('applications', application, { _id: id })
  return found[0] ?? null
}

/** A household that has put its photo up, and what it is about to send. */
async function aboutToApply() {
  people += 1
  const person = await house.welcome(`killed-${people}`)
  const id = `killed-application-${people}`
  const born = new Date(Date.UTC(1951, 0, people)).toISOString().slice(0, 10)
  const sent = {
    id,
    district: 'jiangbei',
    procedure: 'JB.1',
    start: 'apply',
    unit: MAOAO_VILLAGE,
    way: 'self' as const,
    subject: {
      kind: 'household' as const,
      name: '虞样甲',
      idNumber: idNumber('330205', born),
      phone: '13800000000',
      address: '',
      people: 2,
      bankAccount: '',
      reason: '',
    },
    family: [],
    agent: null,
    partners: {},
    materials: [await handInPhoto(person, id, '户口簿')],
  }
  return { person, id, sent }
}

/** Kills the call at its 1st, 2nd, … request, each time for another household, until one comes to its end. */
async function sweep(strike: (kill: Kill) => Promise<boolean>): Promise<number> {
  let killed = 0
  for (const when of ['before', 'after'] as const) {
    for (let at = 1; await strike({ function: 'applications', at, when }); at += STRIDE) {
      killed += 1
      if (at > MOST_REQUESTS) throw new Error('the call does not come to an end')
    }
  }
  return killed
}

/** True where the call died of it. */
async function diesOf(kill: Kill, call: () => Promise<unknown>): Promise<boolean> {
  functions.plan(kill)
  const isDead = await call().then(
    () => false,
    () => true,
  )
  functions.plan(null)
  return isDead
}

async function followsOf(person: Person): Promise<number> {
  return (await person.call('subscriptions', 'mine', {})).follows.length
}

describe('killed at any of its requests, and sent again', () => {
  it('an application is made once, with its number, and is followed', async () => {
    const killed = await sweep(async kill => {
      const { person, id, sent } = await aboutToApply()
      const send = () => person.call('applications', 'submit', sent)
      const isDead = await diesOf(kill, send)
      const { application: page } = await send()
      expect({ kill, step: page.step, materials: page.materials.length }).toEqual({
        kill,
        step: 'village-accept',
        materials: 1,
      })
      const made = await house.stored('applications', application, { ownerId: person.personId })
      expect({ kill, made: made.length, follows: await followsOf(person) }).toEqual({
        kill,
        made: 1,
        follows: 1,
      })
      expect(page.caseNo).toMatch(/^SQ2026-\d{6}$/)
      const found = await stored(id)
      expect(found && brokenAt(found)).toBeNull()
      return isDead
    })
    expect(killed).toBeGreaterThan(2)
    const all = await house.stored('applications', application)
    expect(new Set(all.map(({ caseNo }) => caseNo)).size).toBe(all.length)
  }, 240_000)

  it('what is missing is handed in once: with its photo it lies with the village, or nothing has changed', async () => {
    const killed = await sweep(async kill => {
      const { person, id, sent } = await aboutToApply()
      const { application: first } = await person.call('applications', 'submit', sent)
      const asking = { type: 'ask' as const, to: 'apply', items: ['收入证明'] }
      const { case: asked } = await house
        .as('jiangbei-cadre')
        .call('applications', 'act', { id, version: first.version, as: '村民委员会', handling: asking })
      const materials = [await handInPhoto(person, id, '收入证明')]
      const supplying = { id, version: asked.version, materials }
      const isDead = await diesOf(kill, () => person.call('applications', 'supply', supplying))
      const halfway = await stored(id)
      expect({ kill, half: [halfway?.state.step, halfway?.materials.length] }).toEqual({
        kill,
        half: halfway?.version === asked.version ? ['apply', 1] : ['village-accept', 2],
      })
      const { application: page } = await person.call('applications', 'supply', supplying)
      expect({ kill, step: page.step, version: page.version, materials: page.materials.length }).toEqual({
        kill,
        step: 'village-accept',
        version: asked.version + 1,
        materials: 2,
      })
      const found = await stored(id)
      expect(found && brokenAt(found)).toBeNull()
      return isDead
    })
    expect(killed).toBeGreaterThan(2)
  }, 240_000)
})
