/** What a household's income comes to beside an income line, in 分. A help to the household, not a decision. */
export type IncomeHelp = {
  /** Of all incomes written, in a year. */
  total: number
  /** For one of the household in a year, to the nearest 分. */
  perPerson: number
  line: number
  /** True at the line itself too. */
  isWithin: boolean
  /** How much the household's income lies under the line, or over it. */
  apart: number
}

/**
 * Sets the incomes of a year against the line of so much a person and year (江北文 L8 “人均可支配收入在当6000元
 * 以下”). 以下 includes the figure itself (民法典 第一千二百五十九条). What is not written counts as nothing.
 * @returns null where nothing was written, or the number of people is none
 * @example incomeHelp([500_000, 620_000], 2, 600_000) // 5600 元 a person, within
 */
export function incomeHelp(
  incomes: readonly (number | null)[],
  people: number,
  line: number,
): IncomeHelp | null {
  const written = incomes.filter(income => income !== null)
  if (written.length === 0 || !Number.isInteger(people) || people < 1) return null
  const total = written.reduce((sum, income) => sum + income, 0)
  const allowed = line * people
  return {
    total,
    perPerson: Math.round(total / people),
    line,
    isWithin: total <= allowed,
    apart: Math.abs(allowed - total),
  }
}
