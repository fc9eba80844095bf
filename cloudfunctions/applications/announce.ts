import type { Application } from '../../shared/application/model'
import { noticeRows, takesOne } from '../../shared/application/notice-rows'
import type { Surroundings } from '../../shared/application/progress'
import { beijingDate } from '../../shared/calendar/date'
import type { Instant } from '../../shared/calendar/model'
import type { Notice } from '../../shared/notice/model'
import { availableActions } from '../../shared/procedures/available'
import type { Procedure } from '../../shared/procedures/definition'
import { stepOf } from '../../shared/procedures/definition'
import { rulingOf } from '../kit/application-store'
import type { Acting } from '../kit/caller'
import { type Desk, desksOf } from '../kit/desks'
import { applicationsOf } from '../kit/held-publicity'
import { addDraft } from '../kit/notice-draft'
import { frameOf } from '../kit/notice-frame'
import { notices } from '../kit/notice-store'
import { procedureText } from '../kit/procedures'
import { editionOn, itemsOf, unitsUnder } from '../kit/reference'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'
import { DESK_WORDS } from './desk-words'
import { asSeen, type SeenCase, type Sitting } from './seen-case'

type Input = { cases: string[]; as: string; draft: string }
/** A case that waits for its notice to be posted, and who posts it. */
type Waiting = { seen: SeenCase; sitting: Sitting; template: string }

/**
 * Makes the draft of the notice that the cases' publicity step needs, at the unit of the body that posts it, with a
 * row for each household. Sent again with the same `draft` it is made once. Refuses, naming the households, where one
 * does not wait for this notice.
 */
export async function announce({ cases, as, draft }: Input, { caller, now }: Call) {
  const desks = await desksOf(caller)
  const ids = [...new Set(cases)]
  const made = await notices.get(draft)
  if (made !== null) return answerMade(made, ids, desks, now)

  const waiting = await waitingCases(ids, as, desks, now)
  const [first] = waiting
  if (first === undefined) throw new Refusal('NOT_FOUND', WORDS.applicationNotFound)
  const { acting } = first.sitting
  await refuseDrafted(waiting, acting)
  const added = await addDraft({ ...(await draftOf(waiting, first, now)), id: draft, acting }, now)
  if (added === null) throw new Refusal('CONFLICT', WORDS.draftChanged)
  return { now, noticeId: added._id, unit: added.unitCode }
}

/** The first answer was lost; any other use of the id is refused. */
function answerMade(made: Notice, ids: readonly string[], desks: readonly Desk[], now: Instant) {
  const isOwn = desks.some(({ unit }) => unit._id === made.unitCode)
  const isOfSame = made.applications.length === ids.length && ids.every(id => made.applications.includes(id))
  if (!isOwn || !isOfSame) throw new Refusal('CONFLICT', WORDS.draftChanged)
  return { now, noticeId: made._id, unit: made.unitCode }
}

/** The cases in the order asked for. Refuses where they are not all at one step of one text, waiting for one unit. */
async function waitingCases(
  ids: readonly string[],
  as: string,
  desks: readonly Desk[],
  now: Instant,
): Promise<Waiting[]> {
  const seen = await seenCases(ids, desks)
  const [first] = seen
  if (first === undefined || seen.length < ids.length) {
    throw new Refusal('NOT_FOUND', DESK_WORDS.notOnDesk(ids.length - seen.length))
  }
  const { procedureId: text, step } = first.application.state
  const found = seen.map(({ application }) => application)
  refuseThose(found, ({ state }) => state.procedureId !== text || state.step !== step, DESK_WORDS.otherStep)
  refuseThose(found, ({ state }) => state.publicity !== null, DESK_WORDS.postedAlready)

  const waiting = seen.map(one => waitingAs(one, as, now))
  const unit = waiting[0]?.sitting.acting.unit
  const elsewhere = new Set(waiting.filter(({ sitting }) => sitting.acting.unit !== unit).map(idOf))
  refuseThose(found, one => elsewhere.has(one._id), DESK_WORDS.otherUnit)
  return waiting
}

/** Those of the cases that the caller may see, in the order asked for; read and ruled together. */
async function seenCases(ids: readonly string[], desks: readonly Desk[]): Promise<SeenCase[]> {
  const byId = new Map((await applicationsOf(ids)).map(one => [one._id, one]))
  const rulings = new Map<string, Surroundings>()
  const seen: SeenCase[] = []
  for (const id of ids) {
    const application = byId.get(id)
    if (application === undefined) continue
    const { procedureId } = application.state
    const ruling = rulings.get(procedureId) ?? (await rulingOf(application))
    rulings.set(procedureId, ruling)
    const one = asSeen(application, ruling, desks)
    if (one !== null) seen.push(one)
  }
  return seen
}

function waitingAs(seen: SeenCase, as: string, now: Instant): Waiting {
  const { application, ruling, sittings } = seen
  const { procedure, calendar } = ruling
  const sitting = sittings.find(({ body }) => body === as)
  if (sitting === undefined) throw new Refusal('FORBIDDEN', DESK_WORDS.notYourBody)
  const offers = availableActions(procedure, application.state, sitting.actor, now, calendar)
  const posting = offers.find(offer => offer.type === 'post-notice')
  if (posting?.type !== 'post-notice') throw new Refusal('FORBIDDEN', DESK_WORDS.notYourBody)
  if (posting.blocked !== null) {
    const { name } = application.subject
    throw new Refusal('NOT_READY', DESK_WORDS.cannotPost(name, posting.blocked.message))
  }
  return { seen, sitting, template: posting.template }
}

/** Refuses households that another draft of the unit holds, unless that draft can be posted no more. */
async function refuseDrafted(waiting: readonly Waiting[], acting: Acting): Promise<void> {
  const ids = new Set(waiting.map(idOf))
  const drafts = await notices.find({ unitCode: acting.unit, status: 'draft' }, { limit: MOST_DRAFTS })
  for (const draft of drafts) {
    const held = draft.applications.filter(id => ids.has(id))
    if (held.length === 0 || !(await isStillWanted(draft))) continue
    const named = waiting.filter(one => held.includes(idOf(one))).map(one => one.seen.application)
    refuseThose(
      named,
      () => true,
      names => DESK_WORDS.draftedAlready(names, draft.title),
    )
  }
}

/** More than a unit leaves lying about. */
const MOST_DRAFTS = 200

/** False where one of its applications waits for no notice any more: such a draft is refused when it is posted. */
async function isStillWanted({ applications: ids, templateId }: Notice): Promise<boolean> {
  const held = await applicationsOf(ids)
  const texts = new Map<string, Procedure>()
  for (const { state } of held) {
    texts.set(state.procedureId, await procedureText(state.procedureId))
  }
  return held.every(({ state }) => {
    const step = stepOf(texts.get(state.procedureId) ?? { steps: [] }, state.step)
    return state.end === null && state.publicity === null && step?.publicity?.template === templateId
  })
}

async function draftOf(waiting: readonly Waiting[], { seen, sitting, template }: Waiting, now: Instant) {
  const { procedure } = seen.ruling
  const { districtId } = procedure
  const item = await itemWith(template, procedure, now)
  const frame = await frameOf({ unit: sitting.acting.unit, district: districtId, item, template }, now)
  const applications = waiting.map(one => one.seen.application)
  if (takesOne(frame.template) && applications.length > 1) {
    throw new Refusal('CONFLICT', DESK_WORDS.oneEach)
  }
  return {
    contents: noticeRows(frame.template, applications, { units: await unitsUnder(frame.district.code), now }),
    frame,
    example: applications.some(({ example }) => example),
    applications: applications.map(({ _id }) => _id),
  }
}

/** The item that the notice discloses: one of the procedure's own, else any that has such notices. */
async function itemWith(template: string, { districtId, items }: Procedure, now: Instant): Promise<string> {
  const edition = await editionOn(districtId, beijingDate(now))
  const able = (await itemsOf(edition._id)).filter(item => item.templates.includes(template))
  const found = items.find(id => able.some(({ itemId }) => itemId === id)) ?? able[0]?.itemId
  if (found === undefined) throw new Refusal('NOT_READY', DESK_WORDS.noItem)
  return found
}

function refuseThose(
  all: readonly Application[],
  applies: (one: Application) => boolean,
  sentence: (names: string) => string,
): void {
  const named = all.filter(applies).map(({ subject }) => subject.name)
  if (named.length > 0) throw new Refusal('CONFLICT', sentence(namesOf(named)))
}

const NAMED = 5

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).join('、')
  return names.length > NAMED ? DESK_WORDS.andMore(shown, names.length) : shown
}

function idOf({ seen }: Waiting): string {
  return seen.application._id
}
