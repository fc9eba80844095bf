import type { CalendarDate } from '../calendar/model'
import type { WorkCalendar } from '../calendar/work-calendar'
import { type CountsFrom, countPeriod, type Period } from './count-days'
import type { Reckoning } from './model'

/** One way to read a rule: how many of which days, and where that is written. */
export type Reading = Period & { source: string }

/**
 * The reckoning of one undisputed period: its last day and every day on the way, counted or not, and why.
 * @throws as countPeriod
 */
export function reckonPeriod(
  period: Period,
  eventDate: CalendarDate,
  calendar: WorkCalendar,
  countsFrom: CountsFrom,
): Reckoning {
  const counted = countPeriod(period, eventDate, calendar, countsFrom)
  const firstCounted = counted.calendar.find(day => day.ordinal === 1)
  return {
    eventDate,
    firstDay: firstCounted?.date ?? counted.lastDay,
    lastDay: counted.lastDay,
    days: period.days,
    unit: period.unit,
    provisional: counted.calendar.some(day => day.provisional),
    movedFrom: counted.movedFrom,
    dispute: null,
    calendar: counted.calendar,
  }
}

/**
 * The reckoning where the documents can be read in more than one way. Every reading is reckoned and the one
 * that ends latest is taken: it satisfies the others as well, and favours the villager's right to object.
 * Where readings end on the same day, the one listed first is taken. `provisional` where any reading is:
 * another one may turn out to be the latest.
 * @throws as countPeriod
 */
export function reckonDisputed(
  term: string,
  readings: readonly [Reading, ...Reading[]],
  eventDate: CalendarDate,
  calendar: WorkCalendar,
  countsFrom: CountsFrom,
): Reckoning {
  const [first, ...others] = readings
  const reckon = (reading: Reading) => ({
    reading,
    reckoning: reckonPeriod(reading, eventDate, calendar, countsFrom),
  })
  const outcomes = [reckon(first), ...others.map(reckon)]
  const taken = outcomes.reduce((latest, outcome) =>
    outcome.reckoning.lastDay > latest.reckoning.lastDay ? outcome : latest,
  )
  return {
    ...taken.reckoning,
    provisional: outcomes.some(outcome => outcome.reckoning.provisional),
    dispute: {
      term,
      readings: outcomes.map(({ reading: { days, unit, source }, reckoning }) => ({
        days,
        unit,
        source,
        lastDay: reckoning.lastDay,
        taken: reckoning === taken.reckoning,
      })),
    },
  }
}
