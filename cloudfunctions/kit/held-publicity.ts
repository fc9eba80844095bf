import * as z from 'zod/mini'
import { type Application, placeOfDesk } from '../../shared/application/model'
import type { Instant } from '../../shared/calendar/model'
import { type Notice, notice } from '../../shared/notice/model'
import type { Advanced } from '../../shared/procedures/actions'
import { advance, lengthenPublicity } from '../../shared/procedures/advance'
import { presentStep } from '../../shared/procedures/situation'
import type { PublicityWindow } from '../../shared/publicity/model'
import { applications, changeApplication, type Ruling, rulingOf } from './application-store'
import { concurrently } from './concurrently'
import { command, documents } from './documents'
import { SYSTEM } from './history'
import { log } from './log'
import { notices } from './notice-store'
import { orElse } from './or-else'

/** A posted notice as far as the applications need it whose publicity step it is. */
export type Holding = Pick<Notice, '_id' | 'version' | 'unitCode' | 'window' | 'applications'>
type Held = Pick<Holding, '_id' | 'unitCode'> & { window: PublicityWindow }

const ends = documents(
  'notices',
  z.pick(notice, { _id: true, status: true, window: true, calendarRevision: true }),
)

/** An `_.in` with more values than this reads the whole collection. */
const MOST_IDS = 500
/** Between a reading and its writing somebody else may change the application. */
const MOST_TRIES = 3

/** The applications with these ids, in no order; those that are not there are left out. */
export async function applicationsOf(ids: readonly string[]): Promise<Application[]> {
  const found: Application[] = []
  for (let start = 0; start < ids.length; start += MOST_IDS) {
    const some = ids.slice(start, start + MOST_IDS)
    found.push(...(await applications.all({ _id: command().in(some) })))
  }
  return found
}

/**
 * When the publicity that an application waits for ends, as its notice says now; null for never. `unsettled`: the
 * clock has still to reckon it by the calendar of this revision. `gone`: the notice is up no more.
 */
export async function endOfPublicity(
  noticeId: string,
  revision: string,
): Promise<{ closesAt: Instant | null } | 'unsettled' | 'gone'> {
  const found = await ends.get(noticeId)
  if (found?.status !== 'published' || !found.window) return 'gone'
  const isReckoned = found.calendarRevision === null || found.calendarRevision === revision
  return isReckoned ? { closesAt: found.window.closesAt } : 'unsettled'
}

/** What the posting of a notice does to an application: a new state, or why it cannot be its publicity. */
export function postedTo(
  { state, desk }: Pick<Application, 'state' | 'desk'>,
  { _id, unitCode, window }: Held,
  { procedure, calendar }: Ruling,
  now: Instant,
): Advanced {
  const { actors } = presentStep(procedure, state)
  const own = desk.map(placeOfDesk).find(({ unit, body }) => unit === unitCode && actors.includes(body))
  const by = { name: own?.body ?? '' }
  return advance(procedure, state, { type: 'post-notice', by, noticeId: _id, window }, now, calendar)
}

/**
 * Brings every application of a posted notice on: its publicity is up, or closes later than it was told. What has gone
 * on to another step meanwhile is left alone. True where none is left behind, which the notice then says; where the
 * time is over first, or one fails, the clock goes on.
 */
export async function bringOn(notice: Holding, now: Instant, isOverTime: () => boolean): Promise<boolean> {
  const { _id, version, unitCode, window } = notice
  if (!window) throw new Error(`notice ${_id} has applications to bring on but no window`)
  const held = { _id, unitCode, window }
  const results = await concurrently(notice.applications, id =>
    orElse(false, { work: 'application-not-brought-on', id }, async () =>
      isOverTime() ? false : bringOneOn(id, held, now),
    ),
  )
  const isDone = results.every(Boolean)
  if (isDone) await notices.change({ _id, version }, { applicationsBehind: false })
  return isDone
}

/** False where others kept changing the application. */
async function bringOneOn(id: string, held: Held, now: Instant): Promise<boolean> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const application = await applications.get(id)
    if (!application || !isBehind(application, held)) return true
    const advanced = caughtUp(application, held, await rulingOf(application), now)
    if (!advanced.ok) {
      log({ level: 'error', event: 'publicity-not-taken', id, notice: held._id, code: advanced.error.code })
      return true
    }
    const changes = { state: advanced.state }
    const action = application.state.publicity === null ? 'notice-posted' : 'publicity-lengthened'
    if (await changeApplication(application, { at: now, by: SYSTEM, action, changes })) return true
  }
  return false
}

/** True where an application has still to be told of the notice, or of a later end of it. */
function isBehind({ state }: Application, { _id, window }: Held): boolean {
  const { end, publicity, since } = state
  if (end !== null) return false
  if (publicity === null) return since <= window.postedAt
  return publicity.noticeId === _id && endsLater(window.closesAt, publicity.closesAt)
}

function endsLater(closesAt: Instant | null, promised: Instant | null): boolean {
  return closesAt !== null && promised !== null && closesAt > promised
}

function caughtUp(application: Application, held: Held, ruling: Ruling, now: Instant): Advanced {
  if (application.state.publicity === null) return postedTo(application, held, ruling, now)
  return lengthenPublicity(ruling.procedure, application.state, held.window.closesAt, now)
}
