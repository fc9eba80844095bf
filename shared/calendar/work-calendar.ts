import { ANNOUNCED } from './announced'
import { dateOfDay } from './date'
import {
  buildDayTable,
  checkedPlace,
  type DayTable,
  FIRST_DAY,
  FIRST_YEAR,
  LAST_YEAR,
  placeOf,
} from './day-table'
import { CalendarError } from './errors'
import type { CalendarDate, DayOverride, YearSchedule } from './model'
import { checkSchedule } from './schedule-rules'
import { statedDays } from './stated-days'

export type DayDescription = {
  working: boolean
  reason: 'workday' | 'makeup' | 'weekend' | 'holiday' | 'override'
  /** The holiday's name or the district's reason; empty where the reason says all. */
  name: string
  /** True where nobody has announced the day yet (暂定). */
  provisional: boolean
}

/** All methods throw CalendarError: `date-invalid`, and `date-out-of-range` outside 2004–2100. */
export type WorkCalendar = {
  isWorkday(date: CalendarDate): boolean
  describe(date: CalendarDate): DayDescription
  /**
   * The `n`-th working day after the date, which is not counted itself (民法典第二百零一条); for 0 the date.
   * Provisional where a day passed on the way is. The cost is the same for every `n`.
   * @throws CalendarError `days-invalid` for a negative or broken number
   */
  addWorkdays(date: CalendarDate, n: number): { date: CalendarDate; provisional: boolean }
  /** The date where it is a working day, else the first one after it. */
  nextWorkday(date: CalendarDate): CalendarDate
  /** Working days after `from` up to and including `to`; negative when `to` is the earlier. */
  workdaysBetween(from: CalendarDate, to: CalendarDate): number
  /** The last year up to which every year is announced. */
  announcedThrough: number
  isAnnounced(year: number): boolean
}

/**
 * Working days in China for one district: what the State Council announced, as shipped and as stored since
 * (`schedules`, the later one for a year replaces the earlier), under the district's own single days
 * (`overrides`, the later one for a day wins).
 *
 * A year that is not announced is never guessed in silence: its days are judged by weekday and by the days off
 * that the law fixes on a date (1 January is off whatever the notice will say), and every one is provisional.
 * The lunar holidays are left out: when they fall is known, which days are off around them is not.
 *
 * @throws CalendarError `schedule-invalid`, `date-invalid`, `date-out-of-range`
 */
export function createCalendar({
  schedules = [],
  overrides = [],
}: {
  schedules?: readonly YearSchedule[]
  overrides?: readonly DayOverride[]
} = {}): WorkCalendar {
  for (const schedule of schedules) checkSchedule(schedule)
  for (const { date } of overrides) placeOf(date)
  const byYear = new Map([...ANNOUNCED, ...schedules].map(schedule => [schedule.year, schedule]))
  const inOrder = [...byYear.values()].sort((a, b) => a.year - b.year)
  const isAnnounced = (year: number) => byYear.has(year)
  const stated = statedDays(
    allYears().filter(year => !isAnnounced(year)),
    inOrder,
    overrides,
  )
  let built: DayTable | undefined

  /** Built on first use: a page that only shows a stored reckoning never pays for it. */
  function table(): DayTable {
    built ??= buildDayTable(stated, isAnnounced)
    return built
  }

  function workdaysThrough(place: number): number {
    return table().workdaysBefore[place + 1] ?? 0
  }

  /** Both places included. */
  function hasUnsettled(from: number, to: number): boolean {
    const { unsettledBefore } = table()
    return unsettledBefore[from] !== unsettledBefore[to + 1]
  }

  function isWorkingPlace(place: number): boolean {
    return workdaysThrough(place) > workdaysThrough(place - 1)
  }

  /** The place of the k-th working day of the table, counted from 1. */
  function workdayPlace(k: number): number {
    return checkedPlace(table().workdays[k - 1])
  }

  return {
    isWorkday: date => isWorkingPlace(placeOf(date)),

    describe(date) {
      const place = placeOf(date)
      const provisional = hasUnsettled(place, place)
      const what = stated.get(FIRST_DAY + place)
      if (what) return { working: what.working, reason: what.reason, name: what.name, provisional }
      const working = isWorkingPlace(place)
      return { working, reason: working ? 'workday' : 'weekend', name: '', provisional }
    },

    addWorkdays(date, n) {
      if (!isCount(n)) throw new CalendarError('days-invalid', '工作日数要是 0 或者正整数')
      const from = placeOf(date)
      if (n === 0) return { date, provisional: false }
      const to = workdayPlace(workdaysThrough(from) + n)
      return { date: dateOfDay(FIRST_DAY + to), provisional: hasUnsettled(from + 1, to) }
    },

    nextWorkday(date) {
      const place = placeOf(date)
      return isWorkingPlace(place) ? date : dateOfDay(FIRST_DAY + workdayPlace(workdaysThrough(place) + 1))
    },

    workdaysBetween: (from, to) => workdaysThrough(placeOf(to)) - workdaysThrough(placeOf(from)),

    announcedThrough: lastOfRun(isAnnounced),
    isAnnounced,
  }
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0
}

function allYears(): number[] {
  return Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, n) => FIRST_YEAR + n)
}

function lastOfRun(isAnnounced: (year: number) => boolean): number {
  let year = FIRST_YEAR
  while (isAnnounced(year + 1)) year += 1
  return year
}
