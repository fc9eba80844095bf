import * as z from 'zod/mini'
import type { persona } from './api'

export type Person = z.infer<typeof persona>

/** Where a trial build of the web app, which is of this origin too, keeps who its user is (as Taro stores it). */
const IDENTITY = 'trial-identity'
/** What it keeps of the answers that somebody read. */
const COPY = /^(copies$|copy\d+:)/

const stored = z.object({ data: z.object({ id: z.string() }) })

/** The id of the trial identity that the web app has in this browser, null for a visitor. */
export function webAppIdentity(): string | null {
  try {
    const parsed = stored.safeParse(JSON.parse(localStorage.getItem(IDENTITY) ?? 'null'))
    return parsed.success ? parsed.data.data.id : null
  } catch {
    return null
  }
}

/** Opens the web app in a new tab, as this person or as a visitor. */
export function openWebAppAs(person: Person | null): void {
  // What one person has read is not shown to the next.
  for (const key of Object.keys(localStorage)) if (COPY.test(key)) localStorage.removeItem(key)
  if (person) {
    const { id, name_zh: name, role: roleName, token } = person
    localStorage.setItem(IDENTITY, JSON.stringify({ data: { id, name, roleName, token } }))
  } else localStorage.removeItem(IDENTITY)
  window.open('/', '_blank')
}
