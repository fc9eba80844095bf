import type { Body } from '../../../shared/catalog/district'
import { successorOf } from '../../../shared/catalog/successor'
import { loadOne } from '../districts/loaded'

let bodies: Body[]
beforeAll(async () => {
  bodies = (await loadOne('ouhai')).district.bodies
})

describe('a body renamed since is shown with its successor', () => {
  test('区卫计局 is 区卫生健康局 from 2019', () => {
    expect(successorOf(bodies, '区卫计局', '2018-12-31')).toBeNull()
    expect(successorOf(bodies, '区卫计局', '2019-01-01')?.name).toBe('区卫生健康局')
  })

  test('区农林渔业局 is an alias of 区委农办 and has the same successor', () => {
    expect(successorOf(bodies, '区委农办', '2026-11-22')?.name).toBe('区农业农村局')
    expect(successorOf(bodies, '区农林渔业局', '2026-11-22')?.name).toBe('区农业农村局')
  })

  test('区民政局 gave 医疗救助 and 自然灾害救助 away and kept the rest', () => {
    expect(successorOf(bodies, '区民政局', '2026-11-22', '4/5')?.name).toBe('区医疗保障部门')
    expect(successorOf(bodies, '区民政局', '2026-11-22', '4/15')?.name).toBe('区应急管理局')
    expect(successorOf(bodies, '区民政局', '2026-11-22', '4/13')).toBeNull()
    expect(successorOf(bodies, '区民政局', '2026-11-22')).toBeNull()
  })

  test('区残联 is what it was, and so is a body the district does not list', () => {
    expect(successorOf(bodies, '区残联', '2026-11-22')).toBeNull()
    expect(successorOf(bodies, '市水利局', '2026-11-22')).toBeNull()
  })

  test('the latest of several changes counts, by date where it is known', () => {
    const twice: Body = {
      name: '甲',
      level: 'department',
      generic: false,
      aliases: [],
      successors: [
        { name: '丙', since: '2023-06-01', basis: '', verified: true },
        { name: '乙', since: '2019', basis: '', verified: true },
      ],
    }
    expect(successorOf([twice], '甲', '2023-05-31')?.name).toBe('乙')
    expect(successorOf([twice], '甲', '2023-06-01')?.name).toBe('丙')
  })
})
