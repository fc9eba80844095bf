import { createCalendar } from '../../../shared/calendar/work-calendar'
import { leastDays } from '../../../shared/publicity/least-days'
import type { WindowRule } from '../../../shared/publicity/model'
import { LONG_TERM, morningOf, SEVEN_WORKDAYS } from './rules'

/** Monday 28 September 2026: seven working days end on 13 October, seven days on 5 October. */
const posting = { postedAt: morningOf('2026-09-28'), calendar: createCalendar(), countPostingDay: false }
const days = (count: number): WindowRule => ({ mode: 'window', days: count, unit: 'day', basis: '试验' })

describe('a notice for several rules', () => {
  test('is up as long as its own where the others end no later', () => {
    expect(leastDays(SEVEN_WORKDAYS, [days(7)], posting)).toBe(7)
    expect(leastDays(days(7), [], posting)).toBe(7)
  })

  test('is up longer where another ends later, in its own unit', () => {
    expect(leastDays(days(7), [SEVEN_WORKDAYS], posting)).toBe(15)
    expect(leastDays(SEVEN_WORKDAYS, [days(16), days(3)], posting)).toBe(8)
  })

  test('has no number of days where it stays for good', () => {
    expect(leastDays(LONG_TERM, [SEVEN_WORKDAYS], posting)).toBeNull()
  })

  test('is refused where no number of days is enough', () => {
    expect(() => leastDays(days(1), [days(300)], posting)).toThrow(RangeError)
  })
})
