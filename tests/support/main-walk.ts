import type { World } from './world'

/** Posted on Monday 12 October 2026 at nine: seven working days end on Wednesday the 21st. */
export const POSTED = '2026-10-12T01:00:00.000Z'
export const NINE_THE_DAY_BEFORE_THE_LAST = '2026-10-20T01:00:00.000Z'
export const LAST_SECOND = '2026-10-21T15:59:59.000Z'
export const CLOSED = '2026-10-21T16:00:00.000Z'
export const NINE_THE_MORNING_AFTER = '2026-10-22T01:00:00.000Z'

/** A list of households proposed as 低收入农户, as a village cadre fills it in. All names are made up. */
export const lowIncomeList = {
  unit: '330304108296',
  district: 'ouhai',
  item: '2/1',
  template: 'low-income-list',
  values: {
    publisherName: '纸源村委会',
    formedOn: '2026-10-11',
    acceptUnit: '泽雅镇社会事务办公室',
    acceptPhone: '0577-00000000',
    acceptAddress: '泽雅镇示例路1号',
    acceptHours: '工作日上午8:30—12:00，下午2:00—5:00',
    supervisionPhone: '0577-00000001',
    signedOn: '2026-10-12',
    year: '2026',
    process: '2026-09-28开始申请，2026-10-11村民代表评议，到会28人。',
    householdCount: '2',
    personCount: '5',
    basis: '示例低收入农户认定办法',
  },
  rows: [
    { name: '林示例', village: '纸源村一组', memberCount: '3', category: '低保边缘户', changeType: '续列' },
    { name: '周示例', village: '纸源村二组', memberCount: '2', category: '其他低收入户', changeType: '新增' },
  ],
}

export const LOW_INCOME_TITLE = '纸源村2026年度低收入农户拟认定名单'

/** Fires both timers, each twice at the same moment, as the platform does now and then. */
export async function fireTimersTwice(world: World): Promise<void> {
  await world.fireTimer('clock', 2)
  await world.fireTimer('courier', 2)
}

/** The titles of the messages that a person got, oldest first. */
export async function titlesIn(world: World, personaId: string): Promise<string[]> {
  return (await world.inbox(personaId)).map(({ title }) => title)
}

/** The same list as a person writes it, by the labels of the form; what the form knows or counts is left out. */
export const lowIncomeForm: [label: string, value: string][] = [
  ['认定过程', lowIncomeList.values.process],
  ['依据', lowIncomeList.values.basis],
  ['受理单位', lowIncomeList.values.acceptUnit],
  ['受理电话', lowIncomeList.values.acceptPhone],
  ['受理地址', lowIncomeList.values.acceptAddress],
  ['受理时间', lowIncomeList.values.acceptHours],
  ['监督电话', lowIncomeList.values.supervisionPhone],
]
export const lowIncomeRows: [label: string, value: string][][] = lowIncomeList.rows.map(row => [
  ['户主姓名', row.name],
  ['村、组', row.village],
  ['家庭人数', row.memberCount],
  ['类别', row.category],
  ['新增／续列', row.changeType],
])
