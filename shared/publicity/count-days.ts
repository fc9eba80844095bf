import { addDays } from '../calendar/date'
import type { CalendarDate } from '../calendar/model'
import type { WorkCalendar } from '../calendar/work-calendar'
import { PublicityError } from './errors'
import type { DayUnit, ReckonedDay } from './model'

/**
 * Every day is listed with its reason and stored with its notice, so a period has a bound.
 * What stays up longer than this is 长期公开.
 */
export const MAX_DAYS = 1000

/** Whether the day of the event is itself the first that may count, or only the day after it. */
export type CountsFrom = 'next-day' | 'event-day'

export type Period = { days: number; unit: DayUnit }

export type CountedPeriod = {
  lastDay: CalendarDate
  movedFrom: CalendarDate | null
  calendar: ReckonedDay[]
}

/**
 * Counts a period from an event.
 *
 * - 民法典第二百零一条: 按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算. A district whose data
 *   say that the posting day counts passes `event-day`.
 * - 民法典第二百零三条: 期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日；截止时间为二十四时.
 *   Saturdays and Sundays are taken as 休假日 too, and a make-up working day is not: that ends later or on the
 *   same day, and nobody loses time for an objection by it. A period in working days cannot end on a day off.
 *
 * @throws PublicityError `days-invalid`, `days-too-many`; CalendarError `date-invalid`, `date-out-of-range`
 */
export function countPeriod(
  period: Period,
  eventDate: CalendarDate,
  calendar: WorkCalendar,
  countsFrom: CountsFrom,
): CountedPeriod {
  checkDays(period.days)
  return period.unit === 'workday'
    ? countWorkdays(period.days, eventDate, calendar, countsFrom)
    : countCalendarDays(period.days, eventDate, calendar, countsFrom)
}

export function checkDays(days: number): void {
  if (!Number.isSafeInteger(days) || days < 1)
    throw new PublicityError('days-invalid', '天数要是 1 以上的整数')
  if (days > MAX_DAYS) {
    throw new PublicityError('days-too-many', `最多 ${MAX_DAYS} 天。要放得更久，请选长期公开`)
  }
}

function countWorkdays(
  days: number,
  eventDate: CalendarDate,
  calendar: WorkCalendar,
  countsFrom: CountsFrom,
): CountedPeriod {
  const listed: ReckonedDay[] = countsFrom === 'next-day' ? [eventDay(eventDate)] : []
  let date = countsFrom === 'next-day' ? addDays(eventDate, 1) : eventDate
  for (let counted = 0; ; date = addDays(date, 1)) {
    const { working, reason, name, provisional } = calendar.describe(date)
    if (working) counted += 1
    listed.push({ date, ordinal: working ? counted : null, reason, name, provisional })
    if (counted === days) return { lastDay: date, movedFrom: null, calendar: listed }
  }
}

function countCalendarDays(
  days: number,
  eventDate: CalendarDate,
  calendar: WorkCalendar,
  countsFrom: CountsFrom,
): CountedPeriod {
  const firstDay = countsFrom === 'next-day' ? addDays(eventDate, 1) : eventDate
  const nominalLast = addDays(firstDay, days - 1)
  const before = countsFrom === 'next-day' ? [eventDay(eventDate)] : []
  const counted = Array.from({ length: days - 1 }, (_, n) => plainDay(addDays(firstDay, n), n + 1))
  const tail = daysToLast(nominalLast, days, calendar)
  const lastDay = calendar.nextWorkday(nominalLast)
  return {
    lastDay,
    movedFrom: lastDay === nominalLast ? null : nominalLast,
    calendar: [...before, ...counted, ...tail],
  }
}

/** The nominal last day, and where it is a day off also the days off after it and the day it moved to. */
function daysToLast(nominalLast: CalendarDate, ordinal: number, calendar: WorkCalendar): ReckonedDay[] {
  const listed: ReckonedDay[] = []
  for (let date = nominalLast; ; date = addDays(date, 1)) {
    const { working, reason, name, provisional } = calendar.describe(date)
    if (!working) {
      listed.push({ date, ordinal: null, reason, name, provisional })
      continue
    }
    const isMoved = date !== nominalLast
    listed.push({ date, ordinal, reason: isMoved ? 'moved' : 'day', name: '', provisional })
    return listed
  }
}

function eventDay(date: CalendarDate): ReckonedDay {
  return { date, ordinal: null, reason: 'event', name: '', provisional: false }
}

/** A day that counts whatever it is, so nothing about it is provisional. */
function plainDay(date: CalendarDate, ordinal: number): ReckonedDay {
  return { date, ordinal, reason: 'day', name: '', provisional: false }
}
