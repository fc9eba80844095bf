import { isHan } from '../privacy/characters'

/** More than any title, item and publisher together have; a longer text is searched by its beginning. */
const MAX_GRAMS = 500
const MAX_WORD_GRAMS = 40

/**
 * What a notice is found by: every letter, digit and 汉字 of the texts, and every two that stand side by side.
 * Lower case, full width folded; each once.
 *
 * @example gramsOf(['低保']) // ['低', '保', '低保']
 */
export function gramsOf(texts: readonly string[]): string[] {
  const grams = new Set<string>()
  for (const run of texts.flatMap(runsOf)) {
    for (const gram of [...run, ...pairsOf(run)]) {
      if (grams.size < MAX_GRAMS) grams.add(gram)
    }
  }
  return [...grams]
}

/**
 * What a notice must hold, all of it, to be found by a word: its pairs, or for a word of one character that one.
 * Empty for a word without a letter, digit or 汉字: such a word finds nothing.
 */
export function gramsOfWord(word: string): string[] {
  const grams = runsOf(word).flatMap(run => (run.length === 1 ? run : pairsOf(run)))
  return [...new Set(grams)].slice(0, MAX_WORD_GRAMS)
}

/** The unbroken stretches of letters, digits and 汉字, as characters. */
function runsOf(text: string): string[][] {
  const runs: string[][] = [[]]
  for (const char of text.normalize('NFKC').toLowerCase()) {
    if (isSearchable(char)) runs.at(-1)?.push(char)
    else runs.push([])
  }
  return runs.filter(run => run.length > 0)
}

function pairsOf(run: readonly string[]): string[] {
  return run.slice(1).map((char, place) => (run[place] ?? '') + char)
}

function isSearchable(char: string): boolean {
  return /[a-z0-9]/.test(char) || isHan(char)
}
