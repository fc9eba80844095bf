import { beijingDate } from '../calendar/date'
import type { Procedure } from '../procedures/definition'
import { reviewDueOn } from '../procedures/review'
import type { ApplicationState } from '../procedures/state'
import type { Application, RegisterEntry } from './model'

/**
 * The entry in the register (低收入农户数据库) that an application earns by ending as completed; null before, for any
 * other end, for a procedure that recognises nobody as low-income, and for a project, which is no household.
 */
export function entryOf(
  procedure: Pick<Procedure, 'registers' | 'reviewCycle'>,
  { end }: Pick<ApplicationState, 'end'>,
  { kind, people }: Application['subject'],
): RegisterEntry | null {
  if (end?.outcome !== 'completed' || !procedure.registers || kind === 'project') return null
  const since = beijingDate(end.at)
  return {
    status: 'in',
    since,
    until: null,
    people,
    reason: '',
    reviewDueOn: reviewDueOn(procedure.reviewCycle, since),
  }
}
