import * as z from 'zod/mini'
import { dayOverride, instant, yearSchedule } from '../../shared/calendar/model'
import { createCalendar, type WorkCalendar } from '../../shared/calendar/work-calendar'
import { documents } from './documents'

/**
 * A schedule that came after the release (国务院办公厅's next year), or a district's own days.
 * `districtId` is null for the whole country.
 */
export const calendarDocument = z.object({
  _id: z.string(),
  districtId: z.nullable(z.string()),
  schedules: z.array(yearSchedule),
  overrides: z.array(dayOverride),
  loadedAt: instant,
})
export type CalendarDocument = z.infer<typeof calendarDocument>

const calendars = documents('calendars', calendarDocument)
const MOST_CALENDARS = 500

/** The calendars of all districts, read together, and the revision they stand at. */
export type Calendars = { of(districtId: string): WorkCalendar; revision: string }

/**
 * Reads the calendars. Never kept between calls: a window reckoned by a stale calendar would be wrong for
 * good. The revision grows with each schedule that is loaded or shipped, so texts of it sort by age.
 */
export async function readCalendars(): Promise<Calendars> {
  const loaded = await calendars.find({}, { limit: MOST_CALENDARS })
  const latest =
    loaded
      .map(one => one.loadedAt)
      .sort()
      .at(-1) ?? ''
  const made = new Map<string, WorkCalendar>()
  return {
    revision: `${createCalendar({}).announcedThrough}|${latest}`,
    of(districtId) {
      const known = made.get(districtId) ?? calendarFor(districtId, loaded)
      made.set(districtId, known)
      return known
    },
  }
}

function calendarFor(districtId: string, loaded: readonly CalendarDocument[]): WorkCalendar {
  const applying = loaded
    .filter(one => one.districtId === null || one.districtId === districtId)
    .sort((a, b) => (a.loadedAt < b.loadedAt ? -1 : 1))
  return createCalendar({
    schedules: applying.flatMap(one => one.schedules),
    overrides: applying.flatMap(one => one.overrides),
  })
}
