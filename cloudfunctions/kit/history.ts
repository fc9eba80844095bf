import { createHash } from 'node:crypto'
import type { Instant } from '../../shared/calendar/model'
import type { Actor, HistoryEntry } from '../../shared/notice/model'

/** The hash before the first entry of a chain. */
export const CHAIN_START = ''

export type Change = {
  at: Instant
  by: Actor
  action: string
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/** What the clock and the courier sign with. */
export const SYSTEM: Actor = { personId: 'system:clock', role: 'system', unit: '' }

/** The entry that follows `lastHash` as the `seq`-th of its chain. */
export function historyEntry(change: Change, seq: number, lastHash: string): HistoryEntry {
  const entry = { seq, ...change, previousHash: lastHash }
  return { ...entry, hash: digest(entry) }
}

/** SHA-256 of a value's canonical JSON (keys in order), as hex: the same for equal values. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`
}
