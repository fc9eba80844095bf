import type { DrawnStep, ProcedurePage } from '../../../shared/application/page'

type Line = DrawnStep['next'][number]

/** Where a line leads: to a step of the main way by its number, to an end, or to a step beside the way. */
export type Leads =
  | { to: 'back' | 'forward'; number: number }
  | { to: 'end'; end: NonNullable<DrawnStep['end']> }
  | { to: 'beside' }

export type Branch = Line & {
  leads: Leads
  /** Steps beside the way that it passes, until it comes back or ends. */
  beside: { step: DrawnStep; lines: (Line & { leads: Leads })[] }[]
}

/** A step of the main way with what else may happen there. */
export type WayStep = { step: DrawnStep; branches: Branch[] }

/** The drawing as one line from top to bottom; whatever leaves it hangs below the step where it leaves. */
export function wayOf({ steps, mainWay }: Pick<ProcedurePage, 'steps' | 'mainWay'>): WayStep[] {
  const known = new Map(steps.map(step => [step.id, step]))
  const onWay = mainWay.flatMap(id => known.get(id) ?? [])
  return onWay.map((step, index) => {
    const onward = step.next.find(({ to, outcome }) => to === mainWay[index + 1] && outcome === 'ok')
    const others = step.next.filter(line => line !== onward)
    return { step, branches: others.map(line => branchOf(line, index, known, mainWay)) }
  })
}

/** The other ways in, in the order of the drawing. */
export function otherStarts({ steps, mainWay, starts }: ProcedurePage): DrawnStep[] {
  const begins = new Set(starts.map(({ step }) => step))
  return steps.filter(({ id }) => begins.has(id) && !mainWay.includes(id))
}

function branchOf(
  line: Line,
  from: number,
  known: ReadonlyMap<string, DrawnStep>,
  mainWay: readonly string[],
): Branch {
  const leadsTo = (id: string) => leadsOf(id, from, known, mainWay)
  const beside: Branch['beside'] = []
  const ahead = [line.to]
  for (const id of ahead) {
    const step = known.get(id)
    const isNew = !beside.some(one => one.step.id === id)
    if (step === undefined || leadsTo(id).to !== 'beside' || !isNew) continue
    beside.push({ step, lines: step.next.map(next => ({ ...next, leads: leadsTo(next.to) })) })
    ahead.push(...step.next.map(({ to }) => to))
  }
  return { ...line, leads: leadsTo(line.to), beside }
}

function leadsOf(
  id: string,
  from: number,
  known: ReadonlyMap<string, DrawnStep>,
  mainWay: readonly string[],
): Leads {
  const place = mainWay.indexOf(id)
  const end = known.get(id)?.end ?? null
  if (place !== -1) return { to: place <= from ? 'back' : 'forward', number: place + 1 }
  return end === null ? { to: 'beside' } : { to: 'end', end }
}
