import * as z from 'zod/mini'
import { dateWithWeekday } from '../calendar/words'
import { hidePersonalNumbers } from '../privacy/scan'
import { publicityWindow } from '../publicity/model'
import { maskNamesIn } from './listed-names'
import { fieldValues, type HistoryEntry } from './model'
import type { NoticeFacts } from './notice-facts'
import { officialValue } from './official-values'
import type { NoticePage } from './page'
import { CHANGE_WORDS, WITHDRAWN_WITHOUT_REASON } from './words'

type Change = NoticePage['changes'][number]

/**
 * What a history entry may hold that is fit to be told. Everything else in it (names, rows, who acted) stays
 * where it is.
 */
const tellable = z.object({
  reason: z.optional(z.string()),
  withdrawnReason: z.optional(z.string()),
  title: z.optional(z.string()),
  values: z.optional(fieldValues),
  rows: z.optional(z.array(z.unknown())),
  window: z.optional(z.nullable(publicityWindow)),
})
type Tellable = z.infer<typeof tellable>

/** Actions of a notice's history that the public is told of. Any other is nobody's business. */
const TOLD = {
  corrected: (before, after, facts) =>
    CHANGE_WORDS.corrected(whatChanged(before, after, facts), reasonNow(after, facts)),
  'slip-corrected': (before, after, facts) =>
    CHANGE_WORDS.slipCorrected(whatChanged(before, after, facts), reasonNow(after, facts)),
  lengthened: (before, after, facts) =>
    CHANGE_WORDS.lengthened(lastDayOf(before), lastDayOf(after), reasonNow(after, facts)),
  'calendar-settled': (before, after) => settledWords(before, after),
  withdrawn: (_before, after) => CHANGE_WORDS.withdrawn(reasonOf(after) || WITHDRAWN_WITHOUT_REASON),
} satisfies Record<string, (before: Tellable, after: Tellable, facts: NoticeFacts) => string>

export type ToldAction = keyof typeof TOLD

/** A field longer than this is named, not quoted, in a list of changes. */
const QUOTED_LENGTH = 40

/** What was changed after posting, newest last. */
export function changesOf(facts: NoticeFacts): Change[] {
  return facts.notice.history.flatMap(entry => {
    const { action, at } = entry
    if (!isTold(action)) return []
    const text = TOLD[action](tellableOf(entry.before), tellableOf(entry.after), facts)
    return [{ at, text: hidePersonalNumbers(maskNamesIn(text, facts.names)) }]
  })
}

/** True where an action stands in a history. */
export function historyHas(history: readonly HistoryEntry[], action: ToldAction): boolean {
  return history.some(entry => entry.action === action)
}

/** Why a notice was withdrawn, for everybody to read; null where it was not. */
export function withdrawnReasonOf({ notice, names }: NoticeFacts): string | null {
  const entry = notice.history.filter(({ action }) => action === 'withdrawn').at(-1)
  if (entry === undefined) return null
  const reason = reasonOf(tellableOf(entry.after)) || WITHDRAWN_WITHOUT_REASON
  return hidePersonalNumbers(maskNamesIn(reason, names))
}

function isTold(action: string): action is ToldAction {
  return Object.hasOwn(TOLD, action)
}

function tellableOf(record: Record<string, unknown>): Tellable {
  const parsed = z.safeParse(tellable, record)
  return parsed.success ? parsed.data : {}
}

function reasonOf({ withdrawnReason, reason }: Tellable): string {
  return (withdrawnReason ?? reason ?? '').trim().replace(/[。；]+$/, '')
}

/** Free words may speak of a household; once the names have gone, so have they. */
function reasonNow(after: Tellable, { isRetired }: NoticeFacts): string {
  return isRetired ? '' : reasonOf(after)
}

function lastDayOf({ window }: Tellable): string {
  const lastDay = window?.reckoning?.lastDay
  return lastDay === undefined ? '＿＿' : dateWithWeekday(lastDay)
}

function settledWords(before: Tellable, after: Tellable): string {
  const [from, to] = [lastDayOf(before), lastDayOf(after)]
  if (after.window?.reckoning?.provisional) return CHANGE_WORDS.stillUnsettled(to)
  return from === to ? CHANGE_WORDS.settledSame(to) : CHANGE_WORDS.settledChanged(from, to)
}

function whatChanged(before: Tellable, after: Tellable, facts: NoticeFacts): string {
  const parts = [
    ...(after.title !== undefined && after.title !== before.title ? [CHANGE_WORDS.titleChanged] : []),
    ...fieldChanges(before.values ?? {}, after.values ?? {}, facts),
    ...(after.rows === undefined ? [] : [CHANGE_WORDS.listChanged]),
  ]
  return parts.length === 0 ? CHANGE_WORDS.unnamed : parts.join('；')
}

function fieldChanges(
  before: Record<string, string>,
  after: Record<string, string>,
  { template, isRetired }: NoticeFacts,
): string[] {
  const changed = template.fields.filter(({ key }) => key in after && before[key] !== after[key])
  return changed.map(({ key, label, type }) => {
    const [from, to] = [before[key] ?? '', after[key] ?? ''].map(value => officialValue(type, value))
    const isQuotable = !isRetired && [from, to].every(value => value !== '' && isShort(value))
    return isQuotable
      ? CHANGE_WORDS.fieldChanged(label, from ?? '', to ?? '')
      : CHANGE_WORDS.fieldRewritten(label)
  })
}

function isShort(value: string | undefined): boolean {
  return value !== undefined && value.length <= QUOTED_LENGTH
}
