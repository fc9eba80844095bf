import type { DeskCase } from '../../../shared/application/page'
import type { DataOf } from '../../../shared/contract'

type Answered = DataOf<'applications', 'actTogether'>['results']

/** What came of one case; `done` null: the answer got lost, and it may have gone through. */
export type Result = { id: string; name: string; done: boolean; message: string }

/** One line a case, in the order they were ticked; one the server says nothing of counts as not done. */
export function resultsOf(cases: readonly DeskCase[], answered: Answered, unknown: string): Result[] {
  return cases.map(({ id, subjectName }) => {
    const found = answered.find(result => result.id === id)
    return { id, name: subjectName, done: found?.done ?? false, message: found?.message ?? unknown }
  })
}
