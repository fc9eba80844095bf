import type { CalendarDate } from '../../../shared/calendar/model'
import { createCalendar, type WorkCalendar } from '../../../shared/calendar/work-calendar'
import { type PublicityWindow, publicityWindow, type WindowRule } from '../../../shared/publicity/model'
import { lengthenWindow, openWindow, recomputeWindow } from '../../../shared/publicity/window'
import { AT_LEAST_TEN_DAYS, DISPUTED_SEVEN, LONG_TERM, morningOf, SEVEN_DAYS, SEVEN_WORKDAYS } from './rules'

const calendar = createCalendar()

function post(
  rule: WindowRule,
  date: CalendarDate,
  more: { days?: number; countPostingDay?: boolean } = {},
  by: WorkCalendar = calendar,
) {
  return openWindow({ rule, postedAt: morningOf(date), calendar: by, number: 1, ...more })
}

function lastDay(window: PublicityWindow): CalendarDate | undefined {
  return window.reckoning?.lastDay
}

function refusal(code: string) {
  return expect.objectContaining({ name: 'PublicityError', code })
}

describe('民法典第二百零一条: the posting day is not counted', () => {
  it('so seven working days posted on 28 September 2026 begin on the 29th and end on 13 October', () => {
    const window = post(SEVEN_WORKDAYS, '2026-09-28')
    expect(window).toMatchObject({
      number: 1,
      postedAt: '2026-09-28T01:00:00.000Z',
      opensAt: '2026-09-28T01:00:00.000Z',
      closesAt: '2026-10-13T16:00:00.000Z',
    })
    expect(window.reckoning).toMatchObject({
      eventDate: '2026-09-28',
      firstDay: '2026-09-29',
      lastDay: '2026-10-13',
    })
    expect(publicityWindow.parse(window)).toEqual(window)
  })

  it.each([
    ['Monday', '2026-11-02', '2026-11-11'],
    ['Tuesday', '2026-11-03', '2026-11-12'],
    ['Wednesday', '2026-11-04', '2026-11-13'],
    ['Thursday', '2026-11-05', '2026-11-16'],
    ['Friday', '2026-11-06', '2026-11-17'],
    ['Saturday', '2026-11-07', '2026-11-17'],
    ['Sunday', '2026-11-08', '2026-11-17'],
  ])('seven working days posted on a %s, %s, end on %s', (_name, date, end) => {
    expect(lastDay(post(SEVEN_WORKDAYS, date))).toBe(end)
  })

  it('and the posting belongs to the Beijing day it falls on, to the millisecond', () => {
    const before = openWindow({
      rule: SEVEN_WORKDAYS,
      postedAt: '2026-11-02T15:59:59.999Z',
      calendar,
      number: 1,
    })
    const after = openWindow({
      rule: SEVEN_WORKDAYS,
      postedAt: '2026-11-02T16:00:00.000Z',
      calendar,
      number: 1,
    })
    expect(lastDay(before)).toBe('2026-11-11')
    expect(lastDay(after)).toBe('2026-11-12')
  })
})

describe('a district whose data count the posting day', () => {
  it('closes a day earlier, as 孝南, 婺城 and 景宁 wrote', () => {
    const window = post(SEVEN_WORKDAYS, '2026-11-02', { countPostingDay: true })
    expect(lastDay(window)).toBe('2026-11-10')
    expect(window.reckoning?.calendar[0]).toMatchObject({ date: '2026-11-02', ordinal: 1, reason: 'workday' })
    expect(lastDay(post(SEVEN_DAYS, '2026-11-02', { countPostingDay: true }))).toBe('2026-11-09')
  })

  it('still begins on the next working day when it posts on a Saturday', () => {
    const window = post(SEVEN_WORKDAYS, '2026-11-07', { countPostingDay: true })
    expect(window.reckoning?.calendar[0]).toMatchObject({
      date: '2026-11-07',
      ordinal: null,
      reason: 'weekend',
    })
    expect(window.reckoning?.firstDay).toBe('2026-11-09')
    expect(lastDay(window)).toBe('2026-11-17')
  })
})

describe('民法典第二百零三条: a last day that is a day off moves to the next working day', () => {
  it.each([
    ['Monday', '2026-11-02', '2026-11-09', null],
    ['Tuesday', '2026-11-03', '2026-11-10', null],
    ['Wednesday', '2026-11-04', '2026-11-11', null],
    ['Thursday', '2026-11-05', '2026-11-12', null],
    ['Friday', '2026-11-06', '2026-11-13', null],
    ['Saturday', '2026-11-07', '2026-11-16', '2026-11-14'],
    ['Sunday', '2026-11-08', '2026-11-16', '2026-11-15'],
  ])('seven days posted on a %s, %s, end on %s', (_name, date, end, movedFrom) => {
    expect(post(SEVEN_DAYS, date).reckoning).toMatchObject({ lastDay: end, movedFrom })
  })

  it('over the whole of 国庆 2026', () => {
    const window = post(SEVEN_DAYS, '2026-09-25')
    expect(window.reckoning).toMatchObject({ lastDay: '2026-10-08', movedFrom: '2026-10-02' })
    const tail = window.reckoning?.calendar.filter(day => day.date >= '2026-10-01')
    expect(tail?.map(({ date, ordinal, reason }) => [date.slice(8), ordinal, reason])).toEqual([
      ['01', 6, 'day'],
      ['02', null, 'holiday'],
      ['03', null, 'holiday'],
      ['04', null, 'holiday'],
      ['05', null, 'holiday'],
      ['06', null, 'holiday'],
      ['07', null, 'holiday'],
      ['08', 7, 'moved'],
    ])
  })

  it('but a Saturday that is made up for is no day off', () => {
    expect(post(SEVEN_DAYS, '2026-10-03').reckoning).toMatchObject({ lastDay: '2026-10-10', movedFrom: null })
  })

  it('and counts holidays on the way, for 按照日计算 counts every day', () => {
    expect(post(SEVEN_DAYS, '2026-10-01').reckoning).toMatchObject({
      firstDay: '2026-10-02',
      lastDay: '2026-10-08',
    })
  })
})

describe('民法典第二百零三条: the last day ends at 24:00', () => {
  it('which is the first instant of the next day in Beijing', () => {
    expect(post(SEVEN_WORKDAYS, '2026-11-02').closesAt).toBe('2026-11-11T16:00:00.000Z')
  })
})

describe('长期公开', () => {
  it('opens and does not close', () => {
    expect(post(LONG_TERM, '2026-11-02')).toEqual({
      number: 1,
      postedAt: morningOf('2026-11-02'),
      opensAt: morningOf('2026-11-02'),
      closesAt: null,
      reckoning: null,
    })
  })

  it('takes no number of days', () => {
    expect(() => post(LONG_TERM, '2026-11-02', { days: 30 })).toThrow(refusal('window-has-no-end'))
    expect(() => lengthenWindow(post(LONG_TERM, '2026-11-02'), LONG_TERM, 30, calendar)).toThrow(
      refusal('window-has-no-end'),
    )
  })
})

describe('a disputed unit', () => {
  it('takes the reading that closes later, and gives both', () => {
    const { reckoning } = post(DISPUTED_SEVEN, '2026-09-28')
    expect(reckoning).toMatchObject({ days: 7, unit: 'workday', lastDay: '2026-10-13' })
    expect(reckoning?.dispute).toEqual({
      term: '七天',
      readings: [
        {
          days: 7,
          unit: 'workday',
          source: '江北文总则“未特殊说明的均采用工作日”',
          lastDay: '2026-10-13',
          taken: true,
        },
        { days: 7, unit: 'day', source: '江北文 3.4 写“七天”', lastDay: '2026-10-08', taken: false },
      ],
    })
  })

  const fourOrMore = (days: number): WindowRule => ({
    mode: 'window',
    days: 4,
    unit: 'workday',
    basis: '试验',
    dispute: {
      term: `4个工作日或${days}天`,
      readings: [
        { days, unit: 'day', source: '甲' },
        { days: 4, unit: 'workday', source: '乙' },
      ],
    },
  })

  it('may turn out to be the calendar days, where a make-up Sunday brings the working ones forward', () => {
    expect(post(fourOrMore(6), '2026-09-17').reckoning).toMatchObject({
      days: 6,
      unit: 'day',
      lastDay: '2026-09-23',
      dispute: {
        readings: [
          { lastDay: '2026-09-22', taken: false },
          { lastDay: '2026-09-23', taken: true },
        ],
      },
    })
  })

  it('takes the rule’s own reading where both end on the same day', () => {
    expect(post(fourOrMore(5), '2026-09-17').reckoning).toMatchObject({
      days: 4,
      unit: 'workday',
      lastDay: '2026-09-22',
      dispute: {
        readings: [
          { source: '乙', taken: true },
          { source: '甲', taken: false },
        ],
      },
    })
  })

  it('reckons the rule’s own reading even where the list leaves it out', () => {
    const rule: WindowRule = {
      ...SEVEN_WORKDAYS,
      dispute: { term: '七天', readings: [{ days: 7, unit: 'day', source: '条例' }] },
    }
    expect(post(rule, '2026-09-28').reckoning?.dispute?.readings).toMatchObject([
      { unit: 'workday', source: SEVEN_WORKDAYS.basis, taken: true },
      { unit: 'day', source: '条例', taken: false },
    ])
  })
})

describe('"at least N": a window may be lengthened, nothing may be shortened', () => {
  it('by the cadre who posts it', () => {
    expect(lastDay(post(AT_LEAST_TEN_DAYS, '2026-11-02'))).toBe('2026-11-12')
    expect(post(AT_LEAST_TEN_DAYS, '2026-11-02', { days: 15 }).reckoning).toMatchObject({
      days: 15,
      lastDay: '2026-11-17',
    })
  })

  it.each([SEVEN_WORKDAYS, SEVEN_DAYS, AT_LEAST_TEN_DAYS, DISPUTED_SEVEN])(
    'never below what the rule says',
    rule => {
      expect(() => post(rule, '2026-11-02', { days: rule.days - 1 })).toThrow(refusal('window-shortened'))
      expect(() => post(rule, '2026-11-02', { days: 0 })).toThrow(refusal('days-invalid'))
      expect(() => post(rule, '2026-11-02', { days: Number.NaN })).toThrow(refusal('days-invalid'))
      expect(() => post(rule, '2026-11-02', { days: 1001 })).toThrow(refusal('days-too-many'))
    },
  )

  it('in every reading of a disputed rule', () => {
    const { reckoning } = post(DISPUTED_SEVEN, '2026-11-02', { days: 10 })
    expect(reckoning?.dispute?.readings.map(({ days, lastDay: end }) => [days, end])).toEqual([
      [10, '2026-11-16'],
      [10, '2026-11-12'],
    ])
    expect(reckoning?.lastDay).toBe('2026-11-16')
  })

  it('to days that the reading taken did not have yet', () => {
    const rule: WindowRule = {
      mode: 'window',
      days: 8,
      unit: 'day',
      basis: '甲',
      dispute: { term: '8天或7个工作日', readings: [{ days: 7, unit: 'workday', source: '乙' }] },
    }
    const window = post(rule, '2026-11-02')
    expect(window.reckoning).toMatchObject({ days: 7, unit: 'workday', lastDay: '2026-11-11' })
    const longer = lengthenWindow(window, rule, 8, calendar)
    expect(longer.reckoning).toMatchObject({ days: 8, unit: 'workday', lastDay: '2026-11-12' })
    expect(recomputeWindow(longer, rule, calendar)).toEqual(longer)
  })

  it('also while it runs, and keeps its number and its posting', () => {
    const window = post(SEVEN_WORKDAYS, '2026-11-02')
    const longer = lengthenWindow(window, SEVEN_WORKDAYS, 10, calendar)
    expect(longer).toMatchObject({ number: 1, postedAt: window.postedAt, opensAt: window.opensAt })
    expect(longer.reckoning).toMatchObject({ days: 10, lastDay: '2026-11-16' })
    expect(() => lengthenWindow(longer, SEVEN_WORKDAYS, 9, calendar)).toThrow(refusal('window-shortened'))
    expect(lengthenWindow(longer, SEVEN_WORKDAYS, 10, calendar)).toEqual(longer)
  })

  it('and remembers that its district counts the posting day', () => {
    const window = post(SEVEN_WORKDAYS, '2026-11-02', { countPostingDay: true })
    expect(lastDay(lengthenWindow(window, SEVEN_WORKDAYS, 8, calendar))).toBe('2026-11-11')
  })
})

describe('a window that cannot be opened', () => {
  it.each([0, -1, 1.5, Number.NaN])('has the number %p', number => {
    const act = () => openWindow({ rule: SEVEN_DAYS, postedAt: morningOf('2026-11-02'), calendar, number })
    expect(act).toThrow(refusal('window-number-invalid'))
  })

  it('is posted at no instant', () => {
    const act = () => openWindow({ rule: SEVEN_DAYS, postedAt: '2026-11-02', calendar, number: 1 })
    expect(act).toThrow(expect.objectContaining({ name: 'CalendarError', code: 'instant-invalid' }))
  })
})
