import * as z from 'zod/mini'
import { calendarDate, instant } from '../calendar/model'
import { endKind, outcome } from './definition'

/** Who acts: a name of the procedure's actors; `agent` where somebody does it on their behalf (代办). */
export const actor = z.strictObject({ name: z.string(), agent: z.optional(z.string()) })
export type Actor = z.infer<typeof actor>

/** Why an application was refused, under which clause, and where to appeal. */
export const refusalGrounds = z.strictObject({ reason: z.string(), clause: z.string(), appeal: z.string() })
export type RefusalGrounds = z.infer<typeof refusalGrounds>

/** What was asked for, whole, and when; the application waits until it is handed in. */
export const awaited = z.strictObject({ since: instant, askedBy: z.string(), items: z.array(z.string()) })

/** The notice that a publicity step waits for. `round` counts the postings of one application from 1. */
export const heldPublicity = z.strictObject({
  noticeId: z.string(),
  round: z.int(),
  postedAt: instant,
  /** Null where nobody says how long it is up. */
  closesAt: z.nullable(instant),
})
export type HeldPublicity = z.infer<typeof heldPublicity>

/** An objection made in the window, and what was answered in writing. */
export const objection = z.strictObject({
  id: z.string(),
  round: z.int(),
  at: instant,
  answer: z.nullable(z.strictObject({ at: instant, by: actor, text: z.string(), upheld: z.boolean() })),
})
export type Objection = z.infer<typeof objection>

/** One move from step to step, never removed; a withdrawal leaves the step as it is. */
export const move = z.strictObject({
  at: instant,
  by: actor,
  from: z.string(),
  to: z.string(),
  outcome: z.enum([...outcome.options, 'withdraw']),
  remark: z.string(),
})
export type Move = z.infer<typeof move>

/** A catalog item to be disclosed because a step was done. */
export const duty = z.strictObject({ item: z.string(), step: z.string(), formedAt: instant })

export const applicationEnd = z.strictObject({
  outcome: endKind,
  at: instant,
  grounds: z.nullable(refusalGrounds),
})

/**
 * Where an application is. `procedureId` names the very text of the procedure that ruled when it began; a later
 * edition has another. `changes` grows by one with every change, for a conditional update.
 */
export const applicationState = z.strictObject({
  procedureId: z.string(),
  changes: z.int(),
  startedAt: instant,
  startedBy: actor,
  startStep: z.string(),
  step: z.string(),
  since: instant,
  /** When the step was taken up; null while it only waits. */
  begunAt: z.nullable(instant),
  /** Dates of events outside from which a limit is counted (每学期开学日). */
  events: z.record(z.string(), calendarDate),
  awaited: z.nullable(awaited),
  /** What each step has asked for: it may ask for it again, not for more. */
  told: z.record(z.string(), z.array(z.string())),
  /** Past times of waiting for what was asked for. */
  waits: z.array(z.strictObject({ from: instant, to: instant })),
  /** When each step was first and last done with. */
  done: z.record(z.string(), z.strictObject({ first: instant, last: instant })),
  publicity: z.nullable(heldPublicity),
  rounds: z.int(),
  objections: z.array(objection),
  duties: z.array(duty),
  path: z.array(move),
  /** The grounds of a refusal that may still be objected to (不予决定). */
  grounds: z.nullable(refusalGrounds),
  end: z.nullable(applicationEnd),
})
export type ApplicationState = z.infer<typeof applicationState>
