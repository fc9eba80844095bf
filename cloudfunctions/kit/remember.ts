/** How long reference data may be stale: a district's catalog changes a few times in a decade. */
const KEPT_MS = 60_000
/** Enough for the units of a county; what a visitor makes up is not found, and what is not found is not kept. */
const MOST_KEPT = 1000

/** A loader whose answers are kept for a minute in this instance. A failed load, and null, are not kept. */
export function remember<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, { value: Promise<T>; until: number }>()
  return key => {
    const known = kept.get(key)
    if (known && known.until > Date.now()) return known.value
    const value = load(key)
    kept.delete(key)
    kept.set(key, { value, until: Date.now() + KEPT_MS })
    const forget = () => kept.delete(key)
    value.then(loaded => loaded === null && forget(), forget)
    const oldest = kept.keys().next()
    if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value)
    return value
  }
}
