import * as z from 'zod/mini'

/**
 * How sure a step, a line or a whole procedure is. text: the district's document says so; regulation: a law or
 * regulation that can be looked up; customary: the drawing is lost and usage fills in.
 */
export const sureness = z.enum(['text', 'regulation', 'customary'])
export type Sureness = z.infer<typeof sureness>

/**
 * Where a number of days comes from. statutory: a law, regulation or ministry's document; promised: the district's
 * own document; customary: usage; suggested: nothing lays it down, a reading proposed.
 */
export const nature = z.enum(['statutory', 'promised', 'customary', 'suggested'])
export type Nature = z.infer<typeof nature>

/** True where a document lays the number down, so that a district may not go below it. */
export function isLaidDown(of: Nature): boolean {
  return of === 'statutory' || of === 'promised'
}
