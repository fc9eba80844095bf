import * as z from 'zod/mini'

/** Somebody to try the house as. Role and unit are shown to people; what they may do is data of the project. */
export const personaSchema = z.object({
  id: z.string().check(z.minLength(1)),
  name_zh: z.string(),
  role: z.string(),
  unit: z.nullable(z.string()),
  token: z.string().check(z.minLength(1)),
  openid: z.nullable(z.string()),
  /** The platform's own user id (TCB_UUID); made from the id when absent. */
  uuid: z.optional(z.string()),
})

export type Persona = z.infer<typeof personaSchema>

/** Reads the public notices without having signed in. Its token is public. */
export const ANONYMOUS: Persona = {
  id: 'anonymous',
  name_zh: '未登录的访客',
  role: 'anonymous',
  unit: null,
  token: 'anonymous',
  openid: null,
}

export class Personas {
  private readonly people: Persona[]

  /** @param added in the console; of two with one id the added one counts */
  constructor(people: readonly Persona[], added: readonly Persona[]) {
    this.people = [...people, ANONYMOUS]
    for (const persona of added) this.add(persona)
  }

  list(): Persona[] {
    return this.people
  }

  byToken(token: string): Persona | undefined {
    return this.people.find(persona => persona.token === token)
  }

  byId(id: string): Persona | undefined {
    return this.people.find(persona => persona.id === id)
  }

  hasOpenid(openid: string): boolean {
    return this.people.some(persona => persona.openid === openid)
  }

  /** Adds somebody, or replaces the one of the same id. The anonymous visitor stays as it is. */
  add(persona: Persona): void {
    if (persona.id === ANONYMOUS.id || persona.token === ANONYMOUS.token) return
    const at = this.people.findIndex(other => other.id === persona.id)
    if (at >= 0) this.people[at] = persona
    else this.people.splice(this.people.length - 1, 0, persona)
  }
}

/** The id by which the functions know somebody. */
export function personIdOf(persona: Persona): string {
  return persona.openid ? `wx:${persona.openid}` : `web:${uuidOf(persona)}`
}

export function uuidOf(persona: Persona): string {
  return persona.uuid ?? `uuid-${persona.id}`
}
