import type { Procedure } from '../../../shared/procedures/definition'
import { loadAll } from '../districts/loaded'

/** The thirty procedures of the repository's own districts, in the order of their documents. */
export async function loadProcedures(): Promise<Procedure[]> {
  const { districts } = await loadAll()
  return districts.flatMap(district => district.procedures)
}

/** One of them by its number. */
export function find(procedures: readonly Procedure[], id: string): Procedure {
  const found = procedures.find(procedure => procedure.procedureId === id)
  if (found === undefined) throw new Error(`no procedure ${id}`)
  return found
}
