import type { DeskCase } from '../../../shared/application/page'
import { addDays, daysBetween } from '../../../shared/calendar/date'
import type { CalendarDate } from '../../../shared/calendar/model'

/** `late`: the day has passed. `date` is null for what waits without a day that presses. */
export type DayGroup = {
  key: string
  kind: 'late' | 'today' | 'tomorrow' | 'day' | 'undated' | 'paused' | 'posted'
  date: CalendarDate | null
  /** From today to the date, negative where it has passed; 0 without a date. */
  days: number
  cases: DeskCase[]
}

type Kind = DayGroup['kind']

/** After the days: what has no day, what waits for the household, what only hangs. */
const UNDATED_ORDER: readonly Kind[] = ['undated', 'paused', 'posted']

/** The cases of a desk by the day they are due, the earliest first; the order within a day stays. */
export function byDay(cases: readonly DeskCase[], today: CalendarDate): DayGroup[] {
  const groups = new Map<string, DayGroup>()
  for (const one of cases) {
    const group = groupOf(one, today)
    const known = groups.get(group.key)
    if (known) known.cases.push(one)
    else groups.set(group.key, group)
  }
  return [...groups.values()].sort(inOrder)
}

function groupOf(one: DeskCase, today: CalendarDate): DayGroup {
  const date = pressingDate(one)
  if (date === null) {
    const kind = kindWithoutDate(one)
    return { key: kind, kind, date: null, days: 0, cases: [one] }
  }
  return { key: date, kind: kindOf(date, one, today), date, days: daysBetween(today, date), cases: [one] }
}

/** An open window asks for nothing but answers; a limit asks for something while it runs or is past. */
function pressingDate({ limit, publicity, unanswered }: DeskCase): CalendarDate | null {
  const onlyHangs = (publicity === 'open' || publicity === 'up') && unanswered === 0
  const presses = limit !== null && (limit.phase === 'running' || limit.phase === 'overdue')
  return presses && !(onlyHangs && limit.phase === 'running') ? limit.dueOn : null
}

function kindWithoutDate({ limit, publicity, unanswered }: DeskCase): Kind {
  if (limit?.phase === 'paused') return 'paused'
  const hangs = publicity === 'open' || publicity === 'up'
  return hangs && unanswered === 0 ? 'posted' : 'undated'
}

function kindOf(date: CalendarDate, { limit }: DeskCase, today: CalendarDate): Kind {
  if (limit?.phase === 'overdue') return 'late'
  if (date === today) return 'today'
  return date === addDays(today, 1) ? 'tomorrow' : 'day'
}

function inOrder(a: DayGroup, b: DayGroup): number {
  if (a.date !== null && b.date !== null) return a.date < b.date ? -1 : 1
  if (a.date !== null || b.date !== null) return a.date !== null ? -1 : 1
  return UNDATED_ORDER.indexOf(a.kind) - UNDATED_ORDER.indexOf(b.kind)
}
