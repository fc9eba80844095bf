import { desksOf } from '../kit/desks'
import type { Call } from '../kit/serve'
import { casePageOf } from './case-page'
import { handle, type Request } from './handle'
import { seenCase } from './seen-case'

/** Takes a step of a case, or does another thing that the step allows; answers the case as it is then. */
export async function act(
  { id, version, ...request }: { id: string; version: number } & Request,
  call: Call,
) {
  const { caller, now } = call
  const seen = await seenCase(id, await desksOf(caller))
  const application = await handle(seen, version, request, now)
  return { now, case: casePageOf({ ...seen, application }, now) }
}
