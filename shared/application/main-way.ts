import { type Procedure, type Step, stepOf } from '../procedures/definition'

type Drawn = Pick<Procedure, 'steps'>

/**
 * The way on from a step to the end where it is granted, along the lines that lead on: ids of steps, `from` first.
 * Where there are several, the first one drawn that does not lead to a step only some cases have. Empty where that
 * end cannot be reached any more.
 */
export function wayToGrant(procedure: Drawn, from: string): string[] {
  return walk(procedure, from, new Set()) ?? []
}

function walk(procedure: Drawn, id: string, passed: ReadonlySet<string>): string[] | null {
  const step = stepOf(procedure, id)
  if (step === null || passed.has(id)) return null
  if (step.end !== undefined) return step.end === 'completed' ? [id] : null
  const onWay = new Set([...passed, id])
  for (const next of onward(procedure, step)) {
    const rest = walk(procedure, next.id, onWay)
    if (rest !== null) return [id, ...rest]
  }
  return null
}

function onward(procedure: Drawn, { next }: Step): Step[] {
  const steps = next
    .filter(({ outcome }) => outcome === 'ok')
    .flatMap(({ to }) => stepOf(procedure, to) ?? [])
  return [...steps.filter(({ optional }) => !optional), ...steps.filter(({ optional }) => optional)]
}
