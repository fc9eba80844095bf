import type { World } from './world'

/** Posted on Monday 12 October 2026 at nine: seven working days end on Wednesday the 21st. */
export const POSTED = '2026-10-12T01:00:00.000Z'
export const NINE_THE_DAY_BEFORE_THE_LAST = '2026-10-20T01:00:00.000Z'
export const LAST_SECOND = '2026-10-21T15:59:59.000Z'
export const CLOSED = '2026-10-21T16:00:00.000Z'
export const NINE_THE_MORNING_AFTER = '2026-10-22T01:00:00.000Z'

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

/**
 * A list of households proposed as 低收入农户 (2/1), as a village cadre writes it, by the labels of the form;
 * what the form knows or counts by itself is left out. All names are made up.
 */
export const lowIncomeForm: [label: string, value: string][] = [
  ['认定过程', '2026-09-28开始申请，2026-10-11村民代表评议，到会28人。'],
  ['依据', '示例低收入农户认定办法'],
  ['受理单位', '泽雅镇社会事务办公室'],
  ['受理电话', '0577-00000000'],
  ['受理地址', '泽雅镇示例路1号'],
  ['受理时间', '工作日上午8:30—12:00，下午2:00—5:00'],
  ['监督电话', '0577-00000001'],
]
export const lowIncomeRows: [label: string, value: string][][] = [
  [
    ['户主姓名', '林示例'],
    ['村、组', '纸源村一组'],
    ['家庭人数', '3'],
    ['类别', '低保边缘户'],
    ['新增／续列', '续列'],
  ],
  [
    ['户主姓名', '周示例'],
    ['村、组', '纸源村二组'],
    ['家庭人数', '2'],
    ['类别', '其他低收入户'],
    ['新增／续列', '新增'],
  ],
]
