/** Half of the 20 connections of CloudBase's basic tier, so that people's calls find one free. */
const AT_ONCE = 10

/** Does the work for each of the items, ten at a time, and answers in their order. The first failure ends it. */
export async function concurrently<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Map<number, R>()
  const waiting = items.entries()
  const worker = async () => {
    for (const [index, item] of waiting) results.set(index, await work(item))
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker))
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result)
}
