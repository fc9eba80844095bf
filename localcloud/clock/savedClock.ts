import type { Store } from '../store/store'
import { MovedClock } from './movedClock'

/** The clock as it was left: data of a moved time would look wrong in real time after a restart. */
export function loadClock(store: Store): MovedClock {
  const row: { value: number } | undefined = store.database
    .prepare("SELECT value FROM meta WHERE name = 'clockOffset'")
    .get()
  return new MovedClock(row?.value ?? 0)
}

export async function saveClock(store: Store, clock: MovedClock): Promise<void> {
  await store.commits.run(() => {
    store.database.prepare("INSERT OR REPLACE INTO meta VALUES('clockOffset', ?)").run(clock.offsetMs)
  })
}
