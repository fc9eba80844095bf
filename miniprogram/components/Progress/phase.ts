import type { Progress } from '../../../shared/application/page'
import { addDays, beijingDate, daysBetween, endOfDay } from '../../../shared/calendar/date'
import type { CalendarDate, Instant } from '../../../shared/calendar/model'
import { dateWithWeekday } from '../../../shared/calendar/words'
import { progressWords as words } from '../../words/progress'
import type { Tone } from '../Chip'

/** Whose eyes: the household that applied, or anybody who has the code. */
export type Voice = 'own' | 'code'

/** The state of an application in one chip. */
export function standingChip(progress: Progress, now: Instant, voice: Voice): { tone: Tone; word: string } {
  const { state } = words
  const { end, publicity } = progress
  if (end) return { tone: end.outcome === 'completed' ? 'open' : 'closed', word: words.end[end.outcome] }
  if (progress.awaited) return { tone: 'closing', word: voice === 'own' ? state.awaited : state.awaitedOther }
  if (progress.withApplicant) return { tone: 'closing', word: voice === 'own' ? state.own : state.ownOther }
  if (isOverdue(progress.limit, now)) return { tone: 'late', word: state.overdue }
  if (publicity?.phase === 'to-post') return { tone: 'pending', word: state['to-post'] }
  if (publicity && isOpen(publicity, now)) return { tone: 'open', word: state.publicity }
  if (publicity && publicity.unanswered > 0) return { tone: 'pending', word: state.held }
  return { tone: 'pending', word: state.handled }
}

type Limit = Pick<NonNullable<Progress['limit']>, 'phase' | 'dueOn'> & { atLeast?: boolean | undefined }

/** True once the last day has passed, on a page left open or drawn from the phone's copy too. */
export function isOverdue(limit: Limit | null, now: Instant): boolean {
  if (limit === null) return false
  if (limit.phase === 'overdue') return true
  if (limit.atLeast) return false
  return limit.phase === 'running' && limit.dueOn !== null && now >= endOfDay(limit.dueOn)
}

/** How many days a limit is over; 0 while it is not. */
export function daysOver({ dueOn }: Limit, now: Instant): number {
  return dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, beijingDate(now)))
}

type Publicity = NonNullable<Progress['publicity']>

/** Open until the second of the close, whatever the answer said when it was read. */
export function isOpen({ phase, closesAt }: Publicity, now: Instant): boolean {
  return phase === 'open' && closesAt !== null && now < closesAt
}

/** A window closes at 00:00 after its last day. */
export function lastDayOf(closesAt: Instant): CalendarDate {
  return addDays(beijingDate(closesAt), -1)
}

/** Which of how many steps; null at the end and where the way back leads outside the line of the drawing. */
export function placeOf({ timeline, end }: Progress): { number: number; total: number } | null {
  const index = timeline.findIndex(step => step.state === 'now')
  return index === -1 || end !== null ? null : { number: index + 1, total: timeline.length }
}

/** As many characters belong to a name even in parentheses: 街道（镇）, 村（居）委会. */
const LONGEST_OF_NAME = 2

/**
 * A step's name without what its box explains in parentheses; it stands whole in the steps below.
 * @example briefName('街道（镇）提出审核意见（核查小组填写《核查表》）') // '街道（镇）提出审核意见'
 */
export function briefName(name: string): string {
  const parts = name.split(/([（）])/)
  let depth = 0
  let aside = ''
  let brief = ''
  for (const part of parts) {
    if (part === '（') depth += 1
    if (depth === 0) brief += part
    else aside += part
    if (part !== '）' || depth === 0) continue
    depth -= 1
    if (depth > 0) continue
    if (aside.length <= LONGEST_OF_NAME + 2) brief += aside
    aside = ''
  }
  return brief || name
}

/** How sure the step is, as a sentence of its own: some grounds begin with 依据 already. */
export function groundLine(ground: string): string {
  return ground.startsWith('依据：') ? `${words.thisStep}${ground}` : `${words.thisStep}：${ground}`
}

/** What may come next when all goes well, a line each; who does it where the name does not say so. */
export function nextLines({ next }: Progress): string[] {
  const onward = next.filter(line => line.outcome === 'ok')
  const said = onward.map(({ name, actors, when }) => {
    const brief = briefName(name)
    const isSaid = actors.length === 0 || actors.some(actor => brief.includes(briefName(actor)))
    const then = isSaid ? brief : words.nextBy(brief, actors.map(briefName).join('、'))
    return onward.length > 1 ? words.nextWhen(when, then) : then
  })
  return [...new Set(said)]
}

/** By when the whole is to be done; null where nobody says. */
export function overallWords({ overall }: Progress, now: Instant): string | null {
  if (!overall || overall.dueOn === null) return null
  const date = dateWithWeekday(overall.dueOn)
  return isOverdue(overall, now) ? words.overallOver(date) : words.overall(date)
}
