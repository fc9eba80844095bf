import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { role } from '../../shared/access/model'
import type { CollectionDocuments } from '../../shared/catalog/documents'

const persona = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(['resident', ...role.options]),
  roleName: z.string(),
  districtId: z.string(),
  /** The unit where this person lives or works. */
  unit: z.string(),
  place: z.string(),
  openid: z.string(),
  token: z.string(),
  /** `bodies`: in whose names the person acts there, where not in every one of the unit's. */
  posts: z.array(z.strictObject({ unit: z.string(), role, bodies: z.optional(z.array(z.string())) })),
})
/** Somebody made up, as whom a newcomer may try the app on localcloud. Fixed, so that a trial outlives a restart. */
export type Persona = z.infer<typeof persona>

export const personas: Persona[] = z
  .array(persona)
  .parse(JSON.parse(readFileSync(join(__dirname, 'personas.json'), 'utf8')))

/** The trial identity with this id. Throws where there is none. */
export function personaNamed(id: string): Persona {
  const found = personas.find(one => one.id === id)
  if (!found) throw new Error(`scripts/trial/personas.json has nobody called ${id}`)
  return found
}

/** The offices of the trial identities, as the functions read them. */
export function memberDocuments(): CollectionDocuments {
  const documents = personas.flatMap(({ id, openid, posts }) =>
    posts.map((post, nth) => ({
      _id: `trial-${id}-${nth}`,
      personId: `wx:${openid}`,
      ...post,
      until: null,
    })),
  )
  return { collection: 'members', documents }
}
