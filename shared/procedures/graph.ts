import type { Step } from './definition'

/** The ids of the steps that can be reached from `start`, itself included. Unknown targets are left out. */
export function reachableFrom(steps: readonly Step[], start: readonly string[]): Set<string> {
  const byId = new Map(steps.map(step => [step.id, step]))
  const found = new Set<string>()
  const waiting = [...start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = byId.get(id)
    if (step === undefined || found.has(id)) continue
    found.add(id)
    waiting.push(...step.next.map(({ to }) => to))
  }
  return found
}

/** True where the way from one step to the other takes one line or more. */
export function leadsTo(steps: readonly Step[], from: Step, to: string): boolean {
  return reachableFrom(
    steps,
    from.next.map(line => line.to),
  ).has(to)
}
