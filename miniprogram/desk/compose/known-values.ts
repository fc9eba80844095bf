import type { CalendarDate } from '../../../shared/calendar/model'
import type { Values } from './draft'

/** Where to ask and whom: the same from one notice of a unit to the next. */
const KEPT = [
  'publisherName',
  'acceptUnit',
  'acceptPhone',
  'acceptAddress',
  'acceptHours',
  'supervisionPhone',
]

/** What a new form is filled with: the day, the year, who publishes, and the contacts of the unit's last notice. */
export function knownValues(unitName: string, today: CalendarDate, last: Values): Values {
  return {
    publisherName: unitName,
    formedOn: today,
    signedOn: today,
    year: today.slice(0, 4),
    ...contactsOf(last),
  }
}

/** The part of a notice that the unit's next one takes over. */
export function contactsOf(values: Values): Values {
  const written = KEPT.map(key => [key, values[key]?.trim() ?? '']).filter(([, value]) => value !== '')
  return Object.fromEntries(written)
}

/** The fields every notice has: they stand apart from what the notice is about. */
export const COMMON_FIELDS: readonly string[] = [...KEPT, 'formedOn', 'signedOn']
