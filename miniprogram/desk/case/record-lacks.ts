import { perHeadOf, problemsOfRecord } from '../../../shared/application/check-record'
import type { RecordFormFace } from '../../../shared/application/page'
import type { Instant } from '../../../shared/calendar/model'

type Values = Record<string, string>

/** What still has to be filled, by the name of its box. */
export type Lack = { key: string; message: string }

/** Where a sentence stands that names no box. */
export const WHOLE_RECORD = 'record'

/** What is wrong with a record, each sentence at the first box that it names. */
export function recordLacks(form: RecordFormFace, values: Values, now: Instant): Lack[] {
  return problemsOfRecord(form, written(form, values), now).map(message => {
    const named = form.fields.find(({ label }) => message.includes(`“${label}”`))
    return { key: named?.key ?? WHOLE_RECORD, message }
  })
}

/** What was written of the form's own fields, without what was left empty. */
export function written({ fields }: RecordFormFace, values: Values): Values {
  return Object.fromEntries(
    fields
      .map(({ key }) => [key, values[key]?.trim() ?? ''] satisfies [string, string])
      .filter(([, value]) => value !== ''),
  )
}

/** The income a head follows the incomes and the number of people, until somebody writes another. */
export function withPerHead(form: RecordFormFace, before: Values, after: Values): Values {
  const isAsked = form.fields.some(({ key }) => key === PER_HEAD)
  const isOwn = after[PER_HEAD] !== before[PER_HEAD]
  const followed = before[PER_HEAD] === undefined || before[PER_HEAD] === '' || isReckoned(before)
  if (!isAsked || isOwn || !followed) return after
  const perHead = perHeadOf(after)
  return perHead === null ? after : { ...after, [PER_HEAD]: yuan(perHead) }
}

const PER_HEAD = 'perHeadIncome'

function isReckoned(values: Values): boolean {
  const perHead = perHeadOf(values)
  return perHead !== null && values[PER_HEAD] === yuan(perHead)
}

function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
}
