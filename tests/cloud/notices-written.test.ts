import * as z from 'zod/mini'
import { notice } from '../../shared/notice/model'
import { type House, openHouse, type Person } from './support/house'
import {
  type DraftInput,
  nameList,
  post,
  roadProject,
  ZEYA_TOWNSHIP,
  ZHIYUAN_VILLAGE,
} from './support/writing'

const MONDAY = '2026-09-28T01:00:00.000Z'
const DAY = '2026-09-28'

let house: House
let cadre: Person
beforeAll(async () => {
  house = await openHouse(MONDAY)
  cadre = house.as('ouhai-cadre')
})
afterAll(() => house.stop())

const versions = z.pick(notice, { _id: true, version: true, status: true })
const storedOnes = (id: string) => house.stored('notices', versions, { _id: id })

describe('a draft', () => {
  it('is saved with what it still lacks, each place with what to do', async () => {
    const { values, ...rest } = nameList(DAY)
    const { process: _process, acceptPhone: _phone, ...written } = values
    const { draft, gaps } = await cadre.call('notices', 'draft', { ...rest, values: written })
    expect(draft).toMatchObject({ version: 1, status: 'draft', window: null })
    expect(draft.title).toBe('纸源村2026年度低收入农户拟认定名单公示')
    expect(gaps.map(({ key, kind }) => [key, kind])).toEqual([
      ['process', 'missing'],
      ['acceptPhone', 'missing'],
    ])
    expect(gaps[0]).toMatchObject({ label: '认定过程', message: '还没有填' })
  })

  it('is opened again with all that was written', async () => {
    const input = nameList(DAY)
    const { draft } = await cadre.call('notices', 'draft', input)
    const opened = await cadre.call('notices', 'open', { id: draft.id })
    expect(opened).toMatchObject({ unit: ZHIYUAN_VILLAGE, gaps: [], draft: { id: draft.id, version: 1 } })
    expect(opened.values).toEqual(input.values)
    expect(opened.rows).toEqual(input.rows)
  })

  it('is on the unit’s desk until it is posted, then among the posted', async () => {
    const { draft } = await cadre.call('notices', 'draft', roadProject(DAY, '桌上的项目'))
    const before = await cadre.call('notices', 'desk', { unit: ZHIYUAN_VILLAGE })
    expect(before.drafts.map(one => one.id)).toContain(draft.id)
    await cadre.call('notices', 'publish', { id: draft.id, version: 1 })
    const after = await cadre.call('notices', 'desk', { unit: ZHIYUAN_VILLAGE })
    expect(after.drafts.map(one => one.id)).not.toContain(draft.id)
    expect(after.posted.map(one => one.id)).toContain(draft.id)
    expect(after.posted.find(one => one.id === draft.id)?.window?.lastDay).toBe('2026-10-08')
  })

  it('sent again after a lost answer is the same draft', async () => {
    const input = { ...nameList(DAY), id: 'sent-twice-0001' }
    const first = await cadre.call('notices', 'draft', input)
    const again = await cadre.call('notices', 'draft', input)
    expect(again.draft).toEqual(first.draft)
    expect(await storedOnes('sent-twice-0001')).toEqual([
      { _id: 'sent-twice-0001', version: 1, status: 'draft' },
    ])
  })

  it('sent five times in the same moment is one draft', async () => {
    const input = { ...nameList(DAY), id: 'sent-at-once-01' }
    const sent = [1, 2, 3, 4, 5].map(() => cadre.call('notices', 'draft', input))
    const answers = await Promise.all(sent)
    expect(new Set(answers.map(one => one.draft.version))).toEqual(new Set([1]))
    expect(await storedOnes('sent-at-once-01')).toHaveLength(1)
  })

  it('of the same id with other contents is a conflict, and changes nothing', async () => {
    const id = 'same-id-other-01'
    await cadre.call('notices', 'draft', { ...nameList(DAY), id })
    const other = { action: 'draft', ...roadProject(DAY), id }
    expect(await cadre.refusal('notices', other)).toMatchObject({ code: 'CONFLICT' })
    expect((await cadre.call('notices', 'open', { id })).draft.itemId).toBe('2/1')
  })

  it('is saved on from the version that was read', async () => {
    const input = nameList(DAY)
    const { draft } = await cadre.call('notices', 'draft', input)
    const changed = { ...input, id: draft.id, version: 1, rows: input.rows.slice(0, 1) }
    const saved = await cadre.call('notices', 'draft', changed)
    expect(saved.draft.version).toBe(2)
    expect((await cadre.call('notices', 'open', { id: draft.id })).rows).toHaveLength(1)
  })

  it('saved again after a lost answer is saved once', async () => {
    const input = nameList(DAY)
    const { draft } = await cadre.call('notices', 'draft', input)
    const changed = { ...input, id: draft.id, version: 1, rows: input.rows.slice(0, 1) }
    const first = await cadre.call('notices', 'draft', changed)
    const again = await cadre.call('notices', 'draft', changed)
    expect(again.draft).toEqual(first.draft)
    expect(await storedOnes(draft.id)).toEqual([{ _id: draft.id, version: 2, status: 'draft' }])
  })

  it('of two editors who read the same version, the second is told and overwrites nothing', async () => {
    const input = nameList(DAY)
    const { draft } = await cadre.call('notices', 'draft', input)
    const edited = (year: string): DraftInput & { action: string } => ({
      ...input,
      action: 'draft',
      id: draft.id,
      version: 1,
      values: { ...input.values, year },
    })
    await cadre.call('notices', 'draft', edited('2025'))
    const refused = await cadre.refusal('notices', edited('2024'))
    expect(refused).toEqual({ code: 'CONFLICT', message: '这份草稿刚刚被改过。请重新打开，看过再改' })
    expect((await cadre.call('notices', 'open', { id: draft.id })).values.year).toBe('2025')
  })

  it('of two editors in the same moment exactly one is saved', async () => {
    const input = nameList(DAY)
    const { draft } = await cadre.call('notices', 'draft', input)
    const save = (year: string) =>
      cadre
        .call('notices', 'draft', { ...input, id: draft.id, version: 1, values: { ...input.values, year } })
        .then(() => year)
        .catch(() => null)
    const saved = (await Promise.all(['2021', '2022', '2023', '2024'].map(save))).filter(Boolean)
    expect(saved).toHaveLength(1)
    expect((await cadre.call('notices', 'open', { id: draft.id })).values.year).toBe(saved[0])
  })

  it('is refused where unit, item and form do not belong together', async () => {
    const wrong: [Partial<DraftInput>, string][] = [
      [{ district: 'jiangbei', item: 'JB/3' }, 'INVALID_INPUT'],
      [{ item: '9/9' }, 'NOT_FOUND'],
      [{ template: 'temp-aid-list' }, 'NOT_FOUND'],
      [{ item: '3/4', template: 'cost-report-reply', rows: [] }, 'INVALID_INPUT'],
    ]
    for (const [over, code] of wrong) {
      expect(await cadre.refusal('notices', { action: 'draft', ...nameList(DAY, over) })).toMatchObject({
        code,
      })
    }
  })

  it('of a village’s form is refused to a township, with who posts it', async () => {
    const input = nameList(DAY, { unit: ZEYA_TOWNSHIP })
    const refused = await house.as('ouhai-reviewer').refusal('notices', { action: 'draft', ...input })
    expect(refused).toEqual({ code: 'INVALID_INPUT', message: expect.stringContaining('村（社区）') })
  })

  it.each(['a.b', '$set', ''])('with a field called %p is refused', async key => {
    const input = nameList(DAY)
    for (const odd of [{ values: { ...input.values, [key]: '1' } }, { rows: [{ [key]: '1' }] }]) {
      const refused = await cadre.refusal('notices', { action: 'draft', ...input, ...odd })
      expect(refused.code).toBe('INVALID_INPUT')
    }
  })

  it('with a field called __proto__ is saved without it', async () => {
    const input = nameList(DAY)
    const withProto = JSON.parse('{"__proto__": {"polluted": "yes"}, "name": "林示例"}')
    const { draft } = await cadre.call('notices', 'draft', { ...input, rows: [withProto] })
    expect((await cadre.call('notices', 'open', { id: draft.id })).rows).toEqual([{ name: '林示例' }])
  })
})

describe('a preview', () => {
  it('is the page and the window as they would be were it posted now, and changes nothing', async () => {
    const { draft } = await cadre.call('notices', 'draft', nameList(DAY))
    const preview = await cadre.call('notices', 'preview', { id: draft.id })
    expect(preview).toMatchObject({ gaps: [], minimumDays: 7 })
    expect(preview.notice.window.closesAt).toBe('2026-10-13T16:00:00.000Z')
    expect(preview.notice.list?.rows.map(row => row.name)).toEqual(['林*例', '欧阳**'])
    const posted = await cadre.call('notices', 'publish', { id: draft.id, version: 1 })
    const { notice: page } = await house.anonymous.call('notices', 'get', { id: draft.id })
    expect(posted.window.closesAt).toBe(preview.notice.window.closesAt)
    expect(page.list).toEqual(preview.notice.list)
    expect(page.body).toBe(preview.notice.body)
  })

  it('shows a longer window, and refuses a shorter one', async () => {
    const { draft } = await cadre.call('notices', 'draft', nameList(DAY))
    const longer = await cadre.call('notices', 'preview', { id: draft.id, days: 9 })
    expect(longer.notice.window.reckoning?.lastDay).toBe('2026-10-15')
    const shorter = { action: 'preview', id: draft.id, days: 5 }
    expect(await cadre.refusal('notices', shorter)).toEqual({
      code: 'INVALID_INPUT',
      message: '公示期不能少于 7 天，只能加长',
    })
  })
})

describe('posting', () => {
  it('computes the window once, with its reckoning, from the posting of Monday 28 September 2026', async () => {
    const { window, version } = await post(cadre, nameList(DAY))
    expect(version).toBe(2)
    expect(window).toMatchObject({ number: 1, closesAt: '2026-10-13T16:00:00.000Z' })
    expect(window.postedAt.slice(0, 16)).toBe('2026-09-28T01:00')
    expect(window.reckoning).toMatchObject({ firstDay: '2026-09-29', lastDay: '2026-10-13', days: 7 })
  })

  it('for more days than the rule asks closes later', async () => {
    const { window } = await post(cadre, nameList(DAY), 9)
    expect(window.reckoning).toMatchObject({ days: 9, lastDay: '2026-10-15' })
  })

  it.each([6, 0, -1, 1.5, 100_000])('for %p days is refused and leaves a draft', async days => {
    const { draft } = await cadre.call('notices', 'draft', nameList(DAY))
    const event = { action: 'publish', id: draft.id, version: 1, days }
    const refused = await cadre.refusal('notices', event)
    expect(refused.code).toBe('INVALID_INPUT')
    expect(refused.message).toMatch(/\p{Script=Han}/u)
    expect(await storedOnes(draft.id)).toEqual([{ _id: draft.id, version: 1, status: 'draft' }])
  })

  it('sent again after a lost answer answers what the first call did', async () => {
    const { draft } = await cadre.call('notices', 'draft', nameList(DAY))
    const first = await cadre.call('notices', 'publish', { id: draft.id, version: 1 })
    const again = await cadre.call('notices', 'publish', { id: draft.id, version: 1 })
    expect({ ...again, now: '' }).toEqual({ ...first, now: '' })
  })

  it('sent again after the clock has moved the notice still answers its window', async () => {
    const { draft } = await cadre.call('notices', 'draft', nameList(DAY))
    const first = await cadre.call('notices', 'publish', { id: draft.id, version: 1 })
    await house.fire('clock')
    const again = await cadre.call('notices', 'publish', { id: draft.id, version: 1 })
    expect(again.window).toEqual(first.window)
    expect(again.version).toBe(3)
  })

  it('sent five times in the same moment posts once', async () => {
    const { draft } = await cadre.call('notices', 'draft', nameList(DAY))
    const sent = [1, 2, 3, 4, 5].map(() =>
      cadre.call('notices', 'publish', { id: draft.id, version: 1 }).catch(() => null),
    )
    const answers = (await Promise.all(sent)).filter(one => one !== null)
    expect(answers.length).toBeGreaterThan(0)
    expect(new Set(answers.map(one => one.window.postedAt)).size).toBe(1)
    const [one] = await house.stored('notices', z.pick(notice, { history: true }), { _id: draft.id })
    expect(one?.history.filter(entry => entry.action === 'published')).toHaveLength(1)
  })

  it('of a version that is no longer the latest is a conflict', async () => {
    const input = nameList(DAY)
    const { draft } = await cadre.call('notices', 'draft', input)
    await cadre.call('notices', 'draft', { ...input, id: draft.id, version: 1, rows: input.rows.slice(0, 1) })
    const stale = { action: 'publish', id: draft.id, version: 1 }
    expect(await cadre.refusal('notices', stale)).toMatchObject({ code: 'CONFLICT' })
  })

  it('once done, the draft cannot be changed, opened or previewed', async () => {
    const input = nameList(DAY)
    const { id } = await post(cadre, input)
    const events = [
      { action: 'draft', ...input, id, version: 2 },
      { action: 'draft', ...input, id },
      { action: 'open', id },
      { action: 'preview', id },
    ]
    for (const event of events) {
      expect(await cadre.refusal('notices', event)).toMatchObject({ code: 'CONFLICT' })
    }
  })

  it('is refused while something is missing, and names the first place and how many more', async () => {
    const { values, ...rest } = nameList(DAY)
    const { process: _process, acceptPhone: _phone, ...written } = values
    const { draft } = await cadre.call('notices', 'draft', { ...rest, values: written })
    expect(await cadre.refusal('notices', { action: 'publish', id: draft.id, version: 1 })).toEqual({
      code: 'NOT_READY',
      message: '认定过程：还没有填（还有 1 处）',
    })
    expect(await storedOnes(draft.id)).toEqual([{ _id: draft.id, version: 1, status: 'draft' }])
  })
})

describe('personal data where the public would read it', () => {
  const ID_NUMBER = '330304194901018026'
  const MOBILE = '13800001234'

  async function refusedFor(over: Partial<DraftInput>) {
    const { draft, gaps } = await cadre.call('notices', 'draft', nameList(DAY, over))
    const refused = await cadre.refusal('notices', { action: 'publish', id: draft.id, version: 1 })
    return { gaps: gaps.filter(gap => gap.kind === 'personal-data').map(gap => gap.key), refused }
  }
  const withValue = (key: string, value: string) => ({ values: { ...nameList(DAY).values, [key]: value } })
  const withCell = (key: string, value: string) => ({
    rows: nameList(DAY).rows.map((row, index) => (index === 1 ? { ...row, [key]: value } : row)),
  })

  it.each([
    ['an ID number in the text', withValue('process', `9月评议，申请人${ID_NUMBER}`), 'process'],
    ['a mobile number as the office’s phone', withValue('acceptPhone', MOBILE), 'acceptPhone'],
    ['a mobile number in a village cell', withCell('village', `二组 ${MOBILE}`), 'rows.1.village'],
    ['an illness in a category', withCell('category', '肺癌'), 'rows.1.category'],
    ['a listed name in the text', withValue('process', '9月评议，欧阳示例到会'), 'process'],
  ])('%s is refused at posting, with the place pointed at', async (_name, over, place) => {
    const { gaps, refused } = await refusedFor(over)
    expect(gaps).toContain(place)
    expect(refused.code).toBe('PERSONAL_DATA')
    expect(refused.message).not.toContain(ID_NUMBER)
    expect(refused.message).not.toContain(MOBILE)
  })

  it('in columns for the office alone is kept, and no public answer ever holds it', async () => {
    const input = nameList(DAY, withCell('idNumber', '330304194901018019'))
    const phoned = { ...input, rows: input.rows.map(row => ({ ...row, phone: MOBILE })) }
    const { draft, gaps } = await cadre.call('notices', 'draft', phoned)
    const beyondTheNumber = gaps.filter(gap => gap.key !== 'rows.1.idNumber')
    expect(beyondTheNumber).toEqual([])
    const preview = JSON.stringify(await cadre.call('notices', 'preview', { id: draft.id }))
    expect(preview).not.toContain(MOBILE)
    expect(preview).not.toContain('330304194901018019')
  })

  it('never reaches a log', async () => {
    const logs = await house.logs()
    expect(logs).not.toContain(ID_NUMBER)
    expect(logs).not.toContain(MOBILE)
    expect(logs).toContain('"event":"refused"')
  })
})
