/** One measured line: the same work done two ways in the same run, rounds of both taken in turn. */
export type Row = {
  项目: string
  次数: number
  一边: string
  另一边: string
  结果: string
  目标: string
  达标: string
}

export function verdict(isMet: boolean): string {
  return isMet ? '是' : '否'
}

/** Does the work for each item, at most `width` at once. */
export async function inFlight<T>(
  width: number,
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const rest = items.values()
  const lane = async () => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: width }, lane))
}

/** CPU of this process so far, in microseconds. */
export function cpuMicroseconds(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

export function median(values: number[]): number {
  return quantile(values, 0.5)
}

/** The first quartile: what other programs of the machine do to caches and processors only ever adds. */
export function undisturbed(values: number[]): number {
  return quantile(values, 0.25)
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * share)] ?? 0
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
