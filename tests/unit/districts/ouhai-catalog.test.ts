import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DistrictData } from '../../../shared/catalog/documents'
import { type CatalogItem, documentRowsOf } from '../../../shared/catalog/item'
import { loadOne } from './loaded'

/** Every cell of 表1—表5 as printed, taken over from the document independently of the YAML. */
const printed = readFileSync(join(__dirname, 'ouhai-printed-catalog.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map(line => line.split('\t'))

const MODE = { proactive: '主动公开', 'on-request': '依申请公开' }
const UNIT = { workday: '个工作日', day: '天' }

/** An item laid out as a row of the printed table. */
function rowOf(item: CatalogItem): string[] {
  const limit = item.deadlines[0]
  const inheritedByDocument = item.documents.map(document => document.inherited.join('、'))
  return [
    item.itemId,
    item.category,
    item.group ?? '',
    item.name,
    item.contentText ?? '',
    item.documents.map(document => document.title).join('；'),
    item.publishers.map(publisher => publisher.name).join('；'),
    MODE[item.mode],
    item.channels.join('；') || '/',
    limit === undefined ? '' : `${limit.days}${UNIT[limit.unit]}`,
    item.inherited.join('；'),
    item.documents.length > 1 ? inheritedByDocument.join('；') : '',
    item.procedures.join('；'),
    item.note ?? '',
    item.lines ?? '',
  ]
}

let ouhai: DistrictData
beforeAll(async () => {
  ouhai = await loadOne('ouhai')
})

const itemOf = (itemId: string): CatalogItem => {
  const item = ouhai.items.find(candidate => candidate.itemId === itemId)
  if (item === undefined) throw new Error(`no item ${itemId}`)
  return item
}

describe('瓯海区公开目录', () => {
  test('has 47 items and 57 document rows', () => {
    expect(ouhai.items).toHaveLength(47)
    expect(ouhai.items.reduce((rows, item) => rows + documentRowsOf(item), 0)).toBe(57)
  })

  test.each([
    [1, 3, 3],
    [2, 2, 2],
    [3, 13, 13],
    [4, 24, 34],
    [5, 5, 5],
  ])('表%i has %i items in %i document rows', (table, items, rows) => {
    const inTable = ouhai.items.filter(item => item.table === table)
    expect(inTable).toHaveLength(items)
    expect(inTable.reduce((sum, item) => sum + documentRowsOf(item), 0)).toBe(rows)
  })

  test.each(printed.map(cells => [cells[0] ?? '', cells]))(
    '%s is cell by cell as printed',
    (itemId, cells) => {
      expect(rowOf(itemOf(itemId))).toEqual(cells)
    },
  )

  test('keeps the order of the printed tables', () => {
    expect(ouhai.items.map(item => item.itemId)).toEqual(printed.map(cells => cells[0]))
    expect(ouhai.items.map(item => item.seq)).toEqual(printed.map((_, index) => index + 1))
  })

  test('takes 公开内容 apart without losing or adding a word', () => {
    for (const item of ouhai.items) {
      const joined = item.contents.join('、') + (item.contentsOpenEnded ? '等' : '')
      expect([item.itemId, joined]).toEqual([item.itemId, item.contentText])
    }
  })

  test('answers only 3/4, 3/7, 3/8 and 3/13 on request', () => {
    const onRequest = ouhai.items.filter(item => item.mode === 'on-request').map(item => item.itemId)
    expect(onRequest).toEqual(['3/4', '3/7', '3/8', '3/13'])
  })

  test('discloses within 5 working days of the information being formed, changed or obtained (第6条)', () => {
    for (const item of ouhai.items.filter(candidate => candidate.mode === 'proactive')) {
      expect(item.deadlines).toEqual([
        expect.objectContaining({
          kind: 'disclosure',
          days: 5,
          unit: 'workday',
          countsFrom: '内容信息形成、变更或获取之日',
        }),
      ])
    }
  })

  test('promises 5 working days for a request and shows the statutory 20 beside it (政府信息公开条例 §33)', () => {
    for (const item of ouhai.items.filter(candidate => candidate.mode === 'on-request')) {
      expect(item.deadlines).toEqual([
        expect.objectContaining({
          kind: 'promise',
          days: 5,
          unit: 'workday',
          countsFrom: '收到申请人申请之日',
        }),
        expect.objectContaining({ kind: 'statutory', days: 20, unit: 'workday' }),
      ])
    }
  })

  test('says of each table who publishes, and every publisher of an item stands there', () => {
    const [, revised] = ouhai.editions
    for (const item of ouhai.items) {
      const table = revised?.tables.find(entry => entry.table === item.table)
      expect(table?.name).toBe(item.category)
      for (const publisher of item.publishers) expect(table?.publishers).toContain(publisher.name)
    }
  })

  test('names the items that have no procedure', () => {
    const [, revised] = ouhai.editions
    const without = ouhai.items.filter(item => item.procedures.length === 0).map(item => item.itemId)
    expect(revised?.itemsWithoutProcedure).toEqual(without)
  })

  test('tells for every contradiction of the document the reading taken and why', () => {
    const ids = ouhai.district.inconsistencies.map(entry => entry.id)
    expect(ids).toHaveLength(41)
    expect(ids.filter(id => id.startsWith('OH-'))).toHaveLength(34)
    for (const entry of ouhai.district.inconsistencies) {
      expect(entry.reading.length).toBeGreaterThan(1)
      expect(entry.why.length).toBeGreaterThan(5)
    }
  })
})
