import * as z from 'zod/mini'
import { personas } from '../../scripts/trial/personas'
import { notice } from '../../shared/notice/model'
import { type House, openHouse, type Person } from './support/house'
import {
  type DraftInput,
  MAOAO_VILLAGE,
  OUHAI_DISTRICT,
  policyFile,
  ZEYA_TOWNSHIP,
  ZHIYUAN_VILLAGE,
} from './support/writing'

const MONDAY = '2026-09-28T01:00:00.000Z'
const MISSING = 'no-such-notice-01'

/** Where a notice is drafted, and by whom: the cadre of that very unit. */
const UNITS = [
  { unit: ZHIYUAN_VILLAGE, district: 'ouhai', item: '1/3', cadre: 'ouhai-cadre', name: '纸源村' },
  { unit: ZEYA_TOWNSHIP, district: 'ouhai', item: '1/3', cadre: 'ouhai-reviewer', name: '泽雅镇' },
  { unit: OUHAI_DISTRICT, district: 'ouhai', item: '1/3', cadre: 'ouhai-officer', name: '瓯海区' },
  { unit: MAOAO_VILLAGE, district: 'jiangbei', item: 'JB/1', cadre: 'jiangbei-cadre', name: '毛岙村' },
]
type Unit = (typeof UNITS)[number]
const PEOPLE = [...personas.map(one => one.id), 'former-cadre', 'anonymous']
const CELLS = PEOPLE.flatMap(person => UNITS.map(unit => ({ person, unit, of: unit.name })))

let house: House
const drafts = new Map<string, string>()
let former: Person

beforeAll(async () => {
  house = await openHouse(MONDAY)
  former = await house.welcome('former-cadre')
  await house.load('members', [
    {
      _id: 'former-1',
      personId: former.personId,
      unit: ZHIYUAN_VILLAGE,
      role: 'cadre',
      until: '2026-06-30T16:00:00.000Z',
    },
    {
      _id: 'former-2',
      personId: former.personId,
      unit: MAOAO_VILLAGE,
      role: 'cadre',
      until: '2026-06-30T16:00:00.000Z',
    },
  ])
  for (const unit of UNITS) {
    const { draft } = await house.as(unit.cadre).call('notices', 'draft', draftFor(unit))
    drafts.set(unit.unit, draft.id)
  }
})
afterAll(() => house.stop())

function draftFor({ unit, district, item }: Unit): DraftInput {
  return policyFile('2026-09-28', { unit, district, item })
}
function personNamed(id: string): Person {
  if (id === 'former-cadre') return former
  return id === 'anonymous' ? house.anonymous : house.as(id)
}
const draftOf = ({ unit }: Unit) => drafts.get(unit) ?? ''
const isItsCadre = (person: string, unit: Unit) => unit.cadre === person
const REFUSED = CELLS.filter(({ person, unit }) => !isItsCadre(person, unit))

/** The actions on one draft, each as an event for the id. */
const ON_A_DRAFT = {
  open: (id: string) => ({ action: 'open', id }),
  preview: (id: string) => ({ action: 'preview', id }),
  publish: (id: string) => ({ action: 'publish', id, version: 1 }),
}
const whole = z.pick(notice, { version: true, status: true, values: true, rows: true, history: true })
const stateOf = (unit: Unit) => house.stored('notices', whole, { _id: draftOf(unit) })

describe('a draft belongs to the cadres of its very unit', () => {
  it.each(UNITS)('its own cadre may open, preview and list it in $name, and save it on', async unit => {
    const cadre = house.as(unit.cadre)
    const id = draftOf(unit)
    await expect(cadre.call('notices', 'open', { id })).resolves.toMatchObject({ draft: { id } })
    await expect(cadre.call('notices', 'preview', { id })).resolves.toMatchObject({ notice: { id } })
    const { drafts: shown } = await cadre.call('notices', 'desk', { unit: unit.unit })
    expect(shown.map(one => one.id)).toContain(id)
    const again = await cadre.call('notices', 'draft', { ...draftFor(unit), id, version: 1 })
    expect(again.draft.version).toBe(2)
    const other = await cadre.call('notices', 'draft', draftFor(unit))
    drafts.set(unit.unit, other.draft.id)
  })

  it.each(REFUSED)('$person may do nothing with that of $of, and cannot tell it is there', async cell => {
    const person = personNamed(cell.person)
    const before = await stateOf(cell.unit)
    for (const [name, event] of Object.entries(ON_A_DRAFT)) {
      const refused = await person.refusal('notices', event(draftOf(cell.unit)))
      expect({ name, ...refused }).toEqual({
        name,
        code: 'NOT_FOUND',
        message: '没有找到这份草稿，或者它不是您单位的',
      })
      expect(refused).toEqual(await person.refusal('notices', event(MISSING)))
    }
    expect(await stateOf(cell.unit)).toEqual(before)
  })

  it.each(REFUSED)('$person may neither write for $of nor see its desk', async cell => {
    const person = personNamed(cell.person)
    const before = await stateOf(cell.unit)
    const events = [
      { action: 'draft', ...draftFor(cell.unit) },
      { action: 'draft', ...draftFor(cell.unit), id: draftOf(cell.unit), version: 1 },
      { action: 'draft', ...draftFor(cell.unit), id: MISSING, version: 1 },
      { action: 'desk', unit: cell.unit.unit },
    ]
    const refusals = await Promise.all(events.map(event => person.refusal('notices', event)))
    expect(new Set(refusals.map(one => one.code))).toEqual(new Set(['FORBIDDEN']))
    expect(new Set(refusals.map(one => one.message)).size).toBe(1)
    expect(await stateOf(cell.unit)).toEqual(before)
  })

  it('a cadre who names the own unit cannot lay hands on another unit’s draft', async () => {
    const [village, township] = UNITS
    if (!village || !township) throw new Error('the units have changed')
    const event = (id: string) => ({ action: 'draft', ...draftFor(village), id, version: 1 })
    const cadre = house.as(village.cadre)
    const refused = await cadre.refusal('notices', event(draftOf(township)))
    expect(refused).toEqual(await cadre.refusal('notices', event(MISSING)))
    expect(refused.code).toBe('NOT_FOUND')
  })

  it('an identity in the event counts for nothing', async () => {
    const [village] = UNITS
    if (!village) throw new Error('the units have changed')
    const { personId } = house.as(village.cadre)
    const openid = personId.replace('wx:', '')
    const forged = {
      openid,
      personId,
      WX_OPENID: openid,
      userInfo: { openId: openid },
      caller: { personId },
      TCB_UUID: 'uuid-ouhai-cadre',
    }
    const resident = house.as('ouhai-resident')
    for (const event of Object.values(ON_A_DRAFT)) {
      const refused = await resident.refusal('notices', { ...event(draftOf(village)), ...forged })
      expect(refused.code).toBe('NOT_FOUND')
    }
    const draft = { action: 'draft', ...draftFor(village), ...forged }
    expect((await resident.refusal('notices', draft)).code).toBe('FORBIDDEN')
  })

  it('an unknown place is answered like somebody else’s', async () => {
    const resident = house.as('ouhai-resident')
    const known = await resident.refusal('notices', { action: 'desk', unit: ZHIYUAN_VILLAGE })
    expect(await resident.refusal('notices', { action: 'desk', unit: '999999999999' })).toEqual(known)
  })
})

describe('a draft is nowhere to be seen', () => {
  it.each(PEOPLE)('%s gets the answer for a notice that there is not', async person => {
    const missing = await personNamed(person).refusal('notices', { action: 'get', id: MISSING })
    for (const unit of UNITS) {
      const refused = await personNamed(person).refusal('notices', { action: 'get', id: draftOf(unit) })
      expect(refused).toEqual(missing)
      expect(refused.code).toBe('NOT_FOUND')
    }
  })

  it.each(['open', 'closing', 'closed'] as const)('on no board, in no state: %s', async status => {
    for (const unit of UNITS) {
      const { notices } = await house.anonymous.call('notices', 'list', { unit: unit.unit, status })
      expect(notices).toEqual([])
    }
  })

  it('in no search, by the words of its title or one character', async () => {
    for (const word of ['示例帮扶办法', '帮扶', '帮', '区委农办']) {
      const { notices } = await house.anonymous.call('notices', 'search', { district: 'ouhai', word })
      expect(notices).toEqual([])
    }
  })

  it('and cannot be followed', async () => {
    const [village] = UNITS
    if (!village) throw new Error('the units have changed')
    const resident = house.as('ouhai-resident')
    const follow = (target: string) => ({ action: 'follow', kind: 'notice', target })
    const refused = await resident.refusal('subscriptions', follow(draftOf(village)))
    expect(refused).toEqual(await resident.refusal('subscriptions', follow(MISSING)))
  })
})

describe('who holds an office', () => {
  it('is told of each, with whether it may post', async () => {
    const me = await house.as('ouhai-reviewer').call('members', 'me', {})
    expect(me).toMatchObject({ signedIn: true, canReceiveMessages: true })
    expect(me.posts.map(({ unitName, role, mayPost }) => [unitName, role, mayPost])).toEqual([
      ['泽雅镇', 'reviewer', false],
      ['泽雅镇', 'cadre', true],
    ])
  })

  it('no more, is not', async () => {
    expect((await former.call('members', 'me', {})).posts).toEqual([])
  })

  it('is nobody who has not signed in', async () => {
    expect(await house.anonymous.call('members', 'me', {})).toEqual({
      signedIn: false,
      personId: null,
      canReceiveMessages: false,
      posts: [],
    })
  })

  it('loses it at once: the cadre of this morning is refused at noon', async () => {
    const cadre = await house.welcome('cadre-until-noon')
    const office = { _id: 'until-noon', personId: cadre.personId, unit: ZHIYUAN_VILLAGE, role: 'cadre' }
    await house.load('members', [{ ...office, until: null }])
    await cadre.call('notices', 'desk', { unit: ZHIYUAN_VILLAGE })
    await house.load('members', [{ ...office, until: '2026-09-28T04:00:00.000Z' }])
    const refused = await cadre.refusal('notices', { action: 'desk', unit: ZHIYUAN_VILLAGE })
    expect(refused.code).toBe('FORBIDDEN')
  })
})

describe('the timers answer the platform alone', () => {
  it.each(PEOPLE)('%s can make the system neither open, close nor send', async person => {
    for (const name of ['clock', 'courier']) {
      for (const event of [{}, { Type: 'Timer', TriggerName: 'everyMinute', Time: MONDAY, Message: '' }]) {
        expect(await personNamed(person).refusal(name, event)).toMatchObject({ code: 'FORBIDDEN' })
      }
    }
  })
})
