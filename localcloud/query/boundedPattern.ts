import { createContext, Script } from 'node:vm'
import { DatabaseRefusal } from '../values/errors'

/** What one query may spend on a pattern that could run away, over all the texts it is held against. */
const MOST_MS = 1000
/** Steps that are over in some ten milliseconds. */
const FEW_STEPS = 10_000_000
/** What the switch into a stoppable run costs by itself is not the pattern's. */
const OVERHEAD_MS = 1

/** Signs that repeat; an escaped one or one in a class counts too, to be safe. */
const REPETITION = /[*+?{]/g
/** A repeated group or a back-reference can take a number of steps that doubles with every character. */
const RUNAWAY = /\)[*+?{]|\\[1-9k]/

/**
 * Holds texts against a pattern, as MongoDB does with PCRE's limit: a pattern that backtracks without end
 * ("(a+)+$") is stopped and refused instead of standing still with everything else.
 * @returns a test that throws DatabaseRefusal once the time is used up
 */
export function boundedTest(pattern: RegExp): (text: string) => boolean {
  const { source } = pattern
  const repetitions = source.match(REPETITION)?.length ?? 0
  const canRunAway = RUNAWAY.test(source)
  const isQuick = (text: string) => !canRunAway && text.length ** (repetitions + 1) <= FEW_STEPS
  let timed: ((text: string) => boolean) | undefined
  return text => {
    if (isQuick(text)) return pattern.test(text)
    timed ??= timedTest(pattern)
    return timed(text)
  }
}

function timedTest(pattern: RegExp): (text: string) => boolean {
  const place = createContext({ pattern, text: '', met: false })
  const script = new Script('met = pattern.test(text)')
  let left = MOST_MS
  return text => {
    place.text = text
    const started = performance.now()
    try {
      script.runInContext(place, { timeout: Math.max(1, Math.ceil(left)) })
    } catch {
      throw new DatabaseRefusal(
        `正则表达式 /${pattern.source}/ 太慢，请改写 / the regular expression exceeded ${MOST_MS} ms`,
      )
    }
    left -= Math.max(0, performance.now() - started - OVERHEAD_MS)
    return place.met === true
  }
}
