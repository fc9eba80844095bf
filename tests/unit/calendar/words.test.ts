import {
  dateWithWeekday,
  dateWords,
  fullDateWords,
  instantWords,
  rangeWords,
  timeWords,
} from '../../../shared/calendar/words'

describe('dates in words', () => {
  it('have no leading zeros, and a weekday where they stand alone', () => {
    expect(dateWords('2026-10-13')).toBe('10月13日')
    expect(dateWords('2026-01-04')).toBe('1月4日')
    expect(dateWithWeekday('2026-10-13')).toBe('10月13日 周二')
    expect(dateWithWeekday('2026-10-11')).toBe('10月11日 周日')
    expect(fullDateWords('2026-10-13')).toBe('2026年10月13日')
  })

  it('say a run of days as short as can be', () => {
    expect(rangeWords('2026-10-01', '2026-10-07')).toBe('10月1日—7日')
    expect(rangeWords('2026-09-28', '2026-10-03')).toBe('9月28日—10月3日')
    expect(rangeWords('2026-12-31', '2027-01-02')).toBe('2026年12月31日—2027年1月2日')
    expect(rangeWords('2026-10-10', '2026-10-10')).toBe('10月10日 周六')
  })

  it('say an instant by the clock in Beijing', () => {
    expect(timeWords('2026-10-08T01:05:00.000Z')).toBe('09:05')
    expect(timeWords('2026-10-08T16:00:00.000Z')).toBe('00:00')
    expect(instantWords('2026-10-08T16:00:00.000Z')).toBe('2026年10月9日 00:00')
  })
})
