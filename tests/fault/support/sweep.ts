import type { Kill, killableFunctions } from './killable'

/** All points with FAULTS=all, else every third, so that `npm test` stays short. */
const STRIDE = process.env.FAULTS === 'all' ? 1 : 3
/** More requests than any one run makes; a sweep ends by itself at a run that was not killed. */
const MOST_REQUESTS = 200

type Trial<T> = {
  prepare: () => Promise<T>
  /** Starts the run and answers whether it ended. */
  strike: (prepared: T) => Promise<boolean>
  /** What happens later, which must find all well. */
  heal: (prepared: T, where: string) => Promise<void>
}

/** Kills the function at its 1st, 2nd, … request, each time with something new, until a run comes to its end. */
export async function sweep<T>(
  functions: ReturnType<typeof killableFunctions>,
  name: string,
  { prepare, strike, heal }: Trial<T>,
): Promise<void> {
  for (const when of ['before', 'after'] as const) {
    let hasEnded = false
    for (let at = 1; !hasEnded; at += STRIDE) {
      if (at > MOST_REQUESTS) throw new Error(`${name} does not come to an end`)
      const prepared = await prepare()
      const kill: Kill = { function: name, at, when }
      functions.plan(kill)
      hasEnded = await strike(prepared)
      functions.plan(null)
      await heal(prepared, `killed ${when} request ${at}`)
    }
  }
}
