import * as fc from 'fast-check'
import { addDays, dateOfDay, dayNumber, endOfDay } from '../../../shared/calendar/date'
import type { YearSchedule } from '../../../shared/calendar/model'
import { createCalendar } from '../../../shared/calendar/work-calendar'
import { publicityWindow, type WindowRule } from '../../../shared/publicity/model'
import { transitionsOf, windowState } from '../../../shared/publicity/state'
import { lengthenWindow, openWindow, recomputeWindow } from '../../../shared/publicity/window'
import {
  TRIAL_2027,
  TRIAL_2027_FROM_DECEMBER,
  TRIAL_2027_LONG_NEW_YEAR,
  TRIAL_2027_WORKED_SUNDAY,
} from '../calendar/schedule-2027'

type TimedRule = Exclude<WindowRule, { mode: 'long-term' }>

const calendar = createCalendar()

const anyUnit = fc.constantFrom('workday' as const, 'day' as const)
const anyReading = fc.record({
  days: fc.integer({ min: 1, max: 40 }),
  unit: anyUnit,
  source: fc.constant('试验'),
})
const anyRule: fc.Arbitrary<TimedRule> = fc
  .record({ own: anyReading, others: fc.array(anyReading, { maxLength: 2 }) })
  .map(({ own, others }) => {
    const rule = { mode: 'window' as const, days: own.days, unit: own.unit, basis: '试验' }
    return others.length === 0 ? rule : { ...rule, dispute: { term: '试验', readings: others } }
  })
const anyDay = fc.integer({ min: dayNumber('2019-01-01'), max: dayNumber('2027-06-30') })
const anyPosting = fc
  .record({ day: anyDay, ms: fc.nat(86_399_999) })
  .map(({ day, ms }) => new Date(day * 86_400_000 + ms).toISOString())
const anyCalendar = fc
  .record({
    schedules: fc.constantFrom<YearSchedule[][]>(
      [],
      [TRIAL_2027],
      [TRIAL_2027_LONG_NEW_YEAR],
      [TRIAL_2027_WORKED_SUNDAY],
      [TRIAL_2027_FROM_DECEMBER],
    ),
    overrides: fc.array(
      fc.record({
        date: fc.integer({ min: dayNumber('2026-12-01'), max: dayNumber('2027-02-28') }).map(dateOfDay),
        working: fc.boolean(),
        reason: fc.constant('试验'),
      }),
      { maxLength: 12 },
    ),
  })
  .map(createCalendar)
const anyPostingAtYearEnd = fc
  .integer({ min: dayNumber('2026-12-01'), max: dayNumber('2027-01-15') })
  .map(day => `${dateOfDay(day)}T01:00:00.000Z`)

function post(rule: WindowRule, postedAt: string, by = calendar) {
  return openWindow({ rule, postedAt, calendar: by, number: 1 })
}

function closesAtOf(window: { closesAt: string | null }): string {
  if (window.closesAt === null) throw new Error('a timed rule has an end')
  return window.closesAt
}

describe('whatever the rule and whenever it is posted, a window', () => {
  it('has at least its days, all after the posting day, numbered in order', () => {
    fc.assert(
      fc.property(anyRule, anyPosting, (rule, postedAt) => {
        const { reckoning } = publicityWindow.parse(post(rule, postedAt))
        const counted = reckoning?.calendar.filter(day => day.ordinal !== null) ?? []
        expect(counted.map(day => day.ordinal)).toEqual(counted.map((_day, index) => index + 1))
        expect(counted).toHaveLength(reckoning?.days ?? 0)
        expect(counted[0]?.date).toBe(reckoning?.firstDay)
        expect(counted[counted.length - 1]?.date).toBe(reckoning?.lastDay)
        expect(counted.every(day => day.date > (reckoning?.eventDate ?? ''))).toBe(true)
      }),
    )
  })

  it('lists every day from the posting to the last without a gap', () => {
    fc.assert(
      fc.property(anyRule, anyPosting, (rule, postedAt) => {
        const { reckoning } = post(rule, postedAt)
        const dates = reckoning?.calendar.map(day => day.date) ?? []
        expect(dates).toEqual(dates.map((_date, index) => addDays(reckoning?.eventDate ?? '', index)))
        expect(dates[dates.length - 1]).toBe(reckoning?.lastDay)
      }),
    )
  })

  it('ends on a working day, at 24:00 Beijing, not before any reading of its rule', () => {
    fc.assert(
      fc.property(anyRule, anyPosting, (rule, postedAt) => {
        const window = post(rule, postedAt)
        const lastDay = window.reckoning?.lastDay ?? ''
        expect(calendar.isWorkday(lastDay)).toBe(true)
        expect(window.closesAt).toBe(endOfDay(lastDay))
        const { dispute: _dispute, ...own } = rule
        for (const reading of [own, ...(rule.dispute?.readings ?? [])]) {
          const alone = post({ ...own, days: reading.days, unit: reading.unit }, postedAt)
          expect(closesAtOf(window) >= closesAtOf(alone)).toBe(true)
        }
      }),
    )
  })

  it('closes no earlier for a later posting or for more days', () => {
    fc.assert(
      fc.property(anyRule, anyPosting, anyPosting, fc.nat(30), (rule, a, b, more) => {
        const [earlier, later] = [a, b].sort()
        if (earlier === undefined || later === undefined) throw new Error('two postings')
        expect(closesAtOf(post(rule, later)) >= closesAtOf(post(rule, earlier))).toBe(true)
        const longer = openWindow({ rule, postedAt: a, calendar, number: 1, days: rule.days + more })
        expect(closesAtOf(longer) >= closesAtOf(post(rule, a))).toBe(true)
      }),
    )
  })

  it('is provisional exactly when a later schedule could still change it', () => {
    fc.assert(
      fc.property(anyRule, anyPosting, (rule, postedAt) => {
        const { reckoning } = post(rule, postedAt)
        const isBeforeTheUnknown = (reckoning?.lastDay ?? '') < '2026-12-29'
        if (isBeforeTheUnknown) expect(reckoning?.provisional).toBe(false)
        else if (rule.unit === 'workday' && !rule.dispute) expect(reckoning?.provisional).toBe(true)
      }),
    )
  })
})

describe('whatever calendar comes later, a window', () => {
  it('never closes earlier than it was promised to, and settles at once', () => {
    fc.assert(
      fc.property(anyRule, anyPostingAtYearEnd, anyCalendar, anyCalendar, (rule, postedAt, first, second) => {
        const posted = post(rule, postedAt, first)
        const again = recomputeWindow(posted, rule, second)
        expect(closesAtOf(again) >= closesAtOf(posted)).toBe(true)
        expect(closesAtOf(again) >= closesAtOf(post(rule, postedAt, second))).toBe(true)
        expect(recomputeWindow(again, rule, second)).toEqual(again)
        expect(recomputeWindow(posted, rule, first)).toEqual(posted)
      }),
    )
  })

  it('never closes earlier for being lengthened', () => {
    fc.assert(
      fc.property(anyRule, anyPostingAtYearEnd, anyCalendar, fc.nat(20), (rule, postedAt, later, more) => {
        const posted = post(rule, postedAt)
        const days = (posted.reckoning?.days ?? 0) + more
        const longer = lengthenWindow(posted, rule, days, later)
        expect(closesAtOf(longer) >= closesAtOf(posted)).toBe(true)
        expect(longer.reckoning?.days).toBeGreaterThanOrEqual(days)
      }),
    )
  })
})

describe('whenever one looks, the state', () => {
  it('only moves forward, and the parts of it agree', () => {
    const anyMoment = fc.nat(60 * 24 * 60)
    fc.assert(
      fc.property(anyRule, anyPosting, anyMoment, anyMoment, (rule, postedAt, a, b) => {
        const window = post(rule, postedAt)
        const minutesIn = (minutes: number) => new Date(Date.parse(postedAt) + minutes * 60_000).toISOString()
        const earlier = windowState(window, minutesIn(Math.min(a, b)))
        const later = windowState(window, minutesIn(Math.max(a, b)))
        expect(later.day).toBeGreaterThanOrEqual(earlier.day)
        expect(later.calendarDaysToLast).toBeLessThanOrEqual(earlier.calendarDaysToLast)
        for (const state of [earlier, later]) {
          expect(state.day + state.daysLeft).toBe(state.total)
          expect(state.phase === 'closed').toBe(state.calendarDaysToLast < 0)
        }
      }),
    )
  })

  it('changes with the transitions: closed from the last one on and not a millisecond before', () => {
    fc.assert(
      fc.property(anyRule, anyPosting, (rule, postedAt) => {
        const window = post(rule, postedAt)
        const times = transitionsOf(window).map(transition => transition.at)
        expect(times).toEqual([...times].sort())
        const close = closesAtOf(window)
        expect(times[times.length - 1]).toBe(close)
        const before = new Date(Date.parse(close) - 1).toISOString()
        expect(windowState(window, close).phase).toBe('closed')
        expect(windowState(window, before)).toMatchObject({ phase: 'closing', calendarDaysToLast: 0 })
      }),
    )
  })
})
