import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Procedure, Step } from '../../../shared/procedures/definition'
import { type ProceduresFile, proceduresFile, proceduresOf } from '../../../shared/procedures/procedure-file'
import { DISTRICTS_DIR } from '../districts/loaded'

/** A district's procedures file, of the right form; that it fits the district is the loader's to say. */
export function fileOf(district: string): ProceduresFile {
  const text = readFileSync(join(DISTRICTS_DIR, district, 'procedures.yaml'), 'utf8')
  return proceduresFile.parse(parse(text))
}

function read(district: string): Procedure[] {
  const file = fileOf(district)
  return proceduresOf(district, `${district}@${file.edition}`, file)
}

/** The thirty procedures of the repository's own districts. */
export const PROCEDURES: readonly Procedure[] = [...read('jiangbei'), ...read('ouhai')]

/** For `test.each`: the number and the procedure. */
export const EACH = PROCEDURES.map((procedure): [string, Procedure] => [procedure.procedureId, procedure])

/** One of them by its number. */
export function find(id: string): Procedure {
  const found = PROCEDURES.find(procedure => procedure.procedureId === id)
  if (found === undefined) throw new Error(`no procedure ${id}`)
  return found
}

export function stepIn(procedure: Procedure, id: string): Step {
  const found = procedure.steps.find(step => step.id === id)
  if (found === undefined) throw new Error(`no step ${id} in ${procedure._id}`)
  return found
}

export function startsOf(procedure: Procedure): string[] {
  return [...procedure.entrySteps, ...procedure.joinSteps]
}
