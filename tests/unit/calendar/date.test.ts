import * as fc from 'fast-check'
import {
  addDays,
  at,
  beijingDate,
  dateOfDay,
  dayNumber,
  daysBetween,
  endOfDay,
  startOfDay,
  timeOfDay,
  weekday,
} from '../../../shared/calendar/date'
import { CalendarError } from '../../../shared/calendar/errors'
import { isCalendarDate, isInstant } from '../../../shared/calendar/model'

function errorCode(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof CalendarError) return error.code
    throw error
  }
  return 'no error'
}

describe('the date in Beijing', () => {
  it('is still the old one a millisecond before midnight there', () => {
    expect(beijingDate('2026-10-07T15:59:59.999Z')).toBe('2026-10-07')
  })

  it('is the new one at midnight there, when it is 16:00 UTC', () => {
    expect(beijingDate('2026-10-07T16:00:00.000Z')).toBe('2026-10-08')
  })

  it('turns the year on 31 December at 16:00 UTC', () => {
    expect(beijingDate('2026-12-31T16:00:00.000Z')).toBe('2027-01-01')
  })
})

describe('any instant', () => {
  const anyInstant = fc
    .integer({ min: Date.parse('1992-01-01T00:00:00.000Z'), max: Date.parse('2200-01-01T00:00:00.000Z') })
    .map(ms => new Date(ms).toISOString())

  it('has the date and the time of day that the platform shows eight hours on', () => {
    fc.assert(
      fc.property(anyInstant, now => {
        const shifted = new Date(Date.parse(now) + 8 * 3_600_000).toISOString()
        expect(beijingDate(now)).toBe(shifted.slice(0, 10))
        expect(timeOfDay(now)).toBe(shifted.slice(11, 16))
      }),
    )
  })

  it('lies in its day: from the start on, before the end', () => {
    fc.assert(
      fc.property(anyInstant, now => {
        const date = beijingDate(now)
        expect(startOfDay(date) <= now && now < endOfDay(date)).toBe(true)
        expect(isInstant(startOfDay(date))).toBe(true)
        expect(at(date, timeOfDay(now)).slice(0, 16)).toBe(now.slice(0, 16))
      }),
    )
  })

  it('is told from what is none as the stored form tells it', () => {
    const damaged = fc
      .tuple(anyInstant, fc.nat(24), fc.string({ maxLength: 1 }))
      .map(([text, place, letter]) => text.slice(0, place) + letter + text.slice(place + 1))
    const made = fc
      .tuple(
        fc.integer({ min: 0, max: 26 }),
        fc.integer({ min: 0, max: 61 }),
        fc.integer({ min: 0, max: 61 }),
      )
      .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'))
      .map(time => `2026-10-08T${time}.000Z`)
    fc.assert(
      fc.property(fc.oneof(anyInstant, damaged, made), text => {
        const isRead = errorCode(() => beijingDate(text)) === 'no error'
        expect(isRead).toBe(isInstant(text))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the bounds of a day', () => {
  it('begin at 00:00 and end at 24:00 Beijing, which is 00:00 of the next', () => {
    expect(startOfDay('2026-10-08')).toBe('2026-10-07T16:00:00.000Z')
    expect(endOfDay('2026-10-08')).toBe('2026-10-08T16:00:00.000Z')
    expect(endOfDay('2026-10-08')).toBe(startOfDay('2026-10-09'))
  })

  it('hold a time of day', () => {
    expect(at('2026-10-12', '09:00')).toBe('2026-10-12T01:00:00.000Z')
    expect(at('2026-10-12', '00:00')).toBe(startOfDay('2026-10-12'))
    expect(at('2026-10-12', '23:59')).toBe('2026-10-12T15:59:00.000Z')
  })
})

describe('counting on the wall calendar', () => {
  it('crosses the leap day of 2024, and 2026 has none', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
  })

  it('knows that 2100 is no leap year and 2000 was', () => {
    expect(daysBetween('2100-02-28', '2100-03-01')).toBe(1)
    expect(daysBetween('2000-02-28', '2000-03-01')).toBe(2)
  })

  it('says Monday to Sunday as 1 to 7', () => {
    const week = ['12', '13', '14', '15', '16', '17', '18'].map(day => weekday(`2026-10-${day}`))
    expect(week).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('agrees with the platform for every day from 1900 to 2200', () => {
    for (let day = dayNumber('1900-01-01'); day <= dayNumber('2200-12-31'); day++) {
      const platform = new Date(day * 86_400_000)
      const date = dateOfDay(day)
      if (date !== platform.toISOString().slice(0, 10))
        throw new Error(`${date} is not ${platform.toISOString()}`)
      if (weekday(date) % 7 !== platform.getUTCDay()) throw new Error(`wrong weekday of ${date}`)
    }
  })

  it('comes back to the date it left', () => {
    const days = fc.integer({ min: dayNumber('0000-01-01'), max: dayNumber('9999-12-31') })
    fc.assert(fc.property(days, day => dayNumber(dateOfDay(day)) === day))
  })
})

describe('what is no date', () => {
  const wrong = [
    '2026-02-30',
    '2026-2-3',
    '2026-13-01',
    '2026-00-10',
    '2026-10-00',
    '20261008',
    '',
    '2026-10-08T',
    '２０２６-10-08',
  ]

  it.each(wrong)('%p is refused', text => {
    expect(errorCode(() => dayNumber(text))).toBe('date-invalid')
    expect(errorCode(() => endOfDay(text))).toBe('date-invalid')
    expect(errorCode(() => addDays(text, 1))).toBe('date-invalid')
  })

  it('is judged as the stored form is', () => {
    const pieces = fc.tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    )
    const text = pieces.map(
      ([year, month, day]) =>
        `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    )
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ maxLength: 12 })), candidate => {
        const isRead = errorCode(() => dayNumber(candidate)) === 'no error'
        return isRead === isCalendarDate(candidate)
      }),
      { numRuns: 2000 },
    )
  })

  it('nor is a broken number of days, instant or time of day', () => {
    expect(errorCode(() => addDays('2026-10-08', Number.NaN))).toBe('days-invalid')
    expect(errorCode(() => addDays('2026-10-08', 1.5))).toBe('days-invalid')
    expect(errorCode(() => addDays('2026-10-08', 9_000_000))).toBe('date-out-of-range')
    expect(errorCode(() => beijingDate('2026-10-08'))).toBe('instant-invalid')
    expect(errorCode(() => beijingDate('2026-10-08T01:00:00+08:00'))).toBe('instant-invalid')
    expect(errorCode(() => at('2026-10-08', '9:00'))).toBe('time-invalid')
    expect(errorCode(() => at('2026-10-08', '24:00'))).toBe('time-invalid')
  })
})
