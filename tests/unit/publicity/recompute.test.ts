import { createCalendar } from '../../../shared/calendar/work-calendar'
import type { PublicityWindow, WindowRule } from '../../../shared/publicity/model'
import { lengthenWindow, openWindow, recomputeWindow } from '../../../shared/publicity/window'
import { TRIAL_2027, TRIAL_2027_LONG_NEW_YEAR, TRIAL_2027_WORKED_SUNDAY } from '../calendar/schedule-2027'
import { DISPUTED_SEVEN, LONG_TERM, morningOf, SEVEN_DAYS, SEVEN_WORKDAYS } from './rules'

const before2027 = createCalendar()

function post(
  rule: WindowRule,
  date: string,
  more: { days?: number; countPostingDay?: boolean } = {},
): PublicityWindow {
  return openWindow({ rule, postedAt: morningOf(date), calendar: before2027, number: 1, ...more })
}

describe('a notice posted on 28 December 2026', () => {
  const posted = post(SEVEN_WORKDAYS, '2026-12-28')

  it('is provisional while 2027 is not announced', () => {
    expect(posted.reckoning).toMatchObject({ lastDay: '2027-01-07', provisional: true })
    const unsettled = posted.reckoning?.calendar.filter(day => day.provisional).map(day => day.date)
    expect(unsettled?.[0]).toBe('2026-12-29')
    expect(posted.reckoning?.calendar.find(day => day.date === '2027-01-01')).toMatchObject({
      ordinal: null,
      reason: 'holiday',
      name: '元旦',
    })
  })

  it('settles, unchanged, when a schedule for 2027 says what was thought', () => {
    const settled = recomputeWindow(posted, SEVEN_WORKDAYS, createCalendar({ schedules: [TRIAL_2027] }))
    expect(settled.closesAt).toBe(posted.closesAt)
    expect(settled.reckoning?.provisional).toBe(false)
    expect(settled.reckoning?.calendar.some(day => day.provisional)).toBe(false)
  })

  it('closes later when the schedule has more days off', () => {
    const settled = recomputeWindow(
      posted,
      SEVEN_WORKDAYS,
      createCalendar({ schedules: [TRIAL_2027_LONG_NEW_YEAR] }),
    )
    expect(settled.reckoning).toMatchObject({ days: 7, lastDay: '2027-01-09', provisional: false })
    expect(settled.closesAt).toBe('2027-01-09T16:00:00.000Z')
  })

  it('does not close earlier than promised when the schedule has more working days: it has eight instead', () => {
    const settledCalendar = createCalendar({ schedules: [TRIAL_2027_WORKED_SUNDAY] })
    const postedLater = openWindow({
      rule: SEVEN_WORKDAYS,
      postedAt: posted.postedAt,
      calendar: settledCalendar,
      number: 1,
    })
    expect(postedLater.reckoning?.lastDay).toBe('2027-01-06')
    const settled = recomputeWindow(posted, SEVEN_WORKDAYS, settledCalendar)
    expect(settled.reckoning).toMatchObject({ days: 8, lastDay: '2027-01-07', provisional: false })
    expect(settled.closesAt).toBe(posted.closesAt)
    expect(recomputeWindow(settled, SEVEN_WORKDAYS, settledCalendar)).toEqual(settled)
  })
})

describe('a window that is reckoned again', () => {
  const settledCalendar = createCalendar({ schedules: [TRIAL_2027] })

  it('keeps its number, its posting and its opening', () => {
    const posted = post(SEVEN_WORKDAYS, '2026-12-28')
    expect(recomputeWindow(posted, SEVEN_WORKDAYS, settledCalendar)).toMatchObject({
      number: 1,
      postedAt: posted.postedAt,
      opensAt: posted.opensAt,
    })
  })

  it('keeps the days a cadre gave it beyond the rule', () => {
    const longer = lengthenWindow(post(SEVEN_WORKDAYS, '2026-12-28'), SEVEN_WORKDAYS, 12, before2027)
    expect(recomputeWindow(longer, SEVEN_WORKDAYS, settledCalendar).reckoning).toMatchObject({ days: 12 })
    const disputed = post(DISPUTED_SEVEN, '2026-12-28', { days: 9 })
    const settled = recomputeWindow(disputed, DISPUTED_SEVEN, settledCalendar)
    expect(settled.reckoning?.dispute?.readings.map(reading => reading.days)).toEqual([9, 9])
  })

  it('does not take the larger number of a disputed rule for a lengthening', () => {
    const rule: WindowRule = {
      mode: 'window',
      days: 5,
      unit: 'workday',
      basis: '试验',
      dispute: { term: '5个工作日或10天', readings: [{ days: 10, unit: 'day', source: '乙' }] },
    }
    const posted = post(rule, '2026-12-28')
    expect(posted.reckoning).toMatchObject({ days: 10, unit: 'day' })
    const settled = recomputeWindow(posted, rule, settledCalendar)
    expect(settled.reckoning?.dispute?.readings.map(reading => reading.days)).toEqual([5, 10])
  })

  it('still counts the posting day where its district does', () => {
    const posted = post(SEVEN_WORKDAYS, '2026-12-28', { countPostingDay: true })
    const settled = recomputeWindow(posted, SEVEN_WORKDAYS, settledCalendar)
    expect(settled.reckoning).toMatchObject({ firstDay: '2026-12-28', lastDay: '2027-01-06' })
  })

  it('moves its last day when a district closes its offices on it', () => {
    const posted = post(SEVEN_DAYS, '2026-11-02')
    const closedOffices = createCalendar({
      overrides: [{ date: '2026-11-09', working: false, reason: '停电' }],
    })
    expect(recomputeWindow(posted, SEVEN_DAYS, closedOffices).reckoning).toMatchObject({
      lastDay: '2026-11-10',
      movedFrom: '2026-11-09',
    })
  })

  it('stays as it was by the same calendar', () => {
    for (const rule of [SEVEN_WORKDAYS, SEVEN_DAYS, DISPUTED_SEVEN, LONG_TERM]) {
      const posted = post(rule, '2026-12-28')
      expect(recomputeWindow(posted, rule, before2027)).toEqual(posted)
    }
  })
})
