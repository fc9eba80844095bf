import * as fc from 'fast-check'
import { addDays, dateOfDay, dayNumber, weekday } from '../../../shared/calendar/date'
import { CalendarError } from '../../../shared/calendar/errors'
import type { CalendarDate, YearSchedule } from '../../../shared/calendar/model'
import { createCalendar, type WorkCalendar } from '../../../shared/calendar/work-calendar'
import { TRIAL_2027, TRIAL_2027_FROM_DECEMBER } from './schedule-2027'

const calendar = createCalendar()

function refusal(act: () => unknown): { code: string; message: string } {
  try {
    act()
  } catch (error) {
    if (error instanceof CalendarError) return { code: error.code, message: error.message }
    throw error
  }
  return { code: 'none', message: '' }
}

function addWorkdaysOneByOne(from: CalendarDate, n: number, by: WorkCalendar): CalendarDate {
  let date = from
  for (let left = n; left > 0; ) {
    date = addDays(date, 1)
    if (by.isWorkday(date)) left -= 1
  }
  return date
}

const anyDate = fc.integer({ min: dayNumber('2004-01-01'), max: dayNumber('2028-12-31') }).map(dateOfDay)

describe('adding working days', () => {
  it.each([
    ['Monday', '2026-11-02', '2026-11-09'],
    ['Tuesday', '2026-11-03', '2026-11-10'],
    ['Wednesday', '2026-11-04', '2026-11-11'],
    ['Thursday', '2026-11-05', '2026-11-12'],
    ['Friday', '2026-11-06', '2026-11-13'],
    ['Saturday', '2026-11-07', '2026-11-13'],
    ['Sunday', '2026-11-08', '2026-11-13'],
  ])('5 from a %s (%s) in a plain week ends on %s', (_name, from, to) => {
    expect(calendar.addWorkdays(from, 5)).toEqual({ date: to, provisional: false })
  })

  it('steps over 国庆 2026 and counts the Saturday made up for it', () => {
    expect(calendar.addWorkdays('2026-09-28', 7).date).toBe('2026-10-13')
    expect(calendar.addWorkdays('2026-09-30', 3).date).toBe('2026-10-10')
  })

  it('steps over the nine days of 春节 2026', () => {
    expect(calendar.addWorkdays('2026-02-13', 1).date).toBe('2026-02-14')
    expect(calendar.addWorkdays('2026-02-14', 1).date).toBe('2026-02-24')
  })

  it('gives 20 working days of 政府信息公开条例 from 2026-09-17', () => {
    expect(calendar.addWorkdays('2026-09-17', 20).date).toBe('2026-10-21')
  })

  it('of none is the date itself, working or not', () => {
    expect(calendar.addWorkdays('2026-10-01', 0)).toEqual({ date: '2026-10-01', provisional: false })
  })

  it('is what counting one by one gives, from any date and for any number', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 300 }), (from, n) => {
        expect(calendar.addWorkdays(from, n).date).toBe(addWorkdaysOneByOne(from, n, calendar))
      }),
      { numRuns: 300 },
    )
  })

  it('adds up: n and then m is n + m', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(200), fc.nat(200), (from, n, m) => {
        const inTwo = calendar.addWorkdays(calendar.addWorkdays(from, n).date, m).date
        expect(inTwo).toBe(calendar.addWorkdays(from, n + m).date)
      }),
    )
  })

  it('is undone by counting between', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(500), (from, n) => {
        const to = calendar.addWorkdays(from, n).date
        expect(calendar.workdaysBetween(from, to)).toBe(n)
        expect(calendar.workdaysBetween(to, from) + n).toBe(0)
      }),
    )
  })

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%p is refused', n => {
    expect(refusal(() => calendar.addWorkdays('2026-10-08', n)).code).toBe('days-invalid')
  })

  it('past 2100 or before 2004 is refused rather than guessed', () => {
    expect(refusal(() => calendar.addWorkdays('2100-12-01', 40)).code).toBe('date-out-of-range')
    expect(refusal(() => calendar.isWorkday('2003-12-31')).code).toBe('date-out-of-range')
    expect(refusal(() => calendar.describe('2101-01-01')).code).toBe('date-out-of-range')
    expect(refusal(() => calendar.isWorkday('2026-02-29')).code).toBe('date-invalid')
  })

  it('works on the first day and on the last', () => {
    expect(calendar.describe('2004-01-01')).toMatchObject({ working: false, name: '元旦' })
    expect(calendar.isWorkday('2004-01-02')).toBe(true)
    expect(calendar.isWorkday('2100-12-31')).toBe(true)
    expect(calendar.addWorkdays('2100-12-30', 1).date).toBe('2100-12-31')
  })
})

describe('the next working day', () => {
  it('is the day itself where it is one', () => {
    expect(calendar.nextWorkday('2026-10-10')).toBe('2026-10-10')
  })

  it('is after the whole holiday where it is not', () => {
    expect(calendar.nextWorkday('2026-10-01')).toBe('2026-10-08')
    expect(calendar.nextWorkday('2026-10-11')).toBe('2026-10-12')
  })
})

describe('a year that is not announced', () => {
  it('is judged by weekday, and every day says that it is provisional', () => {
    expect(calendar.describe('2027-03-01')).toEqual({
      working: true,
      reason: 'workday',
      name: '',
      provisional: true,
    })
    expect(calendar.describe('2027-03-06')).toEqual({
      working: false,
      reason: 'weekend',
      name: '',
      provisional: true,
    })
  })

  it('has New Year’s Day off all the same, for the law fixes it', () => {
    expect(weekday('2027-01-01')).toBe(5)
    expect(calendar.describe('2027-01-01')).toEqual({
      working: false,
      reason: 'holiday',
      name: '元旦',
      provisional: true,
    })
    expect(calendar.describe('2027-10-01')).toMatchObject({ working: false, name: '国庆' })
  })

  it('makes provisional whatever is counted into it', () => {
    expect(calendar.addWorkdays('2026-12-28', 7)).toEqual({ date: '2027-01-07', provisional: true })
    expect(calendar.isAnnounced(2027)).toBe(false)
  })

  it('may reach back to 29 December, as four notices have done', () => {
    expect(calendar.addWorkdays('2026-12-21', 5)).toEqual({ date: '2026-12-28', provisional: false })
    expect(calendar.addWorkdays('2026-12-21', 6)).toEqual({ date: '2026-12-29', provisional: true })
    expect(calendar.describe('2026-12-28').provisional).toBe(false)
  })
})

describe('a schedule stored after the release', () => {
  const later = createCalendar({ schedules: [TRIAL_2027] })

  it('settles its year, and the end of the year before', () => {
    expect(later.announcedThrough).toBe(2027)
    expect(later.describe('2026-12-30').provisional).toBe(false)
    expect(later.addWorkdays('2026-12-28', 7)).toEqual({ date: '2027-01-07', provisional: false })
    expect(later.describe('2027-01-30')).toEqual({
      working: true,
      reason: 'makeup',
      name: '',
      provisional: false,
    })
    expect(later.describe('2027-12-29').provisional).toBe(true)
  })

  it('may reach back into the December before', () => {
    const reaching = createCalendar({ schedules: [TRIAL_2027_FROM_DECEMBER] })
    expect(reaching.describe('2026-12-31')).toMatchObject({ working: false, name: '元旦' })
    expect(reaching.describe('2027-01-03')).toMatchObject({ working: true, reason: 'makeup' })
  })

  it('replaces the earlier one for the same year, to the last day', () => {
    const corrected = createCalendar({ schedules: [TRIAL_2027_FROM_DECEMBER, TRIAL_2027] })
    expect(corrected.describe('2026-12-31')).toEqual({
      working: true,
      reason: 'workday',
      name: '',
      provisional: false,
    })
    expect(corrected.describe('2027-01-03')).toMatchObject({ working: false, reason: 'holiday' })
  })

  it('leaves a gap unannounced when a year is missing before it', () => {
    const year2028: YearSchedule = {
      year: 2028,
      holidays: [
        { name: '元旦', from: '2028-01-01', to: '2028-01-03' },
        { name: '劳动节', from: '2028-05-01', to: '2028-05-03' },
        { name: '国庆', from: '2028-10-01', to: '2028-10-07' },
      ],
      makeupDays: [],
      source: '试验用',
    }
    const gap = createCalendar({ schedules: [year2028] })
    expect(gap.announcedThrough).toBe(2026)
    expect(gap.describe('2027-06-01').provisional).toBe(true)
    expect(gap.describe('2028-06-01').provisional).toBe(false)
    expect(gap.addWorkdays('2027-12-20', 20).provisional).toBe(true)
    expect(gap.addWorkdays('2028-01-04', 20).provisional).toBe(false)
  })

  it.each<[string, YearSchedule]>([
    [
      'has 1 May at work',
      { ...TRIAL_2027, holidays: TRIAL_2027.holidays.filter(one => one.name !== '劳动节') },
    ],
    ['makes up on a Tuesday', { ...TRIAL_2027, makeupDays: ['2027-10-12'] }],
    ['makes up on one of its days off', { ...TRIAL_2027, makeupDays: ['2027-10-02'] }],
    ['speaks of another year', { ...TRIAL_2027, makeupDays: ['2026-10-10'] }],
    [
      'runs backwards',
      {
        ...TRIAL_2027,
        holidays: [...TRIAL_2027.holidays, { name: '中秋', from: '2027-09-17', to: '2027-09-15' }],
      },
    ],
    ['is of a year out of range', { ...TRIAL_2027, year: 2101 }],
  ])('is refused where it %s, with a word on what to do', (_slip, schedule) => {
    const { code, message } = refusal(() => createCalendar({ schedules: [schedule] }))
    expect(code).toBe('schedule-invalid')
    expect(message).toContain(`${schedule.year}年`)
    expect(message).toContain('改好再导入')
  })

  it('is refused where a date does not exist', () => {
    const schedule = { ...TRIAL_2027, makeupDays: ['2027-02-30'] }
    expect(refusal(() => createCalendar({ schedules: [schedule] })).code).toBe('date-invalid')
  })
})

describe('a day that the district counts differently', () => {
  const mourning = { date: '2026-10-14', working: false, reason: '本区停止办公' }
  const local = createCalendar({ overrides: [mourning] })

  it('wins over the weekday and over the announced schedule', () => {
    expect(local.describe('2026-10-14')).toEqual({
      working: false,
      reason: 'override',
      name: '本区停止办公',
      provisional: false,
    })
    const worked = createCalendar({ overrides: [{ date: '2026-10-02', working: true, reason: '防汛值守' }] })
    expect(worked.isWorkday('2026-10-02')).toBe(true)
    expect(worked.nextWorkday('2026-10-01')).toBe('2026-10-02')
  })

  it('is counted with', () => {
    expect(calendar.addWorkdays('2026-10-13', 1).date).toBe('2026-10-14')
    expect(local.addWorkdays('2026-10-13', 1).date).toBe('2026-10-15')
  })

  it('is settled even in a year that is not announced', () => {
    const ahead = createCalendar({ overrides: [{ date: '2027-03-01', working: false, reason: '停电检修' }] })
    expect(ahead.describe('2027-03-01').provisional).toBe(false)
    expect(ahead.describe('2027-03-02').provisional).toBe(true)
  })

  it('leaves other calendars as they were', () => {
    expect(calendar.isWorkday('2026-10-14')).toBe(true)
  })

  it('is refused where it is no date', () => {
    const act = () => createCalendar({ overrides: [{ ...mourning, date: '2026-10-32' }] })
    expect(refusal(act).code).toBe('date-invalid')
  })
})
