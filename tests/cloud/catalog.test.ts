import type { DataOf, InputOf } from '../../shared/contract'
import { type House, openHouse } from './support/house'

/** Monday 28 September 2026, 9:00 in Beijing: three days before 国庆. */
const MONDAY = '2026-09-28T01:00:00.000Z'
/** The last day of 瓯海's 试行 edition and the first of its 修订版. */
const LAST_OF_TRIAL = '2018-07-23'
const FIRST_OF_REVISED = '2018-07-24'

let house: House
beforeAll(async () => {
  house = await openHouse(MONDAY)
})
afterAll(() => house.stop())

function items(input: Partial<InputOf<'catalog', 'items'>> = {}): Promise<DataOf<'catalog', 'items'>> {
  return house.anonymous.call('catalog', 'items', { district: 'ouhai', ...input })
}
function item(input: Partial<InputOf<'catalog', 'item'>> & { item: string }) {
  return house.anonymous.call('catalog', 'item', { district: 'ouhai', ...input })
}
function reckon(input: Partial<InputOf<'catalog', 'reckon'>> & { item: string }) {
  return house.anonymous.call('catalog', 'reckon', { district: 'ouhai', ...input })
}
const idsOf = (list: readonly { id: string }[]) => list.map(one => one.id)

describe('districts and their places', () => {
  it('names both districts with the edition that rules today', async () => {
    const { districts } = await house.anonymous.call('catalog', 'districts', {})
    expect(districts).toEqual([
      {
        id: 'jiangbei',
        name: '江北区',
        city: '宁波市',
        code: '330205',
        edition: { id: 'jiangbei@undated', name: '现行版', from: null, to: null },
      },
      {
        id: 'ouhai',
        name: '瓯海区',
        city: '温州市',
        code: '330304',
        edition: { id: 'ouhai@2018-07-24', name: '修订版', from: FIRST_OF_REVISED, to: null },
      },
    ])
  })

  it('has the 13 townships and 197 villages of 瓯海, each under the one above', async () => {
    const { units } = await house.anonymous.call('catalog', 'units', { district: 'ouhai' })
    const at = (level: string) => units.filter(one => one.level === level)
    expect([at('district').length, at('township').length, at('village').length]).toEqual([1, 13, 197])
    expect(units.find(one => one.code === '330304108296')).toEqual({
      code: '330304108296',
      name: '纸源村委会',
      level: 'village',
      parent: '330304108',
    })
    const codes = new Set(units.map(one => one.code))
    for (const { level, parent } of units) {
      if (level !== 'district') expect(codes).toContain(parent)
    }
  })

  it('shows no department among the places: it has no board to read', async () => {
    const { units } = await house.anonymous.call('catalog', 'units', { district: 'ouhai' })
    expect(new Set(units.map(one => one.level))).toEqual(new Set(['district', 'township', 'village']))
  })
})

describe('the catalog of 瓯海', () => {
  it('has 47 items in five tables, in the printed order', async () => {
    const { tables, items: all } = await items()
    expect(tables.map(one => [one.table, one.name, one.items])).toEqual([
      [1, '扶贫专项政策文件', 3],
      [2, '扶贫对象和扶持范围确定', 2],
      [3, '专项扶贫管理', 13],
      [4, '行业扶贫管理', 24],
      [5, '社会扶贫管理', 5],
    ])
    expect(all).toHaveLength(47)
    expect(idsOf(all).slice(0, 6)).toEqual(['1/1', '1/2', '1/3', '2/1', '2/2', '3/1'])
    expect(idsOf(all).at(-1)).toBe('5/5')
  })

  it('is filtered by table', async () => {
    expect(idsOf((await items({ table: 2 })).items)).toEqual(['2/1', '2/2'])
    expect((await items({ table: 6 })).items).toEqual([])
  })

  it('is filtered by publisher, by the name as printed', async () => {
    const filtered = await items({ publisher: '区残联' })
    expect(idsOf(filtered.items)).toEqual(['4/19', '4/20', '4/21', '4/22', '4/23'])
    expect(filtered.publishers).toHaveLength(10)
  })

  it('is filtered by mode: four rows of table 3 are 依申请公开', async () => {
    expect(idsOf((await items({ mode: 'on-request' })).items)).toEqual(['3/4', '3/7', '3/8', '3/13'])
    expect((await items({ mode: 'proactive' })).items).toHaveLength(43)
  })

  it('is filtered by a word in a name, a content or a document', async () => {
    expect(idsOf((await items({ word: '会议纪要' })).items)).toEqual(['1/1', '1/2', '1/3'])
    expect(idsOf((await items({ word: '工程造价' })).items)).toEqual(['3/4'])
    expect((await items({ word: '火星' })).items).toEqual([])
  })

  it('is filtered by all of these at once', async () => {
    const found = await items({ table: 3, publisher: '区委农办', mode: 'on-request', word: '贴息' })
    expect(idsOf(found.items)).toEqual(['3/13'])
  })

  it('shows a renamed body with its successor', async () => {
    const [first] = (await items({ table: 2 })).items
    expect(first?.publishers).toEqual([
      { name: '区委农办', successor: '区农业农村局' },
      { name: '区民政局', successor: null },
    ])
  })

  it('shows both limits of 依申请公开: promised 5, by law 20 working days', async () => {
    const { item: page } = await item({ item: '3/4' })
    expect(page).toMatchObject({ mode: 'on-request', channels: [], procedures: ['A.2'] })
    expect(page.deadlines).toEqual([
      expect.objectContaining({ days: 5, unit: 'workday', countsFrom: '收到申请人申请之日' }),
    ])
    expect(page.statutory).toMatchObject({ days: 20, unit: 'workday' })
    expect(page.statutory?.basis).toContain('第三十三条')
  })

  it('says where the documents contradict themselves and which reading is taken', async () => {
    const { item: page } = await item({ item: '5/5' })
    expect(page.readings.map(one => one.id)).toContain('OH-02')
    expect(page.readings.find(one => one.id === 'OH-02')?.taken).toBe('区发改局')
  })
})

describe('the catalog of 江北', () => {
  it('has its four items, without tables', async () => {
    const found = await items({ district: 'jiangbei' })
    expect(idsOf(found.items)).toEqual(['JB/1', 'JB/2', 'JB/3', 'JB/4'])
    expect(found.items.map(one => one.name)).toEqual(['政策法规', '申请', '审核', '结果公示'])
    expect(found.tables).toEqual([])
  })

  it('keeps the list of results for good, and says on what ground', async () => {
    const { item: page } = await item({ district: 'jiangbei', item: 'JB/4' })
    expect(page.longTerm).toContain('低收入农户名单长期公开')
  })
})

describe('the editions of 瓯海', () => {
  it('are two, the second beginning the day after the first ends, with its fifteen changes', async () => {
    const { editions } = await house.anonymous.call('catalog', 'editions', { district: 'ouhai' })
    expect(editions.map(({ name, from, to }) => ({ name, from, to }))).toEqual([
      { name: '试行', from: null, to: LAST_OF_TRIAL },
      { name: '修订版', from: FIRST_OF_REVISED, to: null },
    ])
    const [, revised] = editions
    expect(revised?.changes.map(one => one.id)).toEqual([
      'R1',
      'R2',
      'R3',
      'R4',
      'R5',
      'R6a',
      'R6b',
      'R7',
      'R8',
      'R9',
      'R10',
      'R11',
      'R12',
      'R13',
      'R14',
    ])
    expect(revised?.changes.find(one => one.id === 'R9')).toMatchObject({
      before: '区委农办',
      after: '区招商局',
    })
  })

  it.each([
    [LAST_OF_TRIAL, '试行'],
    [FIRST_OF_REVISED, '修订版'],
    ['2026-09-28', '修订版'],
  ])('on %s %s ruled', async (on, name) => {
    expect((await items({ on })).edition.name).toBe(name)
  })

  it('reads the 试行 edition back: what was added is gone, the tables stay', async () => {
    const trial = await items({ on: LAST_OF_TRIAL })
    expect(trial.items).toHaveLength(46)
    expect(idsOf(trial.items)).not.toContain('4/4')
    expect(trial.tables.map(one => [one.table, one.items])).toEqual([
      [1, 3],
      [2, 2],
      [3, 13],
      [4, 23],
      [5, 5],
    ])
  })

  it.each([
    ['4/1', { name: '卫生系统医疗救助' }, { name: '疾病应急救助' }],
    ['4/2', { name: '贫困精神残疾人门诊免费服务' }, { name: '贫困精神残疾人全额保障服务' }],
    ['4/5', { name: '民政系统医疗救助', group: '社会救助保障' }, { name: '医疗救助', group: '健康扶贫管理' }],
  ])('calls %s as each edition does', async (id, before, after) => {
    expect((await item({ item: id, on: LAST_OF_TRIAL })).item).toMatchObject(before)
    expect((await item({ item: id, on: FIRST_OF_REVISED })).item).toMatchObject(after)
  })

  it('gives 山海协作 to the body that published it then', async () => {
    const publishersOn = async (on: string) =>
      (await item({ item: '5/4', on })).item.publishers.map(one => one.name)
    expect(await publishersOn(LAST_OF_TRIAL)).toEqual(['区委农办'])
    expect(await publishersOn(FIRST_OF_REVISED)).toEqual(['区招商局'])
  })

  it('promises no limit for an edition whose text is not at hand, and says what it printed', async () => {
    const { item: page, changes } = await item({ item: '1/1', on: LAST_OF_TRIAL })
    expect(page).toMatchObject({ deadline: null, deadlines: [], statutory: null })
    expect(page.notes).toEqual(
      expect.arrayContaining([
        '这一版的原文没有找到，只知道后来改了哪些',
        '这一版写的公开期限是 10天，没说是不是工作日',
      ]),
    )
    expect(changes).toEqual([])
  })

  it('says beside an item what its edition changed in it', async () => {
    const { changes } = await item({ item: '1/1' })
    expect(changes.find(one => one.id === 'R1')).toMatchObject({ before: '10天', after: '5 个工作日' })
    expect(changes.map(one => one.id)).not.toContain('R4')
  })

  it('knows no item before it was added', async () => {
    const event = { action: 'item', district: 'ouhai', item: '4/4', on: LAST_OF_TRIAL }
    expect(await house.anonymous.refusal('catalog', event)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the form of a notice', () => {
  it('names its fields, its columns with their masks, and what the checklist must find', async () => {
    const { form } = await house.anonymous.call('catalog', 'form', {
      district: 'ouhai',
      item: '2/1',
      template: 'low-income-list',
    })
    expect(form.columns.find(one => one.key === 'name')).toMatchObject({ public: true, mask: 'name' })
    expect(form.columns.find(one => one.key === 'idNumber')).toMatchObject({ public: false })
    expect(form.fields.map(one => one.key)).toEqual(
      expect.arrayContaining(['householdCount', 'formedOn', 'acceptPhone', 'supervisionPhone']),
    )
    expect(form.windowRule).toMatchObject({ days: 7, unit: 'workday' })
  })

  it('is refused for an item that has no such form', async () => {
    const event = { action: 'form', district: 'ouhai', item: '2/1', template: 'policy-file' }
    expect((await house.anonymous.call('catalog', 'form', { ...event })).form.templateId).toBe('policy-file')
    const other = { ...event, template: 'temp-aid-list' }
    expect(await house.anonymous.refusal('catalog', other)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the public calculator', () => {
  it('counts five working days from Monday 28 September 2026 to the make-up Saturday 10 October', async () => {
    const { deadlines } = await reckon({ item: '2/1', eventDate: '2026-09-28' })
    expect(deadlines).toHaveLength(1)
    const [{ reckoning, notes } = { reckoning: null, notes: [] }] = deadlines
    expect(reckoning).toMatchObject({ firstDay: '2026-09-29', lastDay: '2026-10-10', provisional: false })
    const counted = reckoning?.calendar.filter(day => day.ordinal !== null).map(day => [day.date, day.reason])
    expect(counted).toEqual([
      ['2026-09-29', 'workday'],
      ['2026-09-30', 'workday'],
      ['2026-10-08', 'workday'],
      ['2026-10-09', 'workday'],
      ['2026-10-10', 'makeup'],
    ])
    expect(notes.map(note => note.text)).toEqual([
      '内容信息形成、变更或获取当天不算',
      '国庆放假，不算',
      '调休上班，算 1 天',
    ])
  })

  it('reads 江北’s disputed 七天 both ways and takes the one that closes later', async () => {
    const { window } = await reckon({ district: 'jiangbei', item: 'JB/4', postedAt: '2026-09-28' })
    expect(window?.window.reckoning?.dispute).toMatchObject({
      term: '七天',
      readings: [
        { days: 7, unit: 'workday', lastDay: '2026-10-13', taken: true },
        { days: 7, unit: 'day', lastDay: '2026-10-08', taken: false },
      ],
    })
    expect(window?.window.closesAt).toBe('2026-10-13T16:00:00.000Z')
  })

  it('counts a request for 依申请公开 by the promise and by the law', async () => {
    const { deadlines } = await reckon({ item: '3/4', eventDate: '2026-09-28' })
    expect(deadlines.map(({ rule, reckoning }) => [rule.days, reckoning.lastDay])).toEqual([
      [5, '2026-10-10'],
      [20, '2026-10-30'],
    ])
  })

  it('calls a window provisional that reaches into a year without a schedule', async () => {
    const { window } = await reckon({ district: 'jiangbei', item: 'JB/4', postedAt: '2026-12-28' })
    expect(window?.window.reckoning).toMatchObject({ lastDay: '2027-01-07', provisional: true })
    expect(window?.notes.map(note => note.text).join()).toContain('放假安排还没公布')
  })

  it('takes the moment of the call where no date is given', async () => {
    const { now, window, deadlines } = await reckon({ item: '2/1' })
    expect(now.slice(0, 16)).toBe('2026-09-28T01:00')
    expect(deadlines[0]?.reckoning.eventDate).toBe('2026-09-28')
    expect(window?.window.postedAt).toBe(now)
  })

  it('counts a posting at 23:30 in Beijing, 15:30 in London, as that day’s', async () => {
    const { window } = await reckon({ item: '2/1', postedAt: '2026-09-28T15:30:00.000Z' })
    expect(window?.window.reckoning?.eventDate).toBe('2026-09-28')
    const nextDay = await reckon({ item: '2/1', postedAt: '2026-09-28T16:00:00.000Z' })
    expect(nextDay.window?.window.reckoning?.eventDate).toBe('2026-09-29')
  })

  it('lengthens a window but never shortens it', async () => {
    const longer = await reckon({
      item: '2/1',
      template: 'low-income-list',
      postedAt: '2026-09-28',
      days: 10,
    })
    expect(longer.window?.window.reckoning).toMatchObject({ days: 10, lastDay: '2026-10-16' })
    const event = { action: 'reckon', district: 'ouhai', item: '2/1', template: 'low-income-list', days: 6 }
    expect(await house.anonymous.refusal('catalog', event)).toEqual({
      code: 'INVALID_INPUT',
      message: '公示期不能少于 7 天，只能加长',
    })
  })

  it('has no end to reckon for 长期公开', async () => {
    const { window } = await reckon({ item: '1/1', postedAt: '2026-09-28' })
    expect(window?.window).toMatchObject({ closesAt: null, reckoning: null })
  })
})

describe('what cannot be answered is refused in Chinese, saying what to do', () => {
  const HAN = /\p{Script=Han}/u

  it.each([
    ['a district that there is not', { action: 'items', district: 'nowhere' }, 'NOT_FOUND'],
    ['an item that there is not', { action: 'item', district: 'ouhai', item: '9/9' }, 'NOT_FOUND'],
    ['no district', { action: 'items' }, 'INVALID_INPUT'],
    ['a query for a district', { action: 'units', district: { $ne: '' } }, 'INVALID_INPUT'],
    ['a date that there is not', { action: 'items', district: 'ouhai', on: '2026-02-30' }, 'INVALID_INPUT'],
    ['a date written otherwise', { action: 'items', district: 'ouhai', on: '2018-7-1' }, 'INVALID_INPUT'],
    [
      'a word of 31 characters',
      { action: 'items', district: 'ouhai', word: '字'.repeat(31) },
      'INVALID_INPUT',
    ],
    ['a mode that there is not', { action: 'items', district: 'ouhai', mode: 'secret' }, 'INVALID_INPUT'],
    [
      'an event in 2200',
      { action: 'reckon', district: 'ouhai', item: '2/1', eventDate: '2200-01-01' },
      'INVALID_INPUT',
    ],
    [
      'a posting at no time',
      { action: 'reckon', district: 'ouhai', item: '2/1', postedAt: 'soon' },
      'INVALID_INPUT',
    ],
    ['a window of no days', { action: 'reckon', district: 'ouhai', item: '2/1', days: 0 }, 'INVALID_INPUT'],
    ['days for 长期公开', { action: 'reckon', district: 'ouhai', item: '1/1', days: 7 }, 'INVALID_INPUT'],
    ['no action', {}, 'UNKNOWN_ACTION'],
    ['an action that there is not', { action: 'delete', district: 'ouhai' }, 'UNKNOWN_ACTION'],
    ['a name every object has', { action: 'constructor' }, 'UNKNOWN_ACTION'],
    ['an action that is no name', { action: ['items'] }, 'UNKNOWN_ACTION'],
  ])('%s', async (_name, event, code) => {
    const refused = await house.anonymous.refusal('catalog', event)
    expect(refused.code).toBe(code)
    expect(refused.message).toMatch(HAN)
  })
})
