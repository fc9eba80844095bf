import type { CasePage } from '../../../shared/application/page'

type Material = CasePage['materials'][number]

/** One material with the files that were handed in as it; `isAsked`: the procedure asks for it. */
export type MaterialGroup = { name: string; isAsked: boolean; files: Material[] }

/** The checklist in its order, then what was handed in beside it, each under the name it was handed in as. */
export function materialGroups(
  checklist: readonly string[],
  materials: readonly Material[],
): MaterialGroup[] {
  const others = materials.map(({ kind }) => kind).filter(kind => !checklist.includes(kind))
  const names = [...checklist, ...others.filter((name, index) => others.indexOf(name) === index)]
  return names.map(name => ({
    name,
    isAsked: checklist.includes(name),
    files: materials.filter(({ kind }) => kind === name),
  }))
}
