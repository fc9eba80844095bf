import * as z from 'zod/mini'
import { dayOverride, instant, yearSchedule } from './model'

/**
 * A calendar as stored: a schedule that came after the release (国务院办公厅's next year), or a district's own
 * days. `districtId` is null for the whole country. `loadedAt` decides which of two for the same year rules.
 */
export const calendarDocument = z.object({
  _id: z.string(),
  districtId: z.nullable(z.string()),
  schedules: z.array(yearSchedule),
  overrides: z.array(dayOverride),
  loadedAt: instant,
})
export type CalendarDocument = z.infer<typeof calendarDocument>
