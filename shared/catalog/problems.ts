import * as z from 'zod/mini'
import { explainIssue, placeOf } from './explain'

/**
 * A data file, read and parsed: `path` as people know it (`<district>/catalog.yaml`), `value` what it holds,
 * `lineOf` the line on which a place in the value stands, null where that is not known.
 */
export type SourceFile = {
  path: string
  value: unknown
  lineOf: (place: readonly PropertyKey[]) => number | null
}

/** District data that cannot be loaded: every problem with its file, line and what to do. */
export class DistrictDataError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`区的数据有 ${problems.length} 处要改：\n${problems.map(problem => `- ${problem}`).join('\n')}`)
    this.name = 'DistrictDataError'
    this.problems = problems
  }
}

/** Gathers problems, so that a district's officer sees all of them at once. */
export class ProblemList {
  private readonly found: string[] = []

  /** Notes a problem at a place of a file. */
  add(file: SourceFile, place: readonly PropertyKey[], sentence: string): void {
    const line = file.lineOf(place)
    const where = line === null ? file.path : `${file.path} 第 ${line} 行`
    const what = place.length === 0 ? '' : `${wordsOf(place)}：`
    this.found.push(`${where}，${what}${sentence}`)
  }

  /** Notes a problem that has no file, e.g. one that is missing. */
  addPlain(sentence: string): void {
    this.found.push(sentence)
  }

  /** The file's content, or null where it is not of the form; then its problems are noted. */
  read<T extends z.core.$ZodType>(file: SourceFile, schema: T): z.output<T> | null {
    const result = z.safeParse(schema, file.value, { reportInput: true })
    if (result.success) return result.data
    for (const issue of result.error.issues) this.add(file, placeOf(issue), explainIssue(issue))
    return null
  }

  /** @throws DistrictDataError where anything was noted. */
  throwIfAny(): void {
    if (this.found.length > 0) throw new DistrictDataError(this.found)
  }
}

function wordsOf(place: readonly PropertyKey[]): string {
  return place.map(step => (typeof step === 'number' ? `第 ${step + 1} 条` : String(step))).join(' › ')
}
