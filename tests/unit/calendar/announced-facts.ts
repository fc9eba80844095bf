import { addDays, weekday } from '../../../shared/calendar/date'
import type { CalendarDate } from '../../../shared/calendar/model'

/**
 * The State Council's notices of 2004–2026, copied down by hand from the notices' own sentences and not from the
 * table under test: of every year the days off from Monday to Friday that would else be worked, and the
 * Saturdays and Sundays that are worked. A year here is the year the day lies in, not the year of the notice.
 */
export const ANNOUNCED_FACTS: Readonly<Record<number, { off: string; worked: string }>> = {
  2004: {
    off: '1.1 1.22 1.23 1.26-1.28 5.3-5.7 10.1 10.4-10.7',
    worked: '1.17 1.18 5.8 5.9 10.9 10.10',
  },
  2005: {
    off: '1.3 2.9-2.11 2.14 2.15 5.2-5.6 10.3-10.7',
    worked: '2.5 2.6 4.30 5.8 10.8 10.9',
  },
  2006: {
    off: '1.2 1.3 1.30-2.3 5.1-5.5 10.2-10.6',
    worked: '1.28 2.5 4.29 4.30 9.30 10.8 12.30 12.31',
  },
  2007: {
    off: '1.1-1.3 2.19-2.23 5.1-5.4 5.7 10.1-10.5 12.31',
    worked: '2.17 2.25 4.28 4.29 9.29 9.30 12.29',
  },
  2008: {
    off: '1.1 2.6-2.8 2.11 2.12 4.4 5.1 5.2 6.9 9.15 9.29-10.3',
    worked: '2.2 2.3 5.4 9.27 9.28',
  },
  2009: {
    off: '1.1 1.2 1.26-1.30 4.6 5.1 5.28 5.29 10.1 10.2 10.5-10.8',
    worked: '1.4 1.24 2.1 5.31 9.27 10.10',
  },
  2010: {
    off: '1.1 2.15-2.19 4.5 5.3 6.14-6.16 9.22-9.24 10.1 10.4-10.7',
    worked: '2.20 2.21 6.12 6.13 9.19 9.25 9.26 10.9',
  },
  2011: {
    off: '1.3 2.2-2.4 2.7 2.8 4.4 4.5 5.2 6.6 9.12 10.3-10.7',
    worked: '1.30 2.12 4.2 10.8 10.9 12.31',
  },
  2012: {
    off: '1.2 1.3 1.23-1.27 4.2-4.4 4.30 5.1 6.22 10.1-10.5',
    worked: '1.21 1.29 3.31 4.1 4.28 9.29',
  },
  2013: {
    off: '1.1-1.3 2.11-2.15 4.4 4.5 4.29-5.1 6.10-6.12 9.19 9.20 10.1-10.4 10.7',
    worked: '1.5 1.6 2.16 2.17 4.7 4.27 4.28 6.8 6.9 9.22 9.29 10.12',
  },
  2014: {
    off: '1.1 1.31 2.3-2.6 4.7 5.1 5.2 6.2 9.8 10.1-10.3 10.6 10.7',
    worked: '1.26 2.8 5.4 9.28 10.11',
  },
  2015: {
    off: '1.1 1.2 2.18-2.20 2.23 2.24 4.6 5.1 6.22 9.3 9.4 10.1 10.2 10.5-10.7',
    worked: '1.4 2.15 2.28 9.6 10.10',
  },
  2016: {
    off: '1.1 2.8-2.12 4.4 5.2 6.9 6.10 9.15 9.16 10.3-10.7',
    worked: '2.6 2.14 6.12 9.18 10.8 10.9',
  },
  2017: {
    off: '1.2 1.27 1.30-2.2 4.3 4.4 5.1 5.29 5.30 10.2-10.6',
    worked: '1.22 2.4 4.1 5.27 9.30',
  },
  2018: {
    off: '1.1 2.15 2.16 2.19-2.21 4.5 4.6 4.30 5.1 6.18 9.24 10.1-10.5 12.31',
    worked: '2.11 2.24 4.8 4.28 9.29 9.30 12.29',
  },
  2019: {
    off: '1.1 2.4-2.8 4.5 5.1-5.3 6.7 9.13 10.1-10.4 10.7',
    worked: '2.2 2.3 4.28 5.5 9.29 10.12',
  },
  2020: {
    off: '1.1 1.24 1.27-1.31 4.6 5.1 5.4 5.5 6.25 6.26 10.1 10.2 10.5-10.8',
    worked: '1.19 4.26 5.9 6.28 9.27 10.10',
  },
  2021: {
    off: '1.1 2.11 2.12 2.15-2.17 4.5 5.3-5.5 6.14 9.20 9.21 10.1 10.4-10.7',
    worked: '2.7 2.20 4.25 5.8 9.18 9.26 10.9',
  },
  2022: {
    off: '1.3 1.31-2.4 4.4 4.5 5.2-5.4 6.3 9.12 10.3-10.7',
    worked: '1.29 1.30 4.2 4.24 5.7 10.8 10.9',
  },
  2023: {
    off: '1.2 1.23-1.27 4.5 5.1-5.3 6.22 6.23 9.29 10.2-10.6',
    worked: '1.28 1.29 4.23 5.6 6.25 10.7 10.8',
  },
  2024: {
    off: '1.1 2.12-2.16 4.4 4.5 5.1-5.3 6.10 9.16 9.17 10.1-10.4 10.7',
    worked: '2.4 2.18 4.7 4.28 5.11 9.14 9.29 10.12',
  },
  2025: {
    off: '1.1 1.28-1.31 2.3 2.4 4.4 5.1 5.2 5.5 6.2 10.1-10.3 10.6-10.8',
    worked: '1.26 2.8 4.27 9.28 10.11',
  },
  2026: {
    off: '1.1 1.2 2.16-2.20 2.23 4.6 5.1 5.4 5.5 6.19 9.25 10.1 10.2 10.5-10.7',
    worked: '1.4 2.14 2.28 5.9 9.20 10.10',
  },
}

const FRIDAY = 5
const judged = new Map(Object.keys(ANNOUNCED_FACTS).map(year => [Number(year), judgedDays(Number(year))]))

/** Whether the notices have a day of 2004–2026 worked. */
export function isWorkedByNotice(date: CalendarDate): boolean {
  const year = judged.get(Number(date.slice(0, 4)))
  if (!year) throw new Error(`no notice is copied down for ${date}`)
  return weekday(date) <= FRIDAY ? !year.off.has(date) : year.worked.has(date)
}

export function judgedDays(year: number): { off: Set<CalendarDate>; worked: Set<CalendarDate> } {
  const { off, worked } = ANNOUNCED_FACTS[year] ?? { off: '', worked: '' }
  return { off: datesOf(year, off), worked: datesOf(year, worked) }
}

/** `1.22 1.26-1.28` as the dates of that year. */
function datesOf(year: number, facts: string): Set<CalendarDate> {
  const dates = new Set<CalendarDate>()
  for (const fact of facts.split(' ')) {
    const [from = '', to = from] = fact.split('-').map(monthDay => isoDate(year, monthDay))
    for (let date = from; date <= to; date = addDays(date, 1)) dates.add(date)
  }
  return dates
}

function isoDate(year: number, monthDay: string): CalendarDate {
  const [month = '', day = ''] = monthDay.split('.')
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
