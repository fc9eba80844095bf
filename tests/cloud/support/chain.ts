import { createHash } from 'node:crypto'
import * as z from 'zod/mini'

/** A history as stored, read without the production code: a chain is only worth what others can recompute. */
export const chained = z.object({
  version: z.int(),
  lastHash: z.string(),
  history: z.array(
    z.looseObject({ seq: z.int(), action: z.string(), previousHash: z.string(), hash: z.string() }),
  ),
})
export type Chained = z.infer<typeof chained>

/** The first place where the chain does not hold, or null where it is whole. */
export function brokenAt({ version, lastHash, history }: Chained): string | null {
  let before = ''
  for (const [index, { hash, ...entry }] of history.entries()) {
    if (entry.seq !== index + 1) return `entry ${index + 1} is numbered ${entry.seq}`
    if (entry.previousHash !== before) return `entry ${entry.seq} does not follow the one before it`
    if (sha256(inKeyOrder(entry)) !== hash) return `entry ${entry.seq} was changed`
    before = hash
  }
  if (history.length !== version) return `version ${version} has ${history.length} entries`
  return before === lastHash ? null : 'the last entry is missing'
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** JSON with every object's keys in the order of their code units. */
function inKeyOrder(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
