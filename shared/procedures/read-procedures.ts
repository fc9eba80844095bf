import type { CatalogItem } from '../catalog/item'
import type { ProblemList, SourceFile } from '../catalog/problems'
import { checkItemsHaveProcedures, checkProcedures, type Surroundings } from './check-file'
import type { Procedure } from './definition'
import { proceduresFile, proceduresOf } from './procedure-file'

/** A district's files as far as procedures are concerned. */
export type DistrictSources = Surroundings & {
  districtId: string
  files: readonly SourceFile[]
  catalogs: readonly { file: SourceFile; editionId: string }[]
}

/**
 * The procedures of one district, from every `procedures*.yaml` of its folder; none where it has no such file.
 * What does not fit is noted with file, line and remedy.
 */
export function readProcedures(sources: DistrictSources, problems: ProblemList): Procedure[] {
  const own = sources.files.filter(file => isProceduresOf(sources.districtId, file.path))
  const read = own.map(file => readFile(file, sources, problems))
  const procedures = read.flatMap(one => one.procedures)
  const isComplete = read.every(one => one.isWhole)
  if (isComplete) {
    for (const { file, editionId } of sources.catalogs) {
      checkItemsHaveProcedures(file, itemsOf(sources.items, editionId), procedures, problems)
    }
  }
  return procedures
}

function readFile(
  file: SourceFile,
  sources: DistrictSources,
  problems: ProblemList,
): { isWhole: boolean; procedures: Procedure[] } {
  const content = problems.read(file, proceduresFile)
  if (content === null) return { isWhole: false, procedures: [] }
  const procedures = proceduresOf(sources.districtId, `${sources.districtId}@${content.edition}`, content)
  checkProcedures(file, content, procedures, sources, problems)
  return { isWhole: true, procedures }
}

function itemsOf(items: readonly CatalogItem[], editionId: string): CatalogItem[] {
  return items.filter(item => item.editionId === editionId)
}

function isProceduresOf(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`) && /^procedures[^/]*\.yaml$/.test(path.slice(folder.length + 1))
}
