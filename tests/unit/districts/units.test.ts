import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DistrictData } from '../../../shared/catalog/documents'
import { DISTRICTS_DIR, loadAll, loadOne } from './loaded'

const levelsOf = ({ units }: DistrictData) => {
  const count = (level: string) => units.filter(unit => unit.level === level).length
  return [count('district'), count('department'), count('township'), count('village')]
}

describe('the units', () => {
  test('of 瓯海区 are 13 镇街, 197 villages, the 9 departments that its catalog names and 2 that procedures need', async () => {
    expect(levelsOf(await loadOne('ouhai'))).toEqual([1, 11, 13, 197])
  })

  test('of 江北区 are 8 街道镇, 152 villages, the one department of its catalog and 2 that 低收入农户认定 needs', async () => {
    expect(levelsOf(await loadOne('jiangbei'))).toEqual([1, 3, 8, 152])
  })

  test('stand in one tree: each path runs from the district through the parent to the unit', async () => {
    const { districts } = await loadAll()
    for (const { district, units } of districts) {
      const byId = new Map(units.map(unit => [unit._id, unit]))
      expect(byId.size).toBe(units.length)
      for (const unit of units) {
        const parent = unit.parent === null ? null : byId.get(unit.parent)
        expect([unit._id, parent === undefined]).toEqual([unit._id, false])
        expect(unit.path).toEqual([...(parent?.path ?? []), unit._id])
        expect(unit.path[0]).toBe(district.code)
        expect(unit.districtId).toBe(district._id)
      }
    }
  })

  test('keep their statistical codes: 9 digits for a township, 12 for a village, the parent’s in front', async () => {
    const { districts } = await loadAll()
    for (const { units } of districts) {
      for (const unit of units.filter(({ level }) => level === 'township' || level === 'village')) {
        expect(unit._id).toMatch(unit.level === 'township' ? /^\d{9}$/ : /^\d{12}$/)
        expect(unit._id.startsWith(unit.parent ?? 'none')).toBe(true)
      }
    }
  })

  test('have no generic body (各镇街, 村民委员会) as a department', async () => {
    const { districts } = await loadAll()
    const names = districts.flatMap(({ units }) => units.map(unit => unit.name))
    expect(names).toContain('区委农办')
    for (const generic of ['各镇街', '村民委员会', '区级发文机关']) expect(names).not.toContain(generic)
  })
})

describe('the data files', () => {
  const files = readdirSync(DISTRICTS_DIR, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(yaml|csv|json)$/.test(name))
    .map(name => [name, readFileSync(join(DISTRICTS_DIR, name), 'utf8')])

  test.each(files)('%s holds no full ID number and no mobile number', (_, text) => {
    expect(text?.match(/(?<!\d)\d{17}[\dXx](?!\d)/g)).toBeNull()
    expect(text?.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g)).toBeNull()
  })
})
