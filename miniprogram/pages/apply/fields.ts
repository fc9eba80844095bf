import type { Written } from '../../applying/draft'
import type { Gap } from '../../applying/gaps'

/** What every part of the form is given. */
export type FieldProps = {
  written: Written
  gaps: readonly Gap[]
  onWrite: (part: Partial<Written>) => void
}

export function problemAt(gaps: readonly Gap[], key: string): string | undefined {
  return gaps.find(gap => gap.key === key)?.message
}

/** The id of a field on the page, to scroll to it; of letters and digits only, as a selector wants it. */
export function fieldId(key: string): string {
  const letters = [...key].map(letter => (/[A-Za-z0-9]/.test(letter) ? letter : letter.charCodeAt(0)))
  return `f-${letters.join('')}`
}
