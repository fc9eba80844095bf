import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import chineseDays from 'chinese-days'
import { ANNOUNCED } from '../../../shared/calendar/announced'
import { ANNOUNCED_TABLE } from '../../../shared/calendar/announced-table'
import { addDays, weekday } from '../../../shared/calendar/date'
import { type CalendarDate, yearSchedule } from '../../../shared/calendar/model'
import { checkSchedule } from '../../../shared/calendar/schedule-rules'
import { createCalendar } from '../../../shared/calendar/work-calendar'
import { ANNOUNCED_FACTS, isWorkedByNotice, judgedDays } from './announced-facts'

const calendar = createCalendar()
const YEARS = Object.keys(ANNOUNCED_FACTS).map(Number)

function daysOf(year: number): CalendarDate[] {
  const days: CalendarDate[] = []
  for (let date = `${year}-01-01`; date.startsWith(`${year}`); date = addDays(date, 1)) days.push(date)
  return days
}

describe('the announced calendar', () => {
  it('has every year from 2004 to 2026', () => {
    expect(ANNOUNCED.map(schedule => schedule.year)).toEqual(YEARS)
    expect(YEARS[0]).toBe(2004)
    expect(calendar.announcedThrough).toBe(2026)
  })

  it.each(YEARS)('agrees with the notices on every day of %d', year => {
    const wrong = daysOf(year).filter(date => calendar.isWorkday(date) !== isWorkedByNotice(date))
    expect(wrong).toEqual([])
  })

  it.each(YEARS)('was copied down without a weekend off or a weekday made up in %d', year => {
    const { off, worked } = judgedDays(year)
    expect([...off].filter(date => weekday(date) > 5)).toEqual([])
    expect([...worked].filter(date => weekday(date) <= 5)).toEqual([])
  })

  it('agrees with chinese-days on every one of the 8,401 days', () => {
    const days = YEARS.flatMap(daysOf)
    const wrong = days.filter(date => calendar.isWorkday(date) !== chineseDays.isWorkday(date))
    expect(days).toHaveLength(8401)
    expect(wrong).toEqual([])
  })

  it('says the same by the description as by the count', () => {
    const days = YEARS.flatMap(daysOf)
    expect(days.filter(date => calendar.describe(date).working !== calendar.isWorkday(date))).toEqual([])
  })

  it('is what the generator makes of chinese-days today', () => {
    const table = new URL('../../../shared/calendar/announced-table.ts', `file://${__filename}`)
    const generator = new URL('../../../scripts/generate-calendar.mjs', `file://${__filename}`)
    const printed = execFileSync(process.execPath, [generator.pathname, '--print'], { encoding: 'utf8' })
    expect(printed).toBe(readFileSync(table, 'utf8'))
  })

  it('is well formed, and each schedule is one the State Council could have made', () => {
    for (const schedule of ANNOUNCED) {
      expect(yearSchedule.parse(schedule)).toEqual(schedule)
      expect(() => checkSchedule(schedule)).not.toThrow()
    }
  })

  it('takes less than 1 KB of a download', () => {
    expect(gzipSync(ANNOUNCED_TABLE).length).toBeLessThan(1024)
  })
})

describe('the days that calendars get wrong', () => {
  const workingDays: [CalendarDate, string][] = [
    ['2020-02-03', 'the first day after the extended holiday of 2020'],
    ['2023-10-07', 'a Saturday made up after 中秋、国庆 2023'],
    ['2023-10-08', 'a Sunday made up after 中秋、国庆 2023'],
    ['2024-02-04', 'a Sunday made up before 春节 2024'],
    ['2024-02-18', 'a Sunday made up after 春节 2024'],
    ['2025-01-26', 'a Sunday made up before 春节 2025'],
    ['2025-02-08', 'a Saturday made up after 春节 2025'],
    ['2026-01-04', 'the Sunday after 元旦 2026'],
    ['2026-02-14', 'the Saturday before 春节 2026'],
    ['2026-02-28', 'the second Saturday made up for 春节 2026'],
    ['2026-05-09', 'the Saturday made up for 劳动节 2026'],
    ['2026-09-20', 'the Sunday made up before 国庆 2026'],
    ['2026-10-10', 'the Saturday made up after 国庆 2026'],
    ['2018-12-29', 'a Saturday of 2018 that the notice for 2019 made a working day'],
    ['2024-02-09', '除夕 of 2024, which the notice left a working day'],
  ]
  it.each(workingDays)('%s is a working day: %s', date => {
    expect(calendar.isWorkday(date)).toBe(true)
  })

  const daysOff: [CalendarDate, string, string][] = [
    ['2020-01-31', '春节', 'by the notice that extended the holiday of 2020'],
    ['2018-12-31', '元旦', 'a Monday of 2018 by the notice for 2019'],
    ['2019-05-02', '劳动节', 'by the notice that changed 劳动节 2019 in March'],
    ['2015-09-03', '抗战胜利纪念日', 'the one-time holiday of 2015'],
    ['2025-10-08', '国庆、中秋', 'the eighth day of the joint holiday'],
    ['2026-02-23', '春节', 'the ninth day of 春节 2026'],
    ['2026-05-05', '劳动节', 'a Tuesday'],
  ]
  it.each(daysOff)('%s is off for %s: %s', (date, name) => {
    expect(calendar.describe(date)).toEqual({ working: false, reason: 'holiday', name, provisional: false })
  })
})
