import * as z from 'zod/mini'
import type { BoardStatus } from '../../shared/contract/notices'
import { type House, openHouse } from './support/house'
import {
  MAOAO_VILLAGE,
  nameList,
  OUHAI_DISTRICT,
  type Posted,
  policyFile,
  post,
  roadProject,
  ZEYA_TOWNSHIP,
  ZHIYUAN_VILLAGE,
} from './support/writing'

/** Monday 28 September 2026, 9:00 in Beijing. The name list closes on Tuesday 13 October, the road on the 8th. */
const MONDAY = '2026-09-28T01:00:00.000Z'
const DAY = '2026-09-28'
/** The first instant after Tuesday 13 October in Beijing. */
const LIST_CLOSES = '2026-10-13T16:00:00.000Z'
/** 景山街道, another township of the district. */
const ELSEWHERE_TOWNSHIP = '330304001'

let house: House
let list: Posted
let road: Posted
let policy: Posted

beforeAll(async () => {
  house = await openHouse(MONDAY)
  list = await post(house.as('ouhai-cadre'), nameList(DAY))
  road = await post(house.as('ouhai-cadre'), roadProject(DAY))
  policy = await post(house.as('ouhai-officer'), policyFile(DAY))
})
afterAll(() => house.stop())

async function board(unit: string, status: BoardStatus = 'open'): Promise<string[]> {
  const { notices } = await house.anonymous.call('notices', 'list', { unit, status })
  return notices.map(one => one.id)
}
async function found(word: string, district = 'ouhai'): Promise<string[]> {
  const { notices } = await house.anonymous.call('notices', 'search', { district, word })
  return notices.map(one => one.id)
}
async function page(id: string) {
  return (await house.anonymous.call('notices', 'get', { id })).notice
}

describe('the boards', () => {
  it('a village shows its own and what was posted above it, soonest end first', async () => {
    expect(await board(ZHIYUAN_VILLAGE)).toEqual([road.id, list.id, policy.id])
  })

  it.each([
    ['its township', ZEYA_TOWNSHIP],
    ['its district', OUHAI_DISTRICT],
  ])('%s shows the village’s too', async (_name, unit) => {
    expect(await board(unit)).toEqual([road.id, list.id, policy.id])
  })

  it('a neighbour’s shows what the district posted, but not the neighbour’s', async () => {
    const { units } = await house.anonymous.call('catalog', 'units', { district: 'ouhai' })
    const neighbour = units.find(one => one.parent === ZEYA_TOWNSHIP && one.code !== ZHIYUAN_VILLAGE)
    expect(await board(neighbour?.code ?? '')).toEqual([policy.id])
    expect(await board(ELSEWHERE_TOWNSHIP)).toEqual([policy.id])
  })

  it('another district’s shows none of it', async () => {
    expect(await board(MAOAO_VILLAGE)).toEqual([])
    expect(await board('330205')).toEqual([])
  })

  it('one item’s alone', async () => {
    const input = { unit: ZHIYUAN_VILLAGE, item: '3/3' }
    const { notices, unit } = await house.anonymous.call('notices', 'list', input)
    expect(notices.map(one => one.id)).toEqual([road.id])
    expect(unit).toEqual({ code: ZHIYUAN_VILLAGE, name: '纸源村委会', districtId: 'ouhai' })
  })

  it('a card holds how many households and until when, and neither names nor contents', async () => {
    const { notices } = await house.anonymous.call('notices', 'list', { unit: ZHIYUAN_VILLAGE })
    const card = notices.find(one => one.id === list.id)
    expect(card).toMatchObject({ households: 2, publisher: '纸源村委会', example: false })
    expect(card?.window).toMatchObject({ lastDay: '2026-10-13', unit: 'workday', provisional: false })
    expect(card?.window.countedDays).toHaveLength(7)
    expect(JSON.stringify(notices)).not.toContain('示例受理窗口')
  })

  it('of a place that there is not is refused', async () => {
    const refused = await house.anonymous.refusal('notices', { action: 'list', unit: '999999999999' })
    expect(refused).toEqual({ code: 'NOT_FOUND', message: '没有找到这个村或镇街，请重新选择' })
  })

  it.each(['', 'soon|x', '2026-10-13T16:00:00.000Z', '2026-10-13T16:00:00.000Z|a|b', '|'])(
    'from a place no list gave out, %p, is refused',
    async after => {
      const event = { action: 'list', unit: ZHIYUAN_VILLAGE, after }
      expect(await house.anonymous.refusal('notices', event)).toMatchObject({ code: 'INVALID_INPUT' })
    },
  )
})

describe('search', () => {
  it.each([
    ['words of the title', '低收入农户', () => [list.id]],
    ['one character', '拟', () => [list.id, road.id]],
    ['two words', '纸源 名单', () => [list.id]],
    ['the item', '镇街扶贫建设', () => [road.id]],
    ['the publisher', '区委农办', () => [policy.id]],
    ['full-width digits', '２０２６年度', () => [list.id, road.id]],
  ])('finds by %s, latest end first', async (_name, word, expected) => {
    expect(await found(word)).toEqual(expected())
  })

  it('finds nobody by name, and nothing by what stands in the contents', async () => {
    for (const word of ['林示例', '欧阳', '晒谷场', '0577']) expect(await found(word)).toEqual([])
  })

  it('finds nothing of another district', async () => {
    expect(await found('低收入农户', 'jiangbei')).toEqual([])
  })

  it.each(['', '   ', '。！', '$'])('for %p asks for a word', async word => {
    const event = { action: 'search', district: 'ouhai', word }
    const refused = await house.anonymous.refusal('notices', event)
    expect(refused.code).toBe('INVALID_INPUT')
    expect(refused.message).toMatch(/请写要找的字/)
  })
})

describe('a long board', () => {
  /** As many notices closing in the same instant as fill two pages and begin a third. */
  const TWINS = 45
  const VILLAGE = '330304108999'

  beforeAll(async () => {
    const [whole] = await house.stored('notices', z.looseObject({ _id: z.string() }), { _id: road.id })
    const twins = Array.from({ length: TWINS }, (_, nth) => ({
      ...whole,
      _id: `twin-${((nth * 7919) % 1000).toString().padStart(4, '0')}`,
      boards: [VILLAGE],
    }))
    await house.load('notices', twins)
    await house.load('units', [
      {
        _id: VILLAGE,
        districtId: 'ouhai',
        level: 'village',
        name: '试验村委会',
        parent: ZEYA_TOWNSHIP,
        path: [OUHAI_DISTRICT, ZEYA_TOWNSHIP, VILLAGE],
      },
    ])
  })

  async function walk(limit: number, status: BoardStatus): Promise<string[][]> {
    const pages: string[][] = []
    for (let after: string | null = ''; after !== null; ) {
      const from = after === '' ? {} : { after }
      const input = { unit: VILLAGE, status, limit, ...from }
      const answer: { notices: { id: string }[]; next: string | null } = await house.anonymous.call(
        'notices',
        'list',
        input,
      )
      pages.push(answer.notices.map(one => one.id))
      after = answer.next
    }
    return pages
  }

  it('of notices closing in the same instant loses no card and shows none twice', async () => {
    const pages = await walk(20, 'open')
    expect(pages.map(one => one.length)).toEqual([20, 20, 5])
    expect(new Set(pages.flat()).size).toBe(TWINS)
  })

  it('ends with its last card, not with an empty page', async () => {
    expect((await walk(15, 'open')).map(one => one.length)).toEqual([15, 15, 15])
  })

  it('is at most twenty cards a page', async () => {
    const event = { action: 'list', unit: VILLAGE, limit: 21 }
    expect(await house.anonymous.refusal('notices', event)).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('around the second of the close', () => {
  it('on the day before the last it is about to close, on its tab', async () => {
    await house.setTime('2026-10-12T02:00:00.000Z')
    expect(await board(ZHIYUAN_VILLAGE, 'closing')).toEqual([list.id])
    expect(await board(ZHIYUAN_VILLAGE, 'closed')).toEqual([road.id])
  })

  it('two days before the last it is not', async () => {
    await house.setTime('2026-10-11T15:59:50.000Z')
    expect(await board(ZHIYUAN_VILLAGE, 'closing')).toEqual([])
    await house.setTime('2026-10-11T16:00:00.000Z')
    expect(await board(ZHIYUAN_VILLAGE, 'closing')).toEqual([list.id])
  })

  it('minutes before it is open, with the names masked', async () => {
    await house.setTime('2026-10-13T15:55:00.000Z')
    const shown = await page(list.id)
    expect(shown.list).toMatchObject({ names: 'present', total: 2, goneFrom: '2026-10-14' })
    expect(shown.list?.rows.map(row => row.name)).toEqual(['林*例', '欧阳**'])
    expect(await board(ZHIYUAN_VILLAGE)).toEqual([list.id, policy.id])
  })

  it('before the second of the close the names are there, from it on they are gone', async () => {
    // The clock runs on while the timers fire, so the time of each answer decides what it must hold.
    await house.holdTimer('clock', true)
    await house.holdTimer('courier', true)
    await house.setTime('2026-10-13T15:59:57.000Z')
    const seen = new Set<string>()
    while (!seen.has('gone')) {
      const { now, notice } = await house.anonymous.call('notices', 'get', { id: list.id })
      const isClosed = now >= LIST_CLOSES
      expect(notice.list?.names).toBe(isClosed ? 'retired' : 'present')
      expect(notice.list?.rows).toHaveLength(isClosed ? 0 : 2)
      seen.add(isClosed ? 'gone' : 'there')
    }
    expect(seen).toEqual(new Set(['there', 'gone']))
  })

  it('so though no timer has run: the page waits for none', async () => {
    const shown = await page(list.id)
    const text = JSON.stringify(shown)
    expect(text).not.toContain('林')
    expect(text).not.toContain('欧阳')
    expect(shown.list).toMatchObject({ names: 'retired', rows: [], total: 2 })
    expect(shown).toMatchObject({ title: '纸源村2026年度低收入农户拟认定名单公示', publisher: '纸源村委会' })
    expect(await board(ZHIYUAN_VILLAGE)).toEqual([policy.id])
    expect(await board(ZHIYUAN_VILLAGE, 'closed')).toEqual([list.id, road.id])
  })

  it('and so it stays once the timers have run', async () => {
    const before = await page(list.id)
    await house.holdTimer('clock', false)
    await house.holdTimer('courier', false)
    await house.fire('clock')
    const after = await page(list.id)
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 })
  })

  it('what is disclosed for good has no close', async () => {
    await house.setTime('2036-10-13T16:00:00.000Z')
    expect(await board(ZHIYUAN_VILLAGE)).toEqual([policy.id])
    expect((await page(policy.id)).window.closesAt).toBeNull()
  })
})
