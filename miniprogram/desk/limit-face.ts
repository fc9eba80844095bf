import type { DueFace } from '../../shared/application/page'
import { addDays, daysBetween } from '../../shared/calendar/date'
import type { CalendarDate } from '../../shared/calendar/model'
import { dateWithWeekday } from '../../shared/calendar/words'
import type { Tone } from '../components/Chip'
import { caseWords } from '../words/desk-cases'

/** `atLeast`: the step lasts to that day at least, and is not late after it. */
export type Limit = Omit<DueFace, 'words'> & { atLeast?: boolean | undefined }

const words = caseWords.limit

/** The chip of a limit: how long there is still, in days of the wall calendar. */
export function limitChip(limit: Limit, today: CalendarDate): { tone: Tone; word: string } {
  const { phase, dueOn } = limit
  if (phase === 'paused') return { tone: 'pending', word: words.paused }
  if (phase === 'begun') return { tone: 'open', word: words.begun }
  if (phase === 'free') return { tone: 'open', word: words.free }
  if (phase === 'ended') return { tone: 'closed', word: words.ended }
  if (dueOn === null) return { tone: 'pending', word: words.undated }
  if (limit.atLeast && phase === 'running') return { tone: 'pending', word: words.notYet }
  if (phase === 'overdue') return { tone: 'late', word: words.late(daysBetween(dueOn, today)) }
  if (dueOn === today) return { tone: 'closing', word: words.today }
  if (dueOn === addDays(today, 1)) return { tone: 'closing', word: words.tomorrow }
  return { tone: 'open', word: words.left(daysBetween(today, dueOn)) }
}

/** The day a limit ends on, in a sentence; empty where there is none to name. */
export function limitSentence({ phase, dueOn, atLeast }: Limit): string {
  if (dueOn === null) return ''
  if (atLeast && phase === 'running') return words.notBefore(dateWithWeekday(dueOn))
  if (phase === 'overdue') return words.lateOn(dateWithWeekday(dueOn))
  return phase === 'running' ? words.until(dateWithWeekday(dueOn)) : ''
}
