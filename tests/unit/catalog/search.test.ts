import { checklistOf } from '../../../shared/catalog/checklist'
import type { CatalogItem } from '../../../shared/catalog/item'
import { filterItems, searchItems } from '../../../shared/catalog/search'
import { loadAll, loadOne } from '../districts/loaded'

let items: CatalogItem[]
beforeAll(async () => {
  items = (await loadOne('ouhai')).items
})
const idsOf = (found: readonly CatalogItem[]) => found.map(item => item.itemId)

describe('the catalog is searched', () => {
  test('by a word of the name', () => {
    expect(idsOf(searchItems(items, '临时救助'))).toEqual(['4/16'])
  })

  test('by a document and by a publisher', () => {
    expect(idsOf(searchItems(items, '扶残助残'))).toEqual(['4/19', '4/20', '4/21', '4/23'])
    expect(idsOf(searchItems(items, '区招商局'))).toEqual(['5/4'])
  })

  test('by several words that must all be there', () => {
    expect(idsOf(searchItems(items, '教育局  营养'))).toEqual(['4/9'])
    expect(idsOf(searchItems(items, '教育局 低保'))).toEqual([])
  })

  test('by nothing, which gives all in the catalog’s order', () => {
    expect(searchItems(items, ' ')).toEqual(items)
  })
})

describe('the catalog is filtered', () => {
  test('by table, publisher and word together', () => {
    expect(filterItems(items, { table: 4 })).toHaveLength(24)
    expect(idsOf(filterItems(items, { table: 2, publisher: '区民政局' }))).toEqual(['2/1'])
    expect(idsOf(filterItems(items, { publisher: '区卫计局', word: '养老' }))).toEqual(['4/18'])
    expect(filterItems(items, { table: 6 })).toEqual([])
  })
})

test('the checklist of an item names the fields of a form that answer each content', async () => {
  const { common } = await loadAll()
  const form = common.templates.find(template => template._id === 'low-income-list')
  const item = items.find(candidate => candidate.itemId === '2/1')
  if (form === undefined || item === undefined) throw new Error('not in the data')
  expect(checklistOf(item, form)).toEqual([
    { content: '低收入农户认定办法', fields: [] },
    { content: '实施步骤', fields: [] },
    { content: '认定过程', fields: ['process'] },
    { content: '认定结果', fields: [] },
  ])
})
