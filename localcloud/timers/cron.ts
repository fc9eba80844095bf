const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

interface Cron {
  readonly seconds: Set<number>
  readonly minutes: Set<number>
  readonly hours: Set<number>
  readonly days: Set<number>
  readonly months: Set<number>
  readonly weekdays: Set<number>
  readonly years: Set<number>
  readonly daysAreFree: boolean
  readonly weekdaysAreFree: boolean
}

/** The expression is not one that the platform takes. */
export class BadCron extends Error {}

/** Reads the platform's 7 fields: 秒 分 时 日 月 星期 年. @throws BadCron */
export function parseCron(expression: string): Cron {
  const fields = expression.trim().split(/\s+/)
  const [seconds, minutes, hours, days, months, weekdays, years] = fields
  if (fields.length !== 7)
    throw new BadCron(`定时表达式要有 7 段：${expression} / a timer needs 7 fields: ${expression}`)
  const weekday = parseField(weekdays, 0, 7, expression)
  if (weekday.delete(7)) weekday.add(0)
  return {
    seconds: parseField(seconds, 0, 59, expression),
    minutes: parseField(minutes, 0, 59, expression),
    hours: parseField(hours, 0, 23, expression),
    days: parseField(days, 1, 31, expression),
    months: parseField(months, 1, 12, expression),
    weekdays: weekday,
    years: parseField(years, 1970, 2099, expression),
    daysAreFree: isFree(days),
    weekdaysAreFree: isFree(weekdays),
  }
}

/** Whether the timer is due at this second of Beijing time. */
export function isDueAt(cron: Cron, instantMs: number): boolean {
  const local = new Date(instantMs + BEIJING_OFFSET_MS)
  return (
    cron.seconds.has(local.getUTCSeconds()) &&
    cron.minutes.has(local.getUTCMinutes()) &&
    cron.hours.has(local.getUTCHours()) &&
    cron.months.has(local.getUTCMonth() + 1) &&
    cron.years.has(local.getUTCFullYear()) &&
    isDay(cron, local)
  )
}

/** With both a day and a weekday given, either is enough. */
function isDay(cron: Cron, local: Date): boolean {
  const isMonthDay = cron.days.has(local.getUTCDate())
  const isWeekday = cron.weekdays.has(local.getUTCDay())
  if (cron.daysAreFree) return isWeekday
  return cron.weekdaysAreFree ? isMonthDay : isMonthDay || isWeekday
}

function isFree(field: string | undefined): boolean {
  return field === '*' || field === '?'
}

function parseField(field: string | undefined, first: number, last: number, expression: string): Set<number> {
  const values = new Set<number>()
  for (const part of (field ?? '').split(',')) {
    const match = /^(?:\*|\?|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
    if (!match) throw new BadCron(`定时表达式读不懂：${expression} / cannot read the timer ${expression}`)
    const isWhole = match[1] === undefined
    const from = isWhole ? first : Number(match[1])
    const step = match[3] === undefined ? undefined : Number(match[3])
    const to = isWhole ? last : match[2] === undefined ? (step === undefined ? from : last) : Number(match[2])
    if (from < first || to > last || from > to || step === 0) {
      throw new BadCron(
        `定时表达式超出范围：${expression} / a field of the timer is out of range: ${expression}`,
      )
    }
    for (let value = from; value <= to; value += step ?? 1) values.add(value)
  }
  return values
}
