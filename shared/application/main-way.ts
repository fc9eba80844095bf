import { type Procedure, stepOf } from '../procedures/definition'

type Drawn = Pick<Procedure, 'steps'>

/**
 * The way on from a step to the end where it is granted, along the lines that lead on, the first one drawn where there
 * are several: ids of steps, `from` first. Empty where that end cannot be reached any more.
 */
export function wayToGrant(procedure: Drawn, from: string): string[] {
  return walk(procedure, from, new Set()) ?? []
}

function walk(procedure: Drawn, id: string, passed: ReadonlySet<string>): string[] | null {
  const step = stepOf(procedure, id)
  if (step === null || passed.has(id)) return null
  if (step.end !== undefined) return step.end === 'completed' ? [id] : null
  const onWay = new Set([...passed, id])
  for (const line of step.next.filter(({ outcome }) => outcome === 'ok')) {
    const rest = walk(procedure, line.to, onWay)
    if (rest !== null) return [id, ...rest]
  }
  return null
}
