import type { DistrictData } from '../../../shared/catalog/documents'
import { itemInEdition } from '../../../shared/catalog/earlier-item'
import { changesTouching, type Edition, editionInForce } from '../../../shared/catalog/edition'
import type { CatalogItem } from '../../../shared/catalog/item'
import { loadOne } from './loaded'

let ouhai: DistrictData
let revised: Edition
beforeAll(async () => {
  ouhai = await loadOne('ouhai')
  const found = ouhai.editions.find(edition => edition._id === 'ouhai@2018-07-24')
  if (found === undefined) throw new Error('no revised edition')
  revised = found
})

const itemOf = (itemId: string): CatalogItem => {
  const item = ouhai.items.find(candidate => candidate.itemId === itemId)
  if (item === undefined) throw new Error(`no item ${itemId}`)
  return item
}
const earlier = (itemId: string) => itemInEdition(itemOf(itemId), revised.changes)

describe('the edition that ruled on a date', () => {
  test.each([
    ['2018-07-23', 'ouhai@trial'],
    ['2018-07-24', 'ouhai@2018-07-24'],
    ['2026-11-22', 'ouhai@2018-07-24'],
  ])('on %s it was %s', (date, id) => {
    expect(editionInForce(ouhai.editions, date)?._id).toBe(id)
    expect(editionInForce([...ouhai.editions].reverse(), date)?._id).toBe(id)
  })

  test('is none before the first dated edition where nothing came before', () => {
    expect(editionInForce([revised], '2018-07-23')).toBeNull()
  })

  test('says of the trial edition that only the changes tell of it', () => {
    const trial = editionInForce(ouhai.editions, '2018-07-23')
    expect(trial?.knownBy).toBe('changes-only')
    expect(trial?.note).toContain('只能从修订说明')
  })
})

describe('the 15 changes from 试行 to 修订版', () => {
  test('are all recorded, in the order of the explanation', () => {
    expect(revised.changes.map(change => `${change.id} ${change.type}`)).toEqual([
      'R1 deadline',
      'R2 deadline-unify',
      'R3 content-refine',
      'R4 rename',
      'R5 rename',
      'R6a rename',
      'R6b move',
      'R7 add-item',
      'R8 add-item',
      'R9 publisher',
      'R10 publisher',
      'R11 flowchart-add',
      'R12 flowchart-add',
      'R13 flowchart-optimise',
      'R14 flowchart-optimise',
    ])
    expect(revised.changesHeadings).toHaveLength(6)
  })

  test.each([
    ['1/1', ['R1', 'R2', 'R3']],
    ['1/2', ['R2', 'R3']],
    ['4/3', ['R2', 'R3', 'R7', 'R11']],
    ['4/5', ['R2', 'R3', 'R6a', 'R6b']],
    ['4/15', ['R2', 'R3', 'R13', 'R14']],
    ['5/5', ['R2', 'R3', 'R10']],
  ])('those touching %s are %j', (itemId, ids) => {
    expect(changesTouching(itemOf(itemId), revised.changes).map(change => change.id)).toEqual(ids)
    expect(itemOf(itemId).changes).toEqual(ids)
  })

  test('the limit of 国家级扶贫政策 was 10 days', () => {
    expect(earlier('1/1').deadlineText).toBe('10天')
    expect(earlier('1/2').deadlineText).toBeNull()
  })

  test('疾病应急救助 was 卫生系统医疗救助', () => {
    expect(earlier('4/1')).toMatchObject({ existed: 'yes', name: '卫生系统医疗救助', group: '健康扶贫管理' })
  })

  test('医疗救助 was 民政系统医疗救助 and stood under 社会救助保障', () => {
    expect(earlier('4/5')).toMatchObject({ name: '民政系统医疗救助', group: '社会救助保障' })
  })

  test('低收入农户补充保险 did not exist; 家庭医生签约 existed in part under a name not known', () => {
    expect(earlier('4/4')).toMatchObject({ existed: 'no', name: null, publishers: [] })
    expect(earlier('4/3')).toMatchObject({ existed: 'partly', name: null })
  })

  test('山海协作 and 东西扶贫协作 were published by 区委农办; the slip 区发放局 is kept as printed', () => {
    expect(earlier('5/4').publishers).toEqual(['区委农办'])
    expect(earlier('5/5').publishers).toEqual(['区委农办'])
    const change = revised.changes.find(entry => entry.id === 'R10')
    expect(change).toMatchObject({ to: '区发改局', toAsPrinted: '区发放局' })
  })
})
