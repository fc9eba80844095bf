import * as z from 'zod/mini'
import type { CalendarDocument } from '../calendar/document'
import { CalendarError } from '../calendar/errors'
import { calendarDate, yearSchedule } from '../calendar/model'
import { createCalendar } from '../calendar/work-calendar'
import { calendarFile } from './district-files'
import type { ProblemList, SourceFile } from './problems'

/** `common/calendar-<year>.yaml`: a schedule that was announced after the release. */
const nationalFile = z.strictObject({ announcedOn: calendarDate, ...yearSchedule.shape })

const NATIONAL_FILE = /^common\/calendar-\d{4}\.yaml$/

/** The schedules of years that the release does not know yet, and corrections of those it does. */
export function readNationalCalendars(
  files: readonly SourceFile[],
  problems: ProblemList,
): CalendarDocument[] {
  return files
    .filter(file => NATIONAL_FILE.test(file.path))
    .flatMap(file => {
      const value = problems.read(file, nationalFile)
      if (value === null) return []
      const { announcedOn, ...schedule } = value
      const calendar: CalendarDocument = {
        _id: `national-${schedule.year}`,
        districtId: null,
        schedules: [schedule],
        overrides: [],
        loadedAt: `${announcedOn}T00:00:00.000Z`,
      }
      return checked(calendar, file, problems)
    })
}

/** A district's own days; null where it has no such file: it counts as the whole country does. */
export function readDistrictCalendar(
  folder: string,
  files: readonly SourceFile[],
  problems: ProblemList,
): CalendarDocument | null {
  const file = files.find(candidate => candidate.path === `${folder}/calendar.yaml`)
  const value = file === undefined ? null : problems.read(file, calendarFile)
  if (value === null) return null
  const loadedAt = `${value.issuedOn}T00:00:00.000Z`
  return { _id: folder, districtId: folder, schedules: [], overrides: value.overrides, loadedAt }
}

function checked(calendar: CalendarDocument, file: SourceFile, problems: ProblemList): CalendarDocument[] {
  try {
    createCalendar(calendar)
    return [calendar]
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error
    problems.add(file, [], error.message)
    return []
  }
}
