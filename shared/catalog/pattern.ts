const OPTIONAL = /\[\[([\s\S]*?)\]\]/g
const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9]*)\}/g

/** What stands in the text where a value is still missing, as on a printed form. */
export const BLANK = '＿＿'

export type PatternValues = Readonly<Record<string, string | number | undefined>>

/**
 * Fills `{field}` in a pattern. A part in `[[…]]` is left out when a value in it is missing or empty;
 * elsewhere a missing value shows as a blank and its name is listed in `missing`.
 *
 * @example fillPattern('{year}年度[[，{note}]]', { year: 2026 }) // { text: '2026年度', missing: [] }
 */
export function fillPattern(pattern: string, values: PatternValues): { text: string; missing: string[] } {
  const missing = new Set<string>()
  const kept = pattern.replace(OPTIONAL, (_, part: string) =>
    namesIn(part).every(name => textOf(values, name) !== '') ? part : '',
  )
  const text = kept.replace(PLACEHOLDER, (_, name: string) => {
    const value = textOf(values, name)
    if (value === '') missing.add(name)
    return value === '' ? BLANK : value
  })
  return { text, missing: [...missing] }
}

/** The placeholders of a pattern: `required` stand outside `[[…]]`, `all` is every one, each once. */
export function placeholdersOf(pattern: string): { all: string[]; required: string[] } {
  return {
    all: [...new Set(namesIn(pattern))],
    required: [...new Set(namesIn(pattern.replace(OPTIONAL, '')))],
  }
}

function namesIn(pattern: string): string[] {
  return [...pattern.matchAll(PLACEHOLDER)].map(match => match[1] ?? '')
}

function textOf(values: PatternValues, name: string): string {
  const value = values[name]
  const isGiven = typeof value === 'string' || typeof value === 'number'
  return isGiven ? String(value).trim() : ''
}
