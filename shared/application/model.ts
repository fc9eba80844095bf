import * as z from 'zod/mini'
import { calendarDate, instant } from '../calendar/model'
import { messageEvent } from '../catalog/message'
import { actor, historyEntry } from '../notice/model'
import { applicationState } from '../procedures/state'

const text = (max: number) => z.string().check(z.maxLength(max, `不能超过 ${max} 个字`))

/**
 * How it came in: by oneself, a family member or a cadre on their behalf (代办), a nomination (村民小组提名), or opened
 * by the body whose step is the first where nobody applies.
 */
export const applyingWay = z.enum(['self', 'family', 'cadre', 'nominated', 'office'])
export type ApplyingWay = z.infer<typeof applyingWay>

/** Whom or what it is about. Personal throughout: only the household and those whose step it is see it. */
export const subject = z.object({
  kind: z.enum(['household', 'individual', 'project']),
  /** 户主、本人, or the project's name. */
  name: text(40),
  /** Empty for a project. */
  idNumber: text(18),
  phone: text(20),
  /** 村民小组 or address within the village. */
  address: text(60),
  /** People of the household; null for a project. */
  people: z.nullable(z.int().check(z.gte(1), z.lte(30))),
  bankAccount: text(30),
  reason: text(500),
})
export type Subject = z.infer<typeof subject>

/** One of the family, with what they earn in a year in 分 where it was asked. */
export const familyMember = z.object({
  name: text(40),
  relation: text(20),
  yearlyIncome: z.nullable(z.int().check(z.gte(0), z.lte(1e11))),
})
export type FamilyMember = z.infer<typeof familyMember>

/** Who acts on the household's behalf. */
export const agent = z.object({ name: text(40), phone: text(20), relation: text(20) })
export type Agent = z.infer<typeof agent>

/** Characters of a material's name: what may be asked for can be handed in under the same name. */
export const LONGEST_MATERIAL = 100

/** A photo or file that was handed in. `kind` names the material as the procedure or the asker does. */
export const material = z.object({
  id: z.string(),
  kind: text(LONGEST_MATERIAL),
  fileId: z.string(),
  name: text(80),
  mime: z.string(),
  /** Bytes. */
  size: z.int(),
  at: instant,
  by: z.string(),
})
export type Material = z.infer<typeof material>

/** What a step wrote down: an investigation, a review's votes, an opinion, a decision, a payment, an objection. */
export const recordForm = z.enum(['investigation', 'review', 'opinion', 'decision', 'payment', 'objection'])
export type RecordFormName = z.infer<typeof recordForm>
export const stepRecord = z.object({
  id: z.string(),
  step: z.string(),
  form: recordForm,
  at: instant,
  by: actor,
  /** The body in whose name it was written (评议小组). */
  body: z.string(),
  values: z.record(z.string(), z.string()),
})
export type StepRecord = z.infer<typeof stepRecord>

/**
 * A household's entry in the register (低收入农户数据库): written with the very change that grants it, so that the
 * two cannot part.
 */
export const registerEntry = z.object({
  status: z.enum(['in', 'out']),
  since: calendarDate,
  until: z.nullable(calendarDate),
  people: z.nullable(z.int()),
  /** Why it was taken out, or what changed last. */
  reason: z.string(),
  /** When it is to be looked at again (动态管理); null where nobody says. */
  reviewDueOn: z.nullable(calendarDate),
})
export type RegisterEntry = z.infer<typeof registerEntry>

/**
 * Something to be told that the clock has not put into the outbox yet. `seq` is the version it came with, `round` how
 * often the application had moved: both as they were then, so that put in twice it is one message.
 */
export const untold = z.object({ event: messageEvent, seq: z.int(), round: z.int() })
export type Untold = z.infer<typeof untold>

/** An application (办件) as stored: private as a whole. */
export const application = z.object({
  _id: z.string(),
  version: z.int(),
  example: z.boolean(),
  districtId: z.string(),
  editionId: z.string(),
  /** The procedure as people know it (A.10); `state.procedureId` names the very text that ruled at the start. */
  procedureId: z.string(),
  procedureName: z.string(),
  /** 受理编号, e.g. SQ2026-000123. */
  caseNo: z.string(),
  /** What the receipt's code holds: shows the status to whoever has it, and nothing personal. */
  trackCode: z.string(),
  /** The village or other unit where it was made, and the units above it. */
  unitCode: z.string(),
  unitName: z.string(),
  path: z.array(z.string()),
  way: applyingWay,
  subject,
  family: z.array(familyMember),
  agent: z.nullable(agent),
  /** The person whose phone it was made on and who follows it, a cadre only while in office; null for a nomination. */
  ownerId: z.nullable(z.string()),
  materials: z.array(material),
  records: z.array(stepRecord),
  state: applicationState,
  /** Which school, hospital or insurer has the steps of a body outside the tree of units. */
  partners: z.record(z.string(), z.string()),
  /** Whose desk it lies on: `<unit>|<body>` each; empty while the household has it and at the end. */
  desk: z.array(z.string()),
  /** The step's last day for sorting; `NO_LIMIT` where nobody says. */
  dueBy: z.string(),
  /** When the clock has something to do: to tell, to close a publicity, to remind. */
  nextTransitionAt: z.nullable(instant),
  untold: z.array(untold),
  /** Reminders already given, `<step entered at>:<event>` each. */
  reminded: z.array(z.string()),
  register: z.nullable(registerEntry),
  createdAt: instant,
  updatedAt: instant,
  history: z.array(historyEntry),
  lastHash: z.string(),
})
export type Application = z.infer<typeof application>

/** Sorts after every date. */
export const NO_LIMIT = '9999-12-31'

/** Names a desk: the body of a unit. */
export function deskKey(unitCode: string, body: string): string {
  return `${unitCode}|${body}`
}

/** The unit and the body of a desk. */
export function placeOfDesk(key: string): { unit: string; body: string } {
  const mark = key.indexOf('|')
  return { unit: key.slice(0, mark), body: key.slice(mark + 1) }
}
