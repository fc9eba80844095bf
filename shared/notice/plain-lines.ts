import type { CalendarDate } from '../calendar/model'
import { dateWords, fullDateWords, weekdayInFull } from '../calendar/words'
import { placeholdersOf } from '../catalog/pattern'
import type { PlainLines } from '../catalog/template'
import { historyHas } from './changes'
import { fillOfficial, type NoticeFacts } from './notice-facts'
import { PLAIN_WORDS, workdayNote } from './words'

/** The four lines above the notice, for somebody of seventy, as things stand now. */
export function plainLinesOf(facts: NoticeFacts): PlainLines {
  const values = { ...facts.values, ...plainDates(facts) }
  const fill = (pattern: string) => fillOfficial(pattern, values).text
  const { template, notice, isRetired, isClosed } = facts
  const { what, aboutMe, canDo } = template.plainWords
  const tookObjections = notice.rule?.mode === 'window'
  return {
    what: fill(what),
    aboutMe: fill(isRetired ? PLAIN_WORDS.namesGone : aboutMe),
    until: untilPatterns(facts).map(fill).join(''),
    canDo: fill(isClosed && tookObjections ? PLAIN_WORDS.afterClose : canDo),
  }
}

/** The four lines of a notice that was withdrawn: nothing of its text is left. */
export function withdrawnLinesOf({ values, plainWords }: NoticeFacts): PlainLines {
  const fill = (pattern: string) => fillOfficial(pattern, values).text
  return {
    what: PLAIN_WORDS.withdrawnWhat,
    aboutMe: PLAIN_WORDS.withdrawnAboutMe,
    until: fill(plainWords.states.withdrawn ?? PLAIN_WORDS.withdrawnWhat),
    canDo: fill(PLAIN_WORDS.withdrawnCanDo),
  }
}

function untilPatterns(facts: NoticeFacts): string[] {
  const { template, state, window, plainWords, isRetired } = facts
  const { until } = template.plainWords
  const named = (name: string) => plainWords.states[name] ?? until
  switch (state.phase) {
    case 'long-term':
      return [speaksOfMissingEnd(until, facts) ? named('long-term') : until]
    case 'closed':
      return [isRetired ? named('closed') : PLAIN_WORDS.closedButKept]
    default: {
      const isWorkdays = window.reckoning?.unit === 'workday'
      const note = isWorkdays ? workdayNote(state.day, state.total) : ''
      return [...runningPatterns(facts, named), note]
    }
  }
}

function runningPatterns(facts: NoticeFacts, named: (name: string) => string): string[] {
  const { template, state, window, notice } = facts
  const { until } = template.plainWords
  if (state.calendarDaysToLast === 0) return [named('last-day')]
  if (window.reckoning?.provisional) return [named('provisional')]
  if (window.number > 1) return [named('corrected')]
  if (historyHas(notice.history, 'lengthened')) return [named('extended')]
  if (state.phase === 'posted') return [named('not-open'), until]
  return [until]
}

function speaksOfMissingEnd(pattern: string, { values }: NoticeFacts): boolean {
  return placeholdersOf(pattern).all.includes('closesOn') && values.closesOn === undefined
}

/** Dates as they are said: `12月1日（星期二）`; of what is over the day of the week no longer matters. */
function plainDates({ window, today, isClosed }: NoticeFacts): Record<string, string> {
  const { reckoning } = window
  if (reckoning === null) return {}
  const say = (date: CalendarDate) =>
    yearlessDate(date, today) + (isClosed ? '' : `（${weekdayInFull(date)}）`)
  return {
    firstDay: say(reckoning.firstDay),
    closesOn: say(reckoning.lastDay),
    newClosesOn: say(reckoning.lastDay),
  }
}

function yearlessDate(date: CalendarDate, today: CalendarDate): string {
  const isThisYear = date.slice(0, 4) === today.slice(0, 4)
  return isThisYear ? dateWords(date) : fullDateWords(date)
}
