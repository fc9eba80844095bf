/** Half of the 20 connections of CloudBase's basic tier, so that people's calls find one free. */
const AT_ONCE = 10

/**
 * Does the work for each of the items, ten at a time, and answers in their order. After a failure nothing more
 * is begun; it is thrown when what was under way has ended, for the instance sleeps once its function answers.
 */
export async function concurrently<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Map<number, R>()
  const waiting = items.entries()
  const failures: unknown[] = []
  const worker = async () => {
    for (const [index, item] of waiting) {
      if (failures.length > 0) return
      try {
        results.set(index, await work(item))
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker))
  if (failures.length > 0) throw failures[0]
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result)
}
