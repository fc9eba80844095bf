import type { Caller } from './functions/caller'
import type { Persona } from './personas'
import { ANONYMOUS, uuidOf } from './personas'

/** What the platform tells a function about a signed-in persona. */
export function callerOf(persona: Persona): Caller {
  return {
    uuid: uuidOf(persona),
    isAnonymous: persona.id === ANONYMOUS.id,
    source: persona.openid ? 'wx_client' : 'tcb_http',
    ...(persona.openid ? { openid: persona.openid } : {}),
  }
}
