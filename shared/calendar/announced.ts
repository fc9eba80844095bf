import { ANNOUNCED_TABLE } from './announced-table'
import type { CalendarDate, Holiday, YearSchedule } from './model'

/** Notices besides the yearly one that changed a year's days off after it was announced. */
const LATER_NOTICES: Readonly<Record<number, string>> = {
  2015: '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
  2019: '国务院办公厅关于调整2019年劳动节假期安排的通知',
  2020: '国务院办公厅关于延长2020年春节假期的通知',
}

/** Every year the State Council has announced, as known when this release was made, oldest first. */
export const ANNOUNCED: readonly YearSchedule[] = ANNOUNCED_TABLE.trim().split('\n').map(scheduleOfLine)

/** @example `2026 元旦1.1-1.3 … 班1.4 2.14 …` */
function scheduleOfLine(line: string): YearSchedule {
  const year = Number(line.slice(0, 4))
  const [daysOff = '', madeUp = ''] = line.slice(5).split(' 班')
  return {
    year,
    holidays: daysOff.split(' ').map(text => holidayOf(year, text)),
    makeupDays: madeUp.split(' ').map(text => dateOf(year, text)),
    source: sourceOf(year),
  }
}

function sourceOf(year: number): string {
  const yearly = `国务院办公厅关于${year}年部分节假日安排的通知`
  const later = LATER_NOTICES[year]
  return later ? `${yearly}；${later}` : yearly
}

/** @example `春节2.15-2.23` */
function holidayOf(year: number, text: string): Holiday {
  const nameEnd = text.search(/\d/)
  const [from = '', to = from] = text.slice(nameEnd).split('-')
  return { name: text.slice(0, nameEnd), from: dateOf(year, from), to: dateOf(year, to) }
}

/** `2.15`; a December date belongs to the year before, see the table. */
function dateOf(year: number, monthDay: string): CalendarDate {
  const [month = '', day = ''] = monthDay.split('.')
  const inYear = month === '12' ? year - 1 : year
  return `${inYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
