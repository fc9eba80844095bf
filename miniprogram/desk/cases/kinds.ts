import type { DeskCase } from '../../../shared/application/page'

/** Cases that can be done together: one text of a procedure, one step, one body, one state of the notice. */
export type CaseKind = Pick<
  DeskCase,
  'procedureName' | 'step' | 'stepName' | 'stepKind' | 'body' | 'publicity'
> & { key: string; count: number }

/** What several of them may do at once: one notice, one record, or nothing. */
export type TogetherWay = 'announce' | 'act' | 'none'

/** As many as one notice, and one meeting, may take. */
export const MOST_ANNOUNCED = 500
export const MOST_TOGETHER = 60

export function kindKey({ procedureText, step, body, publicity }: DeskCase): string {
  return [procedureText, step, body, publicity ?? ''].join('|')
}

/** The kinds on a desk, the most numerous first. */
export function kindsOf(cases: readonly DeskCase[]): CaseKind[] {
  const kinds = new Map<string, CaseKind>()
  for (const one of cases) {
    const key = kindKey(one)
    const { procedureName, step, stepName, stepKind, body, publicity } = one
    const known = kinds.get(key) ?? {
      key,
      count: 0,
      procedureName,
      step,
      stepName,
      stepKind,
      body,
      publicity,
    }
    kinds.set(key, { ...known, count: known.count + 1 })
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count)
}

export function togetherWay({ publicity }: Pick<CaseKind, 'publicity'>): TogetherWay {
  if (publicity === 'to-post') return 'announce'
  return publicity === 'open' ? 'none' : 'act'
}

export function mostOf(way: TogetherWay): number {
  return way === 'announce' ? MOST_ANNOUNCED : MOST_TOGETHER
}

/** Ticked or unticked; no more than may go together. */
export function toggled(chosen: readonly string[], id: string, most: number): string[] {
  if (chosen.includes(id)) return chosen.filter(other => other !== id)
  return chosen.length < most ? [...chosen, id] : [...chosen]
}
