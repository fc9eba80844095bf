import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import chineseDays from 'chinese-days'
import { ANNOUNCED_TABLE } from '../../shared/calendar/announced-table'
import { addDays, dateOfDay, dayNumber } from '../../shared/calendar/date'
import type { CalendarDate } from '../../shared/calendar/model'
import { createCalendar } from '../../shared/calendar/work-calendar'
import type { WindowRule } from '../../shared/publicity/model'
import { openWindow, recomputeWindow } from '../../shared/publicity/window'
import { isWorkedByNotice } from '../unit/calendar/announced-facts'
import { TRIAL_2027_LONG_NEW_YEAR } from '../unit/calendar/schedule-2027'

/** 倍数 is how many times as often as chinese-days in the same run, rounds of both taken in turn; the median of the rounds. */
export type Row = {
  项目: string
  本项目: string | number
  'chinese-days': string | number
  倍数: number | string
}

type Work = (date: CalendarDate) => unknown

const ROUNDS = 5
const ROUND_MS = 120
const RULE: WindowRule = { mode: 'window', days: 7, unit: 'workday', basis: '测量' }
const WINDOWS = 100_000

const calendar = createCalendar()
const dates = someDates(4096)

export async function bench(): Promise<{ title: string; rows: Row[] }> {
  return { title: '工作日', rows: await benchWorkdays() }
}

export async function benchWorkdays(): Promise<Row[]> {
  const additions = [5, 20, 250].map(n =>
    compare(
      `加 ${n} 个工作日`,
      date => calendar.addWorkdays(date, n),
      date => chineseDays.findWorkday(n, date),
    ),
  )
  const window = compare('一个公示期，连同每天算不算、为什么', openOurs, listByChineseDays)
  return [...additions, window, recomputed(), wrongDays(), silentGuesses(), tableBytes()]
}

function openOurs(date: CalendarDate) {
  return openWindow({ rule: RULE, postedAt: `${date}T01:00:00.000Z`, calendar, number: 1 })
}

/** The same list of days with their reasons, as one would make it with chinese-days. */
function listByChineseDays(postedOn: CalendarDate) {
  const days = []
  for (let date = addDays(postedOn, 1), counted = 0; counted < 7; date = addDays(date, 1)) {
    const { work, name } = chineseDays.getDayDetail(date)
    if (work) counted += 1
    days.push({ date, ordinal: work ? counted : null, name })
  }
  return days
}

/** All windows that run when the schedule for 2027 arrives, reckoned again by it. */
function recomputed(): Row {
  const settled = createCalendar({ schedules: [TRIAL_2027_LONG_NEW_YEAR] })
  const running = Array.from({ length: WINDOWS }, (_, index) => openOurs(addDays('2026-12-21', index % 14)))
  const started = performance.now()
  const changed = running.filter(
    window => recomputeWindow(window, RULE, settled).closesAt !== window.closesAt,
  ).length
  const ours = WINDOWS / (performance.now() - started)
  const theirs = operationsPerMs(listByChineseDays, ROUND_MS)
  return {
    项目: `放假安排到了，重算 ${WINDOWS} 个公示期（${changed} 个变了）`,
    本项目: perSecond(ours),
    'chinese-days': perSecond(theirs),
    倍数: rounded(ours / theirs),
  }
}

function wrongDays(): Row {
  const days = daysThrough('2004-01-01', '2026-12-31')
  return {
    项目: `判错的日子，2004—2026 年共 ${days.length} 天`,
    本项目: days.filter(date => calendar.isWorkday(date) !== isWorkedByNotice(date)).length,
    'chinese-days': days.filter(date => chineseDays.isWorkday(date) !== isWorkedByNotice(date)).length,
    倍数: '',
  }
}

/** Twenty working days from each day of December 2026 end in 2027, which nobody has announced. */
function silentGuesses(): Row {
  const december = daysThrough('2026-12-04', '2026-12-31')
  return {
    项目: `跨进没公布的年份却不说是暂定，${december.length} 次里`,
    本项目: december.filter(date => !calendar.addWorkdays(date, 20).provisional).length,
    'chinese-days': december.filter(date => typeof chineseDays.findWorkday(20, date) === 'string').length,
    倍数: '',
  }
}

function tableBytes(): Row {
  const theirs = readFileSync(createRequire(__filename).resolve('chinese-days/dist/chinese-days.json'))
  return {
    项目: '放假安排表，gzip 后字节',
    本项目: gzipSync(ANNOUNCED_TABLE).length,
    'chinese-days': gzipSync(theirs).length,
    倍数: '',
  }
}

function compare(name: string, ours: Work, theirs: Work): Row {
  operationsPerMs(ours, ROUND_MS)
  operationsPerMs(theirs, ROUND_MS)
  const rounds = Array.from({ length: ROUNDS }, () => ({
    ours: operationsPerMs(ours, ROUND_MS),
    theirs: operationsPerMs(theirs, ROUND_MS),
  }))
  return {
    项目: name,
    本项目: perSecond(median(rounds.map(round => round.ours))),
    'chinese-days': perSecond(median(rounds.map(round => round.theirs))),
    倍数: rounded(median(rounds.map(round => round.ours / round.theirs))),
  }
}

/** Dates are taken in turn; the clock is looked at once in 64. */
function operationsPerMs(work: Work, ms: number): number {
  const started = performance.now()
  let done = 0
  while (performance.now() - started < ms) {
    for (let burst = 0; burst < 64; burst++) work(dates[done++ % dates.length] ?? '')
  }
  return done / (performance.now() - started)
}

/** Dates of 2018–2025, always the same ones, scattered by a linear congruence. */
function someDates(count: number): CalendarDate[] {
  const first = dayNumber('2018-01-01')
  const span = dayNumber('2025-12-31') - first
  let seed = 20_180_101
  return Array.from({ length: count }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return dateOfDay(first + (Math.floor(seed / 65_536) % span))
  })
}

function daysThrough(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  return Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, n) => addDays(from, n))
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function perSecond(perMs: number): string {
  return `${Math.round(perMs * 1000).toLocaleString('en-US')} 次/秒`
}

function rounded(ratio: number): number {
  return Math.round(ratio * 10) / 10
}
