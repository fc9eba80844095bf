/** How long reference data may be stale: a district's catalog changes a few times in a decade. */
const KEPT_MS = 60_000

/** A loader whose answers are kept for a minute in this instance; a failed load is not kept. */
export function remember<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, { value: Promise<T>; until: number }>()
  return key => {
    const known = kept.get(key)
    if (known && known.until > Date.now()) return known.value
    const value = load(key)
    kept.set(key, { value, until: Date.now() + KEPT_MS })
    value.catch(() => kept.delete(key))
    return value
  }
}
