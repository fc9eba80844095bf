import { ANNOUNCED } from '../../shared/calendar/announced'
import { type CalendarDocument, calendarDocument } from '../../shared/calendar/document'
import type { Instant } from '../../shared/calendar/model'
import { createCalendar, type WorkCalendar } from '../../shared/calendar/work-calendar'
import { documents } from './documents'
import { digest } from './history'
import { log } from './log'

const calendars = documents('calendars', calendarDocument)

/** The calendars of all districts, read together. */
export type Calendars = {
  of(districtId: string): WorkCalendar
  /** Another text for every other set of schedules, stored or shipped. */
  revision: string
  /** When the latest schedule was loaded; null where there is none but the shipped ones. */
  loadedAt: Instant | null
}

/**
 * Reads the calendars. Never kept between calls: a window reckoned by a stale calendar would be wrong for good.
 * A stored calendar with a slip in it is left out and reported; the others go on ruling.
 */
export async function readCalendars(): Promise<Calendars> {
  const sound = (await calendars.all({})).filter(isSound)
  const byAge = sound.sort((a, b) => (a.loadedAt < b.loadedAt ? -1 : 1))
  const made = new Map<string, WorkCalendar>()
  return {
    revision: digest([ANNOUNCED, byAge]),
    loadedAt: byAge.at(-1)?.loadedAt ?? null,
    of(districtId) {
      const known = made.get(districtId) ?? calendarFor(districtId, byAge)
      made.set(districtId, known)
      return known
    },
  }
}

function isSound(document: CalendarDocument): boolean {
  try {
    createCalendar(document)
    return true
  } catch (cause) {
    log({ level: 'error', event: 'calendar-left-out', id: document._id, cause })
    return false
  }
}

function calendarFor(districtId: string, byAge: readonly CalendarDocument[]): WorkCalendar {
  const applying = byAge.filter(one => one.districtId === null || one.districtId === districtId)
  return createCalendar({
    schedules: applying.flatMap(one => one.schedules),
    overrides: applying.flatMap(one => one.overrides),
  })
}
