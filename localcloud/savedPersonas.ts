import * as z from 'zod/mini'
import type { Persona } from './personas'
import { personaSchema } from './personas'
import type { Store } from './store/store'

const savedRow = z.object({ persona: z.string() })

/** The identities that somebody added in the console, as they were left. */
export function loadPersonas(store: Store): Persona[] {
  store.database.exec('CREATE TABLE IF NOT EXISTS personas(id TEXT PRIMARY KEY, persona TEXT NOT NULL)')
  return store.database
    .prepare('SELECT persona FROM personas ORDER BY rowid')
    .all()
    .map(row => personaSchema.parse(JSON.parse(savedRow.parse({ ...row }).persona)))
}

/** Inside a commit. */
export function savePersona(store: Store, persona: Persona): void {
  store.database
    .prepare(
      'INSERT INTO personas(id, persona) VALUES(?, ?) ON CONFLICT(id) DO UPDATE SET persona = excluded.persona',
    )
    .run(persona.id, JSON.stringify(persona))
}
