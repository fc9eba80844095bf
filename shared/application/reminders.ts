import { addDays, at } from '../calendar/date'
import type { CalendarDate, Instant } from '../calendar/model'
import type { WorkCalendar } from '../calendar/work-calendar'
import type { Procedure } from '../procedures/definition'
import { stepDue } from '../procedures/due'
import { presentStep } from '../procedures/situation'
import type { ApplicationState } from '../procedures/state'
import { type Application, NO_LIMIT } from './model'

/** Handlers are reminded when their day begins. */
const MORNING = '09:00'

const REMINDERS = ['deadline-approaching', 'overdue'] as const

/** A reminder to those whose step it is. `key` tells it from that of another stay at the step. */
export type Reminder = { event: (typeof REMINDERS)[number]; at: Instant; key: string }

type Desked = Pick<Application, 'state' | 'desk'>

/** The last day of the step, or null where there is none to keep: no limit, no date, or it is met already. */
export function lastDayOf(
  procedure: Procedure,
  state: ApplicationState,
  now: Instant,
  calendar: WorkCalendar,
): CalendarDate | null {
  const step = presentStep(procedure, state)
  const due = stepDue(step, state, now, calendar)
  const mustBeKept = step.limit?.bound === 'at-most' && (due?.phase === 'running' || due?.phase === 'overdue')
  return mustBeKept ? (due?.dueOn ?? null) : null
}

/** As `lastDayOf`, for sorting. */
export function dueByOf(
  procedure: Procedure,
  state: ApplicationState,
  now: Instant,
  calendar: WorkCalendar,
): string {
  return lastDayOf(procedure, state, now, calendar) ?? NO_LIMIT
}

/**
 * The reminders of the step an application is at: the morning of the workday before the last day, unless it came in
 * later than that, and the morning of the first workday after the last day. None while it lies on no desk.
 */
export function remindersOf(
  procedure: Procedure,
  { state, desk }: Desked,
  now: Instant,
  calendar: WorkCalendar,
): Reminder[] {
  const lastDay = desk.length === 0 ? null : lastDayOf(procedure, state, now, calendar)
  if (lastDay === null) return []
  const reminder = (event: Reminder['event'], on: CalendarDate): Reminder => ({
    event,
    at: at(on, MORNING),
    key: reminderKey(state.since, event),
  })
  const approaching = reminder('deadline-approaching', workdayBefore(lastDay, calendar))
  const isTimely = approaching.at > state.since
  return [...(isTimely ? [approaching] : []), reminder('overdue', calendar.nextWorkday(addDays(lastDay, 1)))]
}

/**
 * When the clock has to look at an application again: at once where something is untold, else at the close of its
 * publicity or the next reminder; null where nothing is to come.
 */
export function nextTransitionOf(
  procedure: Procedure,
  application: Desked & Pick<Application, 'untold' | 'reminded'>,
  now: Instant,
  calendar: WorkCalendar,
): Instant | null {
  if (application.untold.length > 0) return now
  if (application.state.end !== null) return null
  const reminders = remindersOf(procedure, application, now, calendar)
    .filter(({ key }) => !application.reminded.includes(key))
    .map(reminder => reminder.at)
  const closesAt = application.state.publicity?.closesAt ?? null
  const isClosing = closesAt !== null && !application.reminded.includes(closedKey(closesAt))
  return [...reminders, ...(isClosing ? [closesAt] : [])].sort()[0] ?? null
}

/** Noted among the reminders once a publicity was found closed and the application could not go on by itself. */
export function closedKey(closesAt: Instant): string {
  return `${closesAt}:closed`
}

/** Of the reminders given, those of the stay at a step; a close is looked at again after every change. */
export function remindedAt(
  reminded: readonly string[],
  { since }: Pick<ApplicationState, 'since'>,
): string[] {
  return reminded.filter(key => REMINDERS.some(event => key === reminderKey(since, event)))
}

function reminderKey(since: Instant, event: Reminder['event']): string {
  return `${since}:${event}`
}

function workdayBefore(date: CalendarDate, calendar: WorkCalendar): CalendarDate {
  let day = addDays(date, -1)
  while (!calendar.isWorkday(day)) day = addDays(day, -1)
  return day
}
