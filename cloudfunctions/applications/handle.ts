import type { Application } from '../../shared/application/model'
import type { Instant } from '../../shared/calendar/model'
import type { Handling } from '../../shared/contract/applications'
import { advance } from '../../shared/procedures/advance'
import { refusal } from '../../shared/procedures/refusals'
import { presentStep } from '../../shared/procedures/situation'
import { changeApplication } from '../kit/application-store'
import { readCalendars } from '../kit/calendars'
import { endOfPublicity } from '../kit/held-publicity'
import { digest } from '../kit/history'
import { stateAfter } from '../kit/procedure-refusal'
import { Refusal } from '../kit/refusal'
import { DESK_WORDS } from './desk-words'
import { actionOf } from './handling'
import type { SeenCase, Sitting } from './seen-case'
import { recordsWritten } from './written-record'

/** What a handler does in the name of a body, with the record that the step writes. */
export type Request = { as: string; handling: Handling; record?: Record<string, string> | undefined }

/**
 * Does one thing with a case that stands at `version`, all of it in one write or none. Sent again after a lost
 * answer it is done once. Refuses with FORBIDDEN, CONFLICT, NOT_READY or INVALID_INPUT and the reason.
 */
export async function handle(
  seen: SeenCase,
  version: number,
  request: Request,
  now: Instant,
): Promise<Application> {
  const { application, ruling } = seen
  const sitting = sittingAs(seen, request.as)
  const action = actionName(request)
  if (isDoneAlready(application, version, sitting, action)) return application
  if (application.version !== version) throw new Refusal('CONFLICT', DESK_WORDS.justHandled)
  if (request.handling.type === 'object') requireOwnStep(seen, sitting)

  await requireOver(application, request.handling, now)

  const { procedure, calendar } = ruling
  const taken = actionOf(request.handling, sitting.actor)
  const state = stateAfter(advance(procedure, application.state, taken, now, calendar))
  const written = recordsWritten(seen, sitting, request, now)
  const changes = {
    state,
    ...(written.length > 0 ? { records: [...application.records, ...written] } : {}),
  }
  const changed = await changeApplication(application, { at: now, by: sitting.acting, action, changes })
  if (changed === null) throw new Refusal('CONFLICT', DESK_WORDS.justHandled)
  return changed
}

function sittingAs({ sittings }: SeenCase, body: string): Sitting {
  const found = sittings.find(one => one.body === body)
  if (found === undefined) throw new Refusal('FORBIDDEN', refusal('wrong-actor').message)
  return found
}

/**
 * The clock brings a later calendar to the notice first and to its applications after. A handler who is quicker must
 * not leave a publicity that has become longer: its notice is asked.
 */
async function requireOver({ state }: Application, { type }: Handling, now: Instant): Promise<void> {
  const { publicity } = state
  const leaves = type === 'move' || type === 'ask' || type === 'refuse'
  if (publicity === null || publicity.closesAt === null || !leaves) return
  const { revision } = await readCalendars()
  const end = await endOfPublicity(publicity.noticeId, revision)
  if (end === 'gone') return
  if (end === 'unsettled') throw new Refusal('BUSY', DESK_WORDS.windowUnsettled)
  const isOpen = end.closesAt === null || now < end.closesAt
  if (isOpen) throw new Refusal('NOT_READY', refusal('window-open').message)
}

/** The interpreter takes an objection from anybody; what came in on paper is written down by whoever posted. */
function requireOwnStep({ application, ruling }: SeenCase, { body }: Sitting): void {
  const step = presentStep(ruling.procedure, application.state)
  if (!step.actors.includes(body)) throw new Refusal('FORBIDDEN', DESK_WORDS.objectionNotYours)
}

/** Names the kind of the action and, by its digest, the very request. */
function actionName({ as, handling, record = {} }: Request): string {
  return `${handling.type}:${digest({ as, handling, record }).slice(0, 16)}`
}

/** True where the very same was done by the same person at that version: the first answer was lost. */
function isDoneAlready(
  { history }: Application,
  version: number,
  { acting }: Sitting,
  action: string,
): boolean {
  const entry = history.find(({ seq }) => seq === version + 1)
  return entry?.action === action && entry.by.personId === acting.personId
}
