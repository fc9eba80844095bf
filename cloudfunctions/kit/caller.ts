import { type Post, post, type Role } from '../../shared/access/model'
import { type ActionKey, mayAct } from '../../shared/access/table'
import { platformContext } from './cloud'
import { documents } from './documents'
import { Refusal } from './refusal'
import { WORDS } from './words'

type FunctionContext = Parameters<typeof platformContext>[0]

/** Who calls. A timer and the platform itself have no `personId`. */
export type Caller = {
  personId: string | null
  /** The WeChat identity messages go to; null for a person on the web only. */
  openId: string | null
  anonymous: boolean
}

/** A person who may act, in the office that allows it. */
export type Acting = { personId: string; role: Role; unit: string }

const posts = documents('members', post)

/** Reads the caller from the platform's context of this call. */
export function callerOf(context: FunctionContext): Caller {
  const { WX_OPENID, TCB_UUID, TCB_ISANONYMOUS_USER } = platformContext(context)
  const openId = WX_OPENID || null
  const anonymous = !openId && (!TCB_UUID || TCB_ISANONYMOUS_USER === 'true')
  const personId = openId ? `wx:${openId}` : TCB_UUID ? `web:${TCB_UUID}` : null
  return { personId, openId, anonymous }
}

/** The caller's id. Refuses with FORBIDDEN where the caller is not signed in. */
export function signedIn(caller: Caller): string {
  if (!caller.personId || caller.anonymous) throw new Refusal('FORBIDDEN', WORDS.signInFirst)
  return caller.personId
}

/** The offices a person holds now. */
export function postsOf(personId: string): Promise<Post[]> {
  return posts.find({ personId, until: null }, { limit: 50 })
}

/** The caller in an office that allows the action at the very unit. Refuses with FORBIDDEN otherwise. */
export async function actingFor(caller: Caller, action: ActionKey, unit: string): Promise<Acting> {
  const personId = signedIn(caller)
  const held = (await postsOf(personId)).find(one => mayAct(action, one, unit))
  if (!held) throw new Refusal('FORBIDDEN', WORDS.notYours)
  return { personId, role: held.role, unit: held.unit }
}
