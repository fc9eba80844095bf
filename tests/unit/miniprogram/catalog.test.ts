import { countIn, filtered, grouped, noFilter, rowOf } from '../../../miniprogram/pages/catalog/filter'
import { calculatorUrl, itemIdIn, itemUrl } from '../../../miniprogram/pages/catalog/links'
import { catalogWords, eventWords, itemWords } from '../../../miniprogram/words/catalog'
import { eventOf } from '../../../miniprogram/words/event'
import type { ItemFace } from '../../../shared/contract/catalog'

function item(face: Partial<ItemFace> & { id: string }): ItemFace {
  return {
    table: 3,
    category: '专项扶贫管理',
    group: null,
    name: face.id,
    mode: 'proactive',
    publishers: [{ name: '区委农办', successor: '区农业农村局' }],
    deadline: null,
    ...face,
  }
}

const towns = [{ name: '各镇街', successor: null }]
const items = [
  item({ id: '2/1', table: 2, category: '扶贫对象和扶持范围确定' }),
  item({ id: '3/3' }),
  item({ id: '3/4', mode: 'on-request' }),
  item({ id: '3/8', mode: 'on-request', publishers: towns }),
]
const ids = (faces: ItemFace[]) => faces.map(({ id }) => id)

describe('looking through the catalog on the phone', () => {
  it('shows everything until something narrows it', () => {
    expect(filtered(items, noFilter)).toEqual(items)
  })

  it('narrows by table, by mode and by publisher as the catalog prints it, all at once', () => {
    expect(ids(filtered(items, { ...noFilter, table: 3 }))).toEqual(['3/3', '3/4', '3/8'])
    expect(ids(filtered(items, { ...noFilter, mode: 'on-request' }))).toEqual(['3/4', '3/8'])
    expect(ids(filtered(items, { table: 3, mode: 'on-request', publisher: '各镇街' }))).toEqual(['3/8'])
    expect(filtered(items, { ...noFilter, publisher: '区农业农村局' })).toEqual([])
  })

  it('counts in each table what the other filters leave of it', () => {
    const onRequest = { ...noFilter, table: 2, mode: 'on-request' } as const
    expect(countIn(items, onRequest, 2)).toBe(0)
    expect(countIn(items, onRequest, 3)).toBe(2)
    expect(countIn(items, onRequest, null)).toBe(2)
  })

  it('keeps the order of the catalog within its tables', () => {
    expect(grouped(items).map(group => [group.name, ids(group.items)])).toEqual([
      ['扶贫对象和扶持范围确定', ['2/1']],
      ['专项扶贫管理', ['3/3', '3/4', '3/8']],
    ])
  })

  it('groups a catalog without tables by its classes', () => {
    const untabled = [
      item({ id: 'X/1', table: null, category: '决策类' }),
      item({ id: 'X/2', table: null, category: '服务类' }),
    ]
    expect(grouped(untabled).map(({ table, name }) => [table, name])).toEqual([
      [null, '决策类'],
      [null, '服务类'],
    ])
  })

  it.each([
    ['2/1', '1'],
    ['4/18', '18'],
    ['JB/4', '4'],
  ])('item %s stands in row %s', (id, row) => {
    expect(rowOf(id)).toBe(row)
  })
})

describe('links to an item', () => {
  it('carry an id with a slash there and back', () => {
    const written = itemUrl('example', '2/1').split('item=').at(-1)
    expect(written).toBe('2%2F1')
    expect(itemIdIn(written)).toBe('2/1')
    expect(itemIdIn('2/1')).toBe('2/1')
  })

  it('lead nowhere when cut off in the middle of a character', () => {
    expect(itemIdIn('2%2')).toBe('')
    expect(itemIdIn(undefined)).toBe('')
  })

  it('open the calculator with as much as is known', () => {
    expect(calculatorUrl('example')).toBe('/pages/calculator/index?district=example')
    expect(calculatorUrl('example', '2/1', 'low-income-list')).toBe(
      '/pages/calculator/index?district=example&item=2%2F1&template=low-income-list',
    )
  })
})

describe('how a limit is told', () => {
  it.each([
    ['内容信息形成、变更或获取之日', '从内容信息形成、变更或获取的第二天算起'],
    ['收到申请人申请之日', '从收到申请人申请的第二天算起'],
    ['低收入农户认定工作完成', '从低收入农户认定工作完成的第二天算起'],
  ])('%s: %s', (event, words) => {
    expect(itemWords.countsFrom(event)).toBe(words)
  })

  it.each([
    ['内容信息形成、变更或获取之日', '形成', '定下来'],
    ['收到申请人申请之日', '收到', '收到'],
    ['一经公布（法规规章及规范性文件或其修正案）', '公布', '公布'],
    ['低收入农户认定工作完成', '完成', '完成'],
  ])('the day that %s is called %s on the calendar', (countsFrom, word, plain) => {
    expect(eventOf(countsFrom)).toMatchObject({ word, plain })
  })

  it('drops 一经 before the event it counts from', () => {
    expect(eventWords('一经公布（规范性文件）')).toBe('公布（规范性文件）')
  })

  it('tells a window from the least a notice hangs, and both from what stays for good', () => {
    const basis = '第7条'
    expect(itemWords.form({ mode: 'window', days: 7, unit: 'workday', basis })).toBe('公示 7 个工作日')
    expect(itemWords.form({ mode: 'min-duration', days: 7, unit: 'day', basis })).toBe('至少张贴 7 天')
    expect(itemWords.form({ mode: 'long-term', basis })).toBe('长期公开，不撤下')
    expect(itemWords.form(null)).toBe('只给申请的人，不张贴')
  })

  it('says between which days an edition ruled, and where the documents do not say', () => {
    expect(catalogWords.editionDates('2018-07-24', null)).toBe('2018年7月24日起')
    expect(catalogWords.editionDates(null, '2018-07-23')).toBe('没写从哪天起，到 2018年7月23日')
  })
})
