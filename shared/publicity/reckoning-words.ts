import { daysBetween, weekday } from '../calendar/date'
import type { CalendarDate } from '../calendar/model'
import { dateWithWeekday, fullDateWords, rangeWords } from '../calendar/words'
import type { DayUnit, ReckonedDay, Reckoning } from './model'

/** One line below the calendar: which days, and what of them. `dates` is empty where the text speaks of the whole. */
export type ReckoningNote = { dates: string; text: string }

const SATURDAY = 6
/** More weekends than this are said in one line: a deadline of twenty working days would list nothing else. */
const WEEKENDS_LISTED = 2

/**
 * Why the period ends when it does, in words for the page, in the order of the calendar: the day it counts from,
 * the days not counted, the make-up working days that are, where the last day moved to; then how a disputed rule
 * was read; then what is not settled. `event` names the day counted from: 张贴 for a window, for a deadline what
 * its rule says (形成, 收到申请).
 */
export function reckoningNotes(reckoning: Reckoning, event = '张贴'): ReckoningNote[] {
  return [
    eventNote(reckoning, event),
    ...runNotes(daysOnTheWay(reckoning)),
    ...movedNotes(reckoning),
    ...disputeNotes(reckoning),
    ...provisionalNotes(reckoning),
  ]
}

/** `7 个工作日` or `7 天`, as people say a period. */
export function periodWords(days: number, unit: DayUnit): string {
  return unit === 'workday' ? `${days} 个工作日` : `${days} 天`
}

function eventNote({ eventDate, calendar }: Reckoning, event: string): ReckoningNote {
  const isCounted = calendar[0]?.ordinal === 1
  return { dates: dateWithWeekday(eventDate), text: isCounted ? `${event}当天算第 1 天` : `${event}当天不算` }
}

/** Without the day counted from, which has its own line, and the days off a moved last day jumped over. */
function daysOnTheWay({ eventDate, movedFrom, calendar }: Reckoning): ReckonedDay[] {
  return calendar.filter(({ date }) => date !== eventDate && (movedFrom === null || date < movedFrom))
}

type Run = { from: CalendarDate; to: CalendarDate; first: ReckonedDay }

function runNotes(days: readonly ReckonedDay[]): ReckoningNote[] {
  const runs = runsOf(days.filter(needsReason))
  const weekends = runs.filter(isWeekend)
  if (weekends.length <= WEEKENDS_LISTED) return runs.map(runNote)
  const weekendDays = weekends.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0)
  const summary = { dates: '周六、周日', text: `共 ${weekendDays} 天，不算` }
  return [...runs.filter(run => !isWeekend(run)).map(runNote), summary]
}

function needsReason({ ordinal, reason }: ReckonedDay): boolean {
  return ordinal === null || reason === 'makeup' || reason === 'override'
}

/** Days in a row with the same reason. */
function runsOf(days: readonly ReckonedDay[]): Run[] {
  const runs: Run[] = []
  for (const day of days) {
    const last = runs[runs.length - 1]
    const goesOn = last !== undefined && daysBetween(last.to, day.date) === 1 && isAlike(last.first, day)
    if (goesOn) last.to = day.date
    else runs.push({ from: day.date, to: day.date, first: day })
  }
  return runs
}

function isAlike(a: ReckonedDay, b: ReckonedDay): boolean {
  return a.reason === b.reason && a.name === b.name && (a.ordinal === null) === (b.ordinal === null)
}

function isWeekend({ first }: Run): boolean {
  return first.reason === 'weekend'
}

function runNote({ from, to, first }: Run): ReckoningNote {
  const count = daysBetween(from, to) + 1
  const why = dayOffWords(first, count)
  const isCounted = first.ordinal !== null
  if (!isCounted) return { dates: rangeWords(from, to), text: why === '' ? '不算' : `${why}，不算` }
  const reason = first.reason === 'makeup' ? '调休上班' : first.name
  return { dates: rangeWords(from, to), text: `${reason}，算 ${count} 天` }
}

/** Of a single Saturday or Sunday the date already says it. */
function dayOffWords({ reason, name }: ReckonedDay, count: number): string {
  if (reason === 'holiday') return `${name}放假`
  if (reason === 'override') return name
  return count > 1 ? '周末' : ''
}

/** 民法典第二百零三条, see countPeriod. */
function movedNotes({ movedFrom, lastDay, calendar }: Reckoning): ReckoningNote[] {
  const first = calendar.find(({ date }) => date === movedFrom)
  if (movedFrom === null || !first) return []
  return [
    {
      dates: dateWithWeekday(movedFrom),
      text: `${lastDayOffWords(first)}，顺延到 ${dateWithWeekday(lastDay)}`,
    },
  ]
}

function lastDayOffWords({ date, reason, name }: ReckonedDay): string {
  if (reason === 'holiday') return `最后一天赶上${name}放假`
  if (reason === 'override') return `最后一天${name}`
  return weekday(date) === SATURDAY ? '最后一天是周六' : '最后一天是周日'
}

function disputeNotes({ dispute, unit }: Reckoning): ReckoningNote[] {
  if (!dispute) return []
  const others = dispute.readings.filter(reading => !reading.taken)
  return [
    { dates: '', text: disputeWords(dispute.term, dispute.readings, unit) },
    ...others.map(reading => ({
      dates: dateWithWeekday(reading.lastDay),
      text: `按${readingWords(reading.days, reading.unit)}算到这天，没有采用（${reading.source}）`,
    })),
  ]
}

type DisputeReading = NonNullable<Reckoning['dispute']>['readings'][number]

function disputeWords(term: string, readings: readonly DisputeReading[], unit: DayUnit): string {
  const doubt = isOnlyUnitDisputed(readings) ? '没说是不是工作日' : '可以有几种读法'
  const endsAlike = new Set(readings.map(({ lastDay }) => lastDay)).size === 1
  const how = unit === 'workday' ? '工作日' : '自然日'
  const taken = endsAlike
    ? `这里按${how}算，怎么算都是同一天结束。`
    : `这里按${how}算，结束得晚一些，大家多些时间看。`
  return `规定只写“${term}”，${doubt}。${taken}`
}

function isOnlyUnitDisputed(readings: readonly DisputeReading[]): boolean {
  return new Set(readings.map(({ days }) => days)).size === 1
}

function readingWords(days: number, unit: DayUnit): string {
  return unit === 'workday' ? ` ${days} 个工作日` : ` ${days} 个自然日`
}

function provisionalNotes({ provisional, calendar }: Reckoning): ReckoningNote[] {
  if (!provisional) return []
  const first = calendar.find(day => day.provisional)
  const dates = first ? `${fullDateWords(first.date)}起` : ''
  return [{ dates, text: '放假安排还没公布，日子可能变。公布后重新算，再告诉大家。' }]
}
