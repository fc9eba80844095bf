import { addDays, at, beijingDate, endOfDay, startOfDay, weekday } from '../../../shared/calendar/date'
import { dateWithWeekday, instantWords } from '../../../shared/calendar/words'
import { createCalendar } from '../../../shared/calendar/work-calendar'
import { reckoningNotes } from '../../../shared/publicity/reckoning-words'
import { transitionsOf, windowState } from '../../../shared/publicity/state'
import { openWindow } from '../../../shared/publicity/window'

/** Run in a process of its own under another TZ: prints the zone it stands in, and answers that must not know it. */
const calendar = createCalendar()
const days: string[] = []
for (let date = '2025-12-20'; date <= '2026-11-10'; date = addDays(date, 1)) {
  const { working, reason } = calendar.describe(date)
  days.push(`${date} ${weekday(date)} ${startOfDay(date)} ${at(date, '09:00')} ${working} ${reason}`)
}
const window = openWindow({
  rule: { mode: 'window', days: 7, unit: 'workday', basis: '试验' },
  postedAt: '2026-09-27T16:00:00.000Z',
  calendar,
  number: 1,
})
const lastMoments = ['2026-10-13T15:59:59.999Z', '2026-10-13T16:00:00.000Z']
const answers = {
  days,
  window,
  transitions: transitionsOf(window),
  states: lastMoments.map(now => windowState(window, now)),
  dates: lastMoments.map(beijingDate),
  words: [dateWithWeekday('2026-10-13'), instantWords('2026-10-13T16:00:00.000Z')],
  notes: window.reckoning && reckoningNotes(window.reckoning),
  ends: ['2026-03-08', '2026-11-01'].map(endOfDay),
}
process.stdout.write(
  JSON.stringify({ offsetMinutes: new Date('2026-07-01T00:00:00Z').getTimezoneOffset(), answers }),
)
