import { dayNumber, weekday } from './date'
import { FIRST_YEAR, LAST_YEAR } from './day-table'
import { CalendarError } from './errors'
import type { CalendarDate, YearSchedule } from './model'
import { STATUTORY_DAYS } from './statutory'
import { dateWithWeekday, fullDateWords } from './words'

const SATURDAY = 6

/**
 * A schedule with a slip of the pen would move the end of every window of a year without a sound,
 * so one that cannot be the State Council's is refused.
 * @throws CalendarError `schedule-invalid`, `date-invalid`
 */
export function checkSchedule(schedule: YearSchedule): void {
  const isYearInRange = schedule.year >= FIRST_YEAR && schedule.year <= LAST_YEAR
  if (!isYearInRange) refuse(schedule, `只能导入${FIRST_YEAR}年到${LAST_YEAR}年的`)
  for (const holiday of schedule.holidays) {
    const isBackwards = dayNumber(holiday.from) > dayNumber(holiday.to)
    if (isBackwards) refuse(schedule, `${holiday.name}的头一天晚于最后一天`)
    checkYear(schedule, holiday.from)
    checkYear(schedule, holiday.to)
  }
  for (const date of schedule.makeupDays) {
    checkYear(schedule, date)
    if (weekday(date) < SATURDAY) refuse(schedule, `${dateWithWeekday(date)}不是周末，不会是调休上班日`)
    if (isDayOff(schedule, date)) refuse(schedule, `${dateWithWeekday(date)}又放假又上班`)
  }
  for (const { monthDay, name } of STATUTORY_DAYS) {
    const date = `${schedule.year}-${monthDay}`
    if (!isDayOff(schedule, date)) refuse(schedule, `没有${name}（${fullDateWords(date)}）`)
  }
}

/** A notice speaks of its own year, and of the December before where New Year's days off reach into it. */
function checkYear(schedule: YearSchedule, date: CalendarDate): void {
  const isOwnYear = date.startsWith(`${schedule.year}-`)
  const isDecemberBefore = date.startsWith(`${schedule.year - 1}-12-`)
  if (!isOwnYear && !isDecemberBefore) refuse(schedule, `${fullDateWords(date)}不是这一年的`)
}

function isDayOff(schedule: YearSchedule, date: CalendarDate): boolean {
  return schedule.holidays.some(holiday => holiday.from <= date && date <= holiday.to)
}

function refuse(schedule: YearSchedule, why: string): never {
  throw new CalendarError('schedule-invalid', `${schedule.year}年放假安排不对：${why}。请对照通知改好再导入`)
}
