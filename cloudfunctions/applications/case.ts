import { desksOf } from '../kit/desks'
import type { Call } from '../kit/serve'
import { casePageOf } from './case-page'
import { seenCase } from './seen-case'

/** A case for those whose step it is or was; NOT_FOUND for everybody else. */
export async function caseOf({ id }: { id: string }, { caller, now }: Call) {
  const seen = await seenCase(id, await desksOf(caller))
  return { now, case: casePageOf(seen, now) }
}
