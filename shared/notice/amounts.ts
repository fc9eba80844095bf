import { foldText } from '../privacy/characters'

const AMOUNT = /^(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?$/
const COUNT = /^\d{1,9}$/

/** A number with up to two decimals as whole hundredths (money in 分), or null where the text is none. */
export function hundredthsOf(text: string): number | null {
  const plain = foldText(text)
  const match = AMOUNT.exec(plain)
  if (match === null) return null
  const decimals = (match[1] ?? '').padEnd(2, '0')
  const whole = plain.replace(/,/g, '').replace(/\..*$/, '')
  return Number(whole) * 100 + Number(decimals)
}

/** A whole number from zero, or null where the text is none. */
export function countOf(text: string): number | null {
  const plain = foldText(text)
  return COUNT.test(plain) ? Number(plain) : null
}

/** Hundredths as people write them: `1200`, `1200.5`. */
export function amountWords(hundredths: number): string {
  return String(hundredths / 100)
}
