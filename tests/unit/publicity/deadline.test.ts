import { createCalendar } from '../../../shared/calendar/work-calendar'
import { reckonDeadline } from '../../../shared/publicity/deadline'
import { PublicityError } from '../../../shared/publicity/errors'
import { type DeadlineRule, reckoning as reckoningModel } from '../../../shared/publicity/model'

const calendar = createCalendar()
const TWENTY_WORKDAYS: DeadlineRule = {
  days: 20,
  unit: 'workday',
  countsFrom: '信息形成、变更或者获取之日',
  basis: '政府信息公开条例第二十六条',
}
const FIVE_WORKDAYS: DeadlineRule = { ...TWENTY_WORKDAYS, days: 5, basis: '瓯海目录表 3' }
const TEN_DAYS: DeadlineRule = { ...TWENTY_WORKDAYS, days: 10, unit: 'day' }

function lastDay(rule: DeadlineRule, eventDate: string): string {
  return reckonDeadline(rule, eventDate, calendar).lastDay
}

describe('政府信息公开条例第二十六条: 20 working days from forming or changing', () => {
  it('ends on 30 October for what was formed on 28 September 2026', () => {
    expect(lastDay(TWENTY_WORKDAYS, '2026-09-28')).toBe('2026-10-30')
  })

  it('says of every day on the way whether it counts and why', () => {
    const { calendar: days, ...rest } = reckonDeadline(FIVE_WORKDAYS, '2026-09-30', calendar)
    expect(rest).toEqual({
      eventDate: '2026-09-30',
      firstDay: '2026-10-08',
      lastDay: '2026-10-13',
      days: 5,
      unit: 'workday',
      provisional: false,
      movedFrom: null,
      dispute: null,
    })
    const told = days.map(({ date, ordinal, reason, name }) => [date.slice(5), ordinal, reason, name])
    expect(told).toEqual([
      ['09-30', null, 'event', ''],
      ['10-01', null, 'holiday', '国庆'],
      ['10-02', null, 'holiday', '国庆'],
      ['10-03', null, 'holiday', '国庆'],
      ['10-04', null, 'holiday', '国庆'],
      ['10-05', null, 'holiday', '国庆'],
      ['10-06', null, 'holiday', '国庆'],
      ['10-07', null, 'holiday', '国庆'],
      ['10-08', 1, 'workday', ''],
      ['10-09', 2, 'workday', ''],
      ['10-10', 3, 'makeup', ''],
      ['10-11', null, 'weekend', ''],
      ['10-12', 4, 'workday', ''],
      ['10-13', 5, 'workday', ''],
    ])
    expect(reckoningModel.parse({ ...rest, calendar: days })).toEqual({ ...rest, calendar: days })
  })
})

describe('民法典第二百零一条: the day of the event is not counted', () => {
  it.each([
    ['Monday', '2026-11-02', '2026-11-09'],
    ['Tuesday', '2026-11-03', '2026-11-10'],
    ['Wednesday', '2026-11-04', '2026-11-11'],
    ['Thursday', '2026-11-05', '2026-11-12'],
    ['Friday', '2026-11-06', '2026-11-13'],
    ['Saturday', '2026-11-07', '2026-11-13'],
    ['Sunday', '2026-11-08', '2026-11-13'],
  ])('five working days from a %s, %s, end on %s', (_name, eventDate, end) => {
    expect(lastDay(FIVE_WORKDAYS, eventDate)).toBe(end)
  })

  it.each([
    ['Monday', '2026-11-02', '2026-11-12'],
    ['Tuesday', '2026-11-03', '2026-11-13'],
    ['Wednesday, whose tenth day is a Saturday', '2026-11-04', '2026-11-16'],
    ['Thursday, whose tenth day is a Sunday', '2026-11-05', '2026-11-16'],
    ['Friday', '2026-11-06', '2026-11-16'],
    ['Saturday', '2026-11-07', '2026-11-17'],
    ['Sunday', '2026-11-08', '2026-11-18'],
  ])('ten calendar days from a %s, %s, end on %s', (_name, eventDate, end) => {
    expect(lastDay(TEN_DAYS, eventDate)).toBe(end)
  })
})

describe('a rule that cannot be counted', () => {
  it.each([
    [0, 'days-invalid'],
    [-3, 'days-invalid'],
    [Number.NaN, 'days-invalid'],
    [2.5, 'days-invalid'],
    [1001, 'days-too-many'],
  ])('of %p days is refused', (days, code) => {
    expect(() => lastDay({ ...FIVE_WORKDAYS, days }, '2026-11-02')).toThrow(PublicityError)
    expect(() => lastDay({ ...FIVE_WORKDAYS, days }, '2026-11-02')).toThrow(expect.objectContaining({ code }))
  })

  it('from a date that does not exist is refused', () => {
    expect(() => lastDay(FIVE_WORKDAYS, '2026-11-31')).toThrow(
      expect.objectContaining({ code: 'date-invalid' }),
    )
  })
})
