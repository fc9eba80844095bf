import * as z from 'zod/mini'
import { application, placeOfDesk } from '../../shared/application/model'
import type { DeskCase } from '../../shared/application/page'
import { beijingDate } from '../../shared/calendar/date'
import { type Instant, isCalendarDate } from '../../shared/calendar/model'
import { presentStep } from '../../shared/procedures/situation'
import { whereItStands } from '../../shared/procedures/standing'
import { type Calendars, readCalendars } from '../kit/calendars'
import { desksOf, keysOf } from '../kit/desks'
import { command, documents } from '../kit/documents'
import { orElse } from '../kit/or-else'
import { procedureText } from '../kit/procedures'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'

/** What a card of the desk is made of; the list reads no materials and no records. */
const cardSource = z.pick(application, {
  _id: true,
  version: true,
  example: true,
  caseNo: true,
  districtId: true,
  procedureId: true,
  procedureName: true,
  subject: true,
  unitName: true,
  state: true,
  desk: true,
  dueBy: true,
})
type CardSource = z.infer<typeof cardSource>

const cards = documents('applications', cardSource)

type Input = { unit?: string | undefined; after?: string | undefined }
/** Where the list goes on: after the last card shown, by its last day and, among equals, its id. */
type Cursor = { dueBy: string; id: string }

const PAGE = 20

/** What waits for the caller at all desks, or at those of one unit: what is overdue first, then by last day. */
export async function desk({ unit, after }: Input, { caller, now }: Call) {
  const desks = (await desksOf(caller)).filter(one => unit === undefined || one.unit._id === unit)
  if (desks.length === 0) throw new Refusal('FORBIDDEN', WORDS.noDesk)
  const keys = keysOf(desks)
  const [calendars, page, total, overdue] = await Promise.all([
    readCalendars(),
    cardsAfter(keys, after),
    cards.count(onDesk(keys)),
    cards.count({ ...onDesk(keys), dueBy: command().lt(beijingDate(now)) }),
  ])
  return {
    now,
    desks: desks.map(({ unit: { _id, name }, bodies }) => ({ unit: _id, unitName: name, bodies })),
    overdue,
    total,
    cases: (await Promise.all(page.found.map(found => cardOrNone(found, { keys, calendars, now })))).flat(),
    next: page.next,
  }
}

function onDesk(keys: readonly string[]): object {
  return { desk: command().in([...keys]) }
}

async function cardsAfter(keys: readonly string[], after: string | undefined) {
  const found = await cards.findSound(pageFilter(keys, after === undefined ? null : parseCursor(after)), {
    order: [
      ['dueBy', 'asc'],
      ['_id', 'asc'],
    ],
    limit: PAGE + 1,
  })
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  return { found: shown, next: found.length > PAGE && last ? `${last.dueBy}|${last._id}` : null }
}

function pageFilter(keys: readonly string[], cursor: Cursor | null): object {
  if (cursor === null) return onDesk(keys)
  const _ = command()
  const beyond = _.or([{ dueBy: _.gt(cursor.dueBy) }, { _id: _.gt(cursor.id) }])
  return _.and([{ ...onDesk(keys), dueBy: _.gte(cursor.dueBy) }, beyond])
}

/** Refuses with INVALID_INPUT a cursor that no list gave out. */
function parseCursor(text: string): Cursor {
  const [dueBy = '', id = '', ...rest] = text.split('|')
  const isOurs = isCalendarDate(dueBy) && id !== '' && rest.length === 0
  if (!isOurs) throw new Refusal('INVALID_INPUT', WORDS.invalidInput)
  return { dueBy, id }
}

type Around = { keys: readonly string[]; calendars: Calendars; now: Instant }

/** One broken case holds up no desk; it is reported. */
function cardOrNone(found: CardSource, around: Around): Promise<DeskCase[]> {
  return orElse<DeskCase[]>([], { application: found._id }, async () => [await cardOf(found, around)])
}

async function cardOf(found: CardSource, { keys, calendars, now }: Around): Promise<DeskCase> {
  const procedure = await procedureText(found.state.procedureId)
  const calendar = calendars.of(found.districtId)
  const standing = whereItStands(procedure, found.state, now, calendar)
  const { kind } = presentStep(procedure, found.state)
  const key = found.desk.find(one => keys.includes(one)) ?? ''
  return {
    id: found._id,
    version: found.version,
    caseNo: found.caseNo,
    example: found.example,
    procedureId: found.procedureId,
    procedureName: found.procedureName,
    procedureText: procedure._id,
    step: standing.step,
    stepName: standing.name,
    stepKind: kind,
    body: placeOfDesk(key).body,
    subjectName: found.subject.name,
    unitName: found.unitName,
    since: standing.since,
    limit: standing.limit,
    publicity: standing.publicity?.phase ?? null,
    unanswered: standing.publicity?.unanswered ?? 0,
  }
}
