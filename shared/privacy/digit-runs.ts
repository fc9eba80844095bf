import { foldWidth } from './characters'

/**
 * Digits that belong together, whatever stands between them: `330102 1990 0101 1234`, `１３８－００１３－８０００`.
 * `text` holds the plain digits (and an X that ends a citizen's number); the arrays tell, for each of them, where
 * it begins and ends in the source, and in which group of unbroken digits it stands.
 */
export type DigitRun = {
  text: string
  starts: number[]
  ends: number[]
  groups: number[]
}

/** A run is broken by more than this many signs between two digits. */
const MAX_GAP = 3
const BETWEEN = /[\s()/\-‐‑‒–—―_.·\u00ad\u200b-\u200d\u2060\ufeff]/
const CHINESE_DIGITS: Record<string, string> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/** The runs of digits of a text, in order. Takes time in proportion to the text. */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = []
  let run: DigitRun | null = null
  let gap = 0
  let wasChinese = false
  let place = 0
  for (const char of text) {
    const start = place
    place += char.length
    const digit = digitOf(char)
    const endsWithX = digit === null && gap === 0 && run !== null && isX(char)
    if (digit !== null) {
      const isChinese = char in CHINESE_DIGITS
      const isNewGroup = run !== null && (gap > 0 || isChinese !== wasChinese)
      run = run ?? startRun(runs)
      add(run, digit, start, place, isNewGroup)
      gap = 0
      wasChinese = isChinese
    } else if (endsWithX && run !== null) {
      add(run, 'X', start, place, false)
      gap = 1
    } else {
      const isBetween = BETWEEN.test(foldWidth(char)) && char !== '\n'
      gap += 1
      if (!isBetween || gap > MAX_GAP) run = null
      if (run === null) gap = 0
    }
  }
  return runs
}

function startRun(runs: DigitRun[]): DigitRun {
  const run: DigitRun = { text: '', starts: [], ends: [], groups: [] }
  runs.push(run)
  return run
}

function add(run: DigitRun, digit: string, start: number, end: number, isNewGroup: boolean): void {
  const group = run.groups.at(-1) ?? 0
  run.text += digit
  run.starts.push(start)
  run.ends.push(end)
  run.groups.push(isNewGroup ? group + 1 : group)
}

function digitOf(char: string): string | null {
  const plain = foldWidth(char)
  if (plain >= '0' && plain <= '9' && plain.length === 1) return plain
  return CHINESE_DIGITS[char] ?? null
}

function isX(char: string): boolean {
  return foldWidth(char).toUpperCase() === 'X'
}
