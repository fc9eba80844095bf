import type { Store } from '../store/store'
import { MovedClock } from './movedClock'

/** The clock as it was left: data of a moved time would look wrong in real time after a restart. */
export function loadClock(store: Store): MovedClock {
  return new MovedClock({
    offsetMs: numberIn(store, 'clockOffset') ?? 0,
    standsAt: numberIn(store, 'clockStandsAt'),
  })
}

export async function saveClock(store: Store, clock: MovedClock): Promise<void> {
  const keep = store.database.prepare('INSERT OR REPLACE INTO meta VALUES(?, ?)')
  const drop = store.database.prepare('DELETE FROM meta WHERE name = ?')
  await store.commits.run(() => {
    keep.run('clockOffset', clock.offsetMs)
    if (clock.isStanding) keep.run('clockStandsAt', clock.now())
    else drop.run('clockStandsAt')
  })
}

function numberIn(store: Store, name: string): number | null {
  const row: { value: number } | undefined = store.database
    .prepare('SELECT value FROM meta WHERE name = ?')
    .get(name)
  return row?.value ?? null
}
