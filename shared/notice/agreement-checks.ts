import type { ListColumn, NoticeField, NoticeTemplate } from '../catalog/template'
import { amountWords, countOf, hundredthsOf } from './amounts'
import { type Draft, fieldGap, isAboutPersons } from './draft'
import type { DraftGap } from './draft-gap'
import { DRAFT_WORDS } from './draft-words'
import type { ListRow } from './model'

/** Hints of the forms: 与名单核对, 和名单行数一致, 与清单核对, 与分配表核对, 与明细相加核对. */
const AGREES_WITH_LIST = /(?:名单|清单|分配表|明细).*(?:核对|一致)/
const IS_SUM_OF_PEOPLE = /人数相加/
const HOUSEHOLDS_LABEL = /^(?:拟认定|拟补助|受益|认定)?户数$/
const PEOPLE_LABEL = /人数|成员数/
const MONEY_LABEL = /（元/
/** 补助合计, 总概算: the words around what is summed. */
const TOTAL_WORDS = /合计|总额|总/g

/** Counts and totals that do not agree with the list they speak of. */
export function agreementGaps(draft: Draft): DraftGap[] {
  if (draft.rows.length === 0) return []
  return draft.template.fields.flatMap(field => {
    const written = draft.values[field.key]?.trim() ?? ''
    if (written === '') return []
    const message = isRowCount(field, draft)
      ? rowCountMessage(written, draft)
      : sumMessage(field, written, draft)
    return message === null ? [] : [fieldGap(field, 'invalid', message)]
  })
}

/** What a field that speaks of the list must say by it: how many rows, or their sum; null where it says neither. */
export function valueFromList(field: NoticeField, list: Listed): string | null {
  if (list.rows.length === 0) return null
  if (isRowCount(field, list)) return String(list.rows.length)
  const column = summedColumnOf(field, list)
  const sum = column === undefined ? null : sumOf(column, list)
  return sum === null ? null : amountWords(sum)
}

type Listed = { template: Pick<NoticeTemplate, 'columns' | 'namesOn'>; rows: readonly ListRow[] }

function isRowCount({ type, label, hint }: NoticeField, { template }: Listed): boolean {
  if (type !== 'count' || IS_SUM_OF_PEOPLE.test(hint)) return false
  const isHouseholds = isAboutPersons(template) && HOUSEHOLDS_LABEL.test(label)
  return isHouseholds || AGREES_WITH_LIST.test(hint)
}

function rowCountMessage(written: string, { rows }: Draft): string | null {
  const count = countOf(written)
  const differs = count !== null && count !== rows.length
  return differs ? DRAFT_WORDS.rowCountDiffers(written, rows.length) : null
}

function sumMessage(field: NoticeField, written: string, draft: Draft): string | null {
  const column = summedColumnOf(field, draft)
  const total = hundredthsOf(written)
  if (column === undefined || total === null) return null
  const sum = sumOf(column, draft)
  return sum === null || sum === total
    ? null
    : DRAFT_WORDS.sumDiffers(written, column.label, amountWords(sum))
}

function summedColumnOf(field: NoticeField, { template }: Listed): ListColumn | undefined {
  return summedColumn(
    field,
    template.columns.filter(({ public: isPublic }) => isPublic),
  )
}

/** Null where a cell is no number: it has a gap of its own, and a sum without it would only confuse. */
function sumOf({ key }: ListColumn, { rows }: Listed): number | null {
  const cells = rows.map(row => hundredthsOf(row[key] ?? ''))
  return cells.includes(null) ? null : cells.reduce<number>((all, cell) => all + (cell ?? 0), 0)
}

function summedColumn(field: NoticeField, columns: readonly ListColumn[]): ListColumn | undefined {
  if (IS_SUM_OF_PEOPLE.test(field.hint)) return columns.find(({ label }) => PEOPLE_LABEL.test(label))
  const isTotal = ['money', 'number'].includes(field.type) && AGREES_WITH_LIST.test(field.hint)
  if (!isTotal) return undefined
  const what = field.label.replace(TOTAL_WORDS, '')
  const named = columns.find(({ label }) => what !== '' && label.includes(what))
  const inMoney = columns.filter(({ label }) => MONEY_LABEL.test(label))
  const isOnlyMoney = field.type === 'money' && inMoney.length === 1
  return named ?? (isOnlyMoney ? inMoney[0] : undefined)
}
