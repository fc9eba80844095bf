import { childrenOf, matching, namesAbove } from '../../../miniprogram/components/UnitPicker/units'
import { ageWords } from '../../../miniprogram/format/age'

describe('the age of a copy on the phone, by the Beijing calendar', () => {
  const now = '2026-10-08T00:12:00.000Z'

  it.each([
    ['2026-10-07T23:40:00.000Z', '今天 7:40'],
    ['2026-10-07T12:15:00.000Z', '昨天 20:15'],
    ['2026-10-07T15:59:59.999Z', '昨天 23:59'],
    ['2026-10-03T01:00:00.000Z', '10月3日 9:00'],
  ])('%s is %s', (storedAt, words) => {
    expect(ageWords(storedAt, now)).toBe(words)
  })
})

describe('choosing a village', () => {
  const district = {
    id: 'example',
    name: '示例区',
    city: '示例市',
    code: '000001',
    edition: { id: 'e', name: '修订版', from: null, to: null },
  }
  const town = { code: '000001001', name: '示例镇', level: 'township', parent: '000001' }
  const village = { code: '000001001201', name: '前岸村', level: 'village', parent: '000001001' }
  const units = [town, village]

  it('leads from the district to its townships and on to their villages', () => {
    expect(childrenOf(units, { code: district.code, name: '', level: 'district', parent: null })).toEqual([
      town,
    ])
    expect(childrenOf(units, town)).toEqual([village])
    expect(childrenOf(units, village)).toEqual([])
  })

  it('finds a village by a part of its name', () => {
    expect(matching(units, ' 前岸 ')).toEqual([village])
    expect(matching(units, '后岸')).toEqual([])
  })

  it('says where a place lies', () => {
    expect(namesAbove(units, district, village.code)).toBe('示例区 · 示例镇')
    expect(namesAbove(units, district, town.code)).toBe('示例区')
    expect(namesAbove(units, district, district.code)).toBe('')
  })
})
