import type { Instant } from '../../../../shared/calendar/model'
import type { House } from '../house'

/** One run: does what is due and says when its next turn is. */
export type Turns = AsyncGenerator<Instant, void, void>

const TURNS_AT_ONCE = 4
const MINUTE = 60_000
const TIMERS = ['clock', 'courier'] as const

/**
 * Takes many runs through one time, so that the clock goes forward once for all of them: at each instant the runs
 * that are due have their turn, and a minute later the timers tell what they did. `afterRound` looks at the whole.
 */
export async function inLockstep(
  house: House,
  runs: readonly Turns[],
  start: Instant,
  afterRound: (now: Instant) => Promise<void>,
): Promise<void> {
  const waiting = new Map(runs.map(run => [run, start]))
  await Promise.all(TIMERS.map(name => house.holdTimer(name, true)))
  while (waiting.size > 0) {
    const now = earliest(waiting)
    await tick(house, now)
    const due = [...waiting].filter(([, at]) => at <= now).map(([run]) => run)
    await fewAtOnce(due, async run => {
      const { done, value } = await run.next()
      if (done) waiting.delete(run)
      else waiting.set(run, value)
    })
    const told = minuteAfter(now)
    const isFree = waiting.size === 0 || earliest(waiting) > told
    if (!isFree) continue
    await tick(house, told)
    await afterRound(told)
  }
}

/** Each timer runs once, as on an ordinary minute. */
async function tick(house: House, now: Instant): Promise<void> {
  await house.setTime(now)
  for (const name of TIMERS) await house.fire(name)
}

function earliest(waiting: ReadonlyMap<Turns, Instant>): Instant {
  return [...waiting.values()].reduce((first, at) => (at < first ? at : first))
}

function minuteAfter(now: Instant): Instant {
  return new Date(Date.parse(now) + MINUTE).toISOString()
}

export async function fewAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values()
  const worker = async () => {
    for (const item of left) await work(item)
  }
  await Promise.all(Array.from({ length: TURNS_AT_ONCE }, worker))
}
