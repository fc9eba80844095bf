import type { ListColumn, NoticeField } from '../catalog/template'
import { amountWords, countOf, hundredthsOf } from './amounts'
import { type Draft, fieldGap, isAboutPersons } from './draft'
import type { DraftGap } from './draft-gap'
import { DRAFT_WORDS } from './draft-words'

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

function isRowCount({ type, label, hint }: NoticeField, { template }: Draft): boolean {
  if (type !== 'count' || IS_SUM_OF_PEOPLE.test(hint)) return false
  const isHouseholds = isAboutPersons(template) && HOUSEHOLDS_LABEL.test(label)
  return isHouseholds || AGREES_WITH_LIST.test(hint)
}

function rowCountMessage(written: string, { rows }: Draft): string | null {
  const count = countOf(written)
  const differs = count !== null && count !== rows.length
  return differs ? DRAFT_WORDS.rowCountDiffers(written, rows.length) : null
}

function sumMessage(field: NoticeField, written: string, { template, rows }: Draft): string | null {
  const column = summedColumn(
    field,
    template.columns.filter(({ public: isPublic }) => isPublic),
  )
  const total = hundredthsOf(written)
  if (column === undefined || total === null) return null
  const cells = rows.map(row => hundredthsOf(row[column.key] ?? ''))
  // A cell that is no number has a gap of its own; a sum without it would only confuse.
  if (cells.includes(null)) return null
  const sum = cells.reduce<number>((all, cell) => all + (cell ?? 0), 0)
  return sum === total ? null : DRAFT_WORDS.sumDiffers(written, column.label, amountWords(sum))
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
