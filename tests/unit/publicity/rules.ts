import type { WindowRule } from '../../../shared/publicity/model'

type TimedRule = Exclude<WindowRule, { mode: 'long-term' }>

/** 瓯海's reading: working days, undisputed. */
export const SEVEN_WORKDAYS: TimedRule = {
  mode: 'window',
  days: 7,
  unit: 'workday',
  basis: '公开目录：公示 7 个工作日',
}

export const SEVEN_DAYS: TimedRule = {
  mode: 'window',
  days: 7,
  unit: 'day',
  basis: '民发〔2021〕57号：公示 7 天',
}

/** 财政专项扶贫资金 notices stay up in the village for ten days or more. */
export const AT_LEAST_TEN_DAYS: TimedRule = {
  mode: 'min-duration',
  days: 10,
  unit: 'day',
  basis: '原则上不少于 10 天',
}

export const LONG_TERM: WindowRule = { mode: 'long-term', basis: '低收入农户名单长期公开' }

/** 江北 writes 七天 and also that what is not specified is in working days. */
export const DISPUTED_SEVEN: TimedRule = {
  mode: 'window',
  days: 7,
  unit: 'workday',
  basis: '江北文 3.4',
  dispute: {
    term: '七天',
    readings: [
      { days: 7, unit: 'day', source: '江北文 3.4 写“七天”' },
      { days: 7, unit: 'workday', source: '江北文总则“未特殊说明的均采用工作日”' },
    ],
  },
}

/** Nine on a Beijing morning, when a village posts. */
export function morningOf(date: string): string {
  return `${date}T01:00:00.000Z`
}
