import type { Instant } from '../../shared/calendar/model'
import { concurrently } from '../kit/concurrently'
import { desksOf } from '../kit/desks'
import { log } from '../kit/log'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { DESK_WORDS } from './desk-words'
import { handle, type Request } from './handle'
import { type SeenCase, seenCase } from './seen-case'

type Named = { id: string; version: number }
type Result = { id: string; done: boolean; message: string }
/** A case as it was read, or why it could not be. */
type Read = Named & ({ seen: SeenCase } | { refused: string })

/**
 * The same done with several cases at one step of one text: one meeting, one decision. Each is done whole or not at
 * all and has a result of its own; sent again after a lost answer, what was done is not done again.
 */
export async function actTogether({ cases, ...request }: { cases: Named[] } & Request, call: Call) {
  const { caller, now } = call
  const desks = await desksOf(caller)
  const once = [...new Map(cases.map(one => [one.id, one])).values()]
  const read = await concurrently(once, one =>
    orReason<Read>(
      async () => ({ ...one, seen: await seenCase(one.id, desks) }),
      refused => ({ ...one, refused }),
    ),
  )
  const place = commonPlace(read)
  return { now, results: await concurrently(read, one => resultOf(one, place, request, now)) }
}

function resultOf(one: Read, place: string | null, request: Request, now: Instant): Promise<Result> {
  const { id, version } = one
  const failed = (message: string): Result => ({ id, done: false, message })
  return orReason(async () => {
    if ('refused' in one) return failed(one.refused)
    const isElsewhere = stands(one) && placeOf(one.seen) !== place
    if (isElsewhere) return failed(DESK_WORDS.notTogether)
    await handle(one.seen, version, request, now)
    return { id, done: true, message: DESK_WORDS.done }
  }, failed)
}

/** Where the first of those stands that are still as the caller saw them; null where none is. */
function commonPlace(read: readonly Read[]): string | null {
  const first = read.find(stands)
  return first === undefined || !('seen' in first) ? null : placeOf(first.seen)
}

function stands(one: Read): boolean {
  return 'seen' in one && one.seen.application.version === one.version
}

function placeOf({ application: { state } }: SeenCase): string {
  return `${state.procedureId}|${state.step}`
}

/** What the work answers; refused or failed, the others go on. */
async function orReason<T>(work: () => Promise<T>, otherwise: (message: string) => T): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return otherwise(error.message)
    log({ level: 'error', event: 'case-failed', cause: error })
    return otherwise(DESK_WORDS.failed)
  }
}
