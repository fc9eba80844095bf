import type { Post } from '../../shared/access/model'
import { type ActionKey, mayAct } from '../../shared/access/table'
import type { Unit } from '../../shared/catalog'
import { type Acting, type Caller, postsOf, signedIn } from '../kit/caller'
import { textsOf } from '../kit/procedures'
import { findUnit, unitOf } from '../kit/reference'
import { Refusal } from '../kit/refusal'
import { DESK_WORDS } from './desk-words'

type RegisterAction = Extract<ActionKey, 'applications.register' | 'applications.registerChange'>

/**
 * A part of the register that the caller may use: the households of a unit and all within it. `procedures` are those
 * that a department has a step in, which are all it may see; null for all.
 */
export type Reach = { area: Unit; acting: Acting; procedures: string[] | null }

/** Refuses with FORBIDDEN where no office of the caller's reaches the unit. */
export async function reachOf(caller: Caller, action: RegisterAction, code: string): Promise<Reach> {
  const reach = await findReach(caller, action, code)
  if (reach === null) throw new Refusal('FORBIDDEN', DESK_WORDS.registerNotYours)
  return reach
}

/** The widest part within the unit that the caller's offices give, or null. */
export async function findReach(caller: Caller, action: RegisterAction, code: string): Promise<Reach | null> {
  const personId = signedIn(caller)
  const area = await areaOf(await unitOf(code))
  const offices = (await Promise.all((await postsOf(personId)).map(officeOf))).flat()
  const able = offices.filter(({ post, place }) =>
    mayAct(action, { ...post, unit: place._id }, area._id, area.path),
  )
  const reaches = await Promise.all(able.map(office => reachFrom(office, area)))
  const [first] = reaches
  if (first === undefined) return null
  const all = reaches.flatMap(({ procedures }) => procedures ?? [])
  const whole = reaches.find(({ procedures }) => procedures === null)
  return whole ?? { ...first, procedures: [...new Set(all)] }
}

/** An office, and the place it answers for. */
type Office = { post: Post; unit: Unit; place: Unit }

/** None for an office at a unit that is no longer there. */
async function officeOf(post: Post): Promise<Office[]> {
  const unit = await findUnit(post.unit)
  return unit === null ? [] : [{ post, unit, place: await areaOf(unit) }]
}

async function reachFrom({ post, unit }: Office, area: Unit): Promise<Reach> {
  const acting = { personId: post.personId, role: post.role, unit: post.unit }
  return { area, acting, procedures: unit.level === 'department' ? await proceduresOf(unit) : null }
}

async function proceduresOf({ districtId, bodies = [] }: Unit): Promise<string[]> {
  const texts = await textsOf(districtId)
  const own = texts.filter(({ steps }) =>
    steps.some(({ actors }) => actors.some(name => bodies.includes(name))),
  )
  return [...new Set(own.map(({ procedureId }) => procedureId))]
}

/** A department answers for the whole district it belongs to. */
async function areaOf(unit: Unit): Promise<Unit> {
  return unit.level === 'department' && unit.parent !== null ? unitOf(unit.parent) : unit
}
