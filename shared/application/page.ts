import * as z from 'zod/mini'
import { calendarDate, instant } from '../calendar/model'
import { endKind, outcome, stepKind } from '../procedures/definition'
import { refusalGrounds } from '../procedures/state'
import { agent, applyingWay, familyMember, recordForm, registerEntry, subject } from './model'

/** A limit as shown: `words` say where it comes from; a date stands only where somebody laid one down. */
export const dueFace = z.object({
  phase: z.enum(['running', 'overdue', 'begun', 'paused', 'undated', 'free', 'ended']),
  dueOn: z.nullable(calendarDate),
  provisional: z.boolean(),
  words: z.string(),
})
export type DueFace = z.infer<typeof dueFace>

const line = z.object({
  to: z.string(),
  name: z.string(),
  when: z.string(),
  outcome,
  ground: z.string(),
})

/** One box of a procedure's drawing. */
const drawnStep = z.object({
  id: z.string(),
  name: z.string(),
  kind: stepKind,
  actors: z.array(z.string()),
  /** How sure it is that the step is as drawn. */
  ground: z.string(),
  customary: z.boolean(),
  limit: z.nullable(z.string()),
  publicity: z.nullable(z.string()),
  optional: z.boolean(),
  note: z.nullable(z.string()),
  end: z.nullable(endKind),
  next: z.array(line),
})
export type DrawnStep = z.infer<typeof drawnStep>

export const procedureCard = z.object({
  id: z.string(),
  name: z.string(),
  department: z.string(),
  /** household, individual, project, or nobody applies. */
  applicant: z.enum(['household', 'individual', 'project-unit', 'none']),
  /** True where a resident can apply on the phone. */
  canApply: z.boolean(),
  items: z.array(z.string()),
})
export type ProcedureCard = z.infer<typeof procedureCard>

/** Where an application begins: by whom and how. `way` family and cadre go with self. */
export const startOffer = z.object({
  step: z.string(),
  name: z.string(),
  body: z.string(),
  way: z.enum(['self', 'nominated', 'office']),
})
export type StartOffer = z.infer<typeof startOffer>

/** A procedure with its drawing, for residents and for print. */
export const procedurePage = z.object({
  ...procedureCard.shape,
  districtId: z.string(),
  districtName: z.string(),
  result: z.string(),
  basis: z.array(z.string()),
  /** 按通行程序，以当地公布为准, where any step is. */
  customary: z.nullable(z.string()),
  materials: z.array(z.string()),
  materialsBasis: z.nullable(z.string()),
  overall: z.nullable(z.string()),
  /** 动态管理. */
  review: z.array(z.string()),
  /** 分 a person and year, where the rule has an income line. */
  incomeLine: z.nullable(z.object({ amount: z.int(), basis: z.string() })),
  steps: z.array(drawnStep),
  /** The way through without a return, from the first start to the granted end: ids of steps. */
  mainWay: z.array(z.string()),
  starts: z.array(startOffer),
  /** Bodies outside the tree (学校) of which the applicant says which one it is. */
  partners: z.array(
    z.object({ body: z.string(), units: z.array(z.object({ code: z.string(), name: z.string() })) }),
  ),
  /** True where a payment goes to the household, so that the account is asked for. */
  asksBankAccount: z.boolean(),
})
export type ProcedurePage = z.infer<typeof procedurePage>

/** Where one is, in the words of the household: done, now, to come. */
export const timelineStep = z.object({
  id: z.string(),
  name: z.string(),
  actors: z.array(z.string()),
  state: z.enum(['done', 'now', 'ahead']),
  /** When it was done last; null unless done. */
  doneAt: z.nullable(instant),
  customary: z.boolean(),
})
export type TimelineStep = z.infer<typeof timelineStep>

/** Where an application stands. Nothing personal: this is what a code shows. */
export const progress = z.object({
  caseNo: z.string(),
  trackCode: z.string(),
  example: z.boolean(),
  districtId: z.string(),
  procedureId: z.string(),
  procedureName: z.string(),
  startedAt: instant,
  step: z.string(),
  stepName: z.string(),
  /** In whose hands: names of units (前岸村村民委员会); 您 is said by the page where `withApplicant`. */
  hands: z.array(z.string()),
  withApplicant: z.boolean(),
  since: instant,
  ground: z.string(),
  /** `atLeast`: the step lasts to that day at least, and is not late after it. */
  limit: z.nullable(z.object({ ...dueFace.shape, atLeast: z.optional(z.boolean()) })),
  overall: z.nullable(z.omit(dueFace, { words: true })),
  /** What is missing, whole, and since when; `pause`: on which ground the asker's time stands still. */
  awaited: z.nullable(
    z.object({ since: instant, items: z.array(z.string()), pause: z.nullable(z.string()) }),
  ),
  publicity: z.nullable(
    z.object({
      phase: z.enum(['to-post', 'open', 'up', 'closed']),
      words: z.string(),
      closesAt: z.nullable(instant),
      noticeId: z.nullable(z.string()),
      objections: z.int(),
      unanswered: z.int(),
    }),
  ),
  next: z.array(z.object({ ...line.shape, actors: z.array(z.string()) })),
  timeline: z.array(timelineStep),
  end: z.nullable(z.object({ outcome: endKind, at: instant, grounds: z.nullable(refusalGrounds) })),
  /** Where to ask: the accepting office's number. */
  phone: z.string(),
})
export type Progress = z.infer<typeof progress>

const shownMaterial = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  mime: z.string(),
  at: instant,
})

/** One's own application. `idNumber` and `bankAccount` of the subject come masked. */
export const applicationPage = z.object({
  ...progress.shape,
  id: z.string(),
  version: z.int(),
  unitName: z.string(),
  way: applyingWay,
  subject,
  agent: z.nullable(agent),
  materials: z.array(shownMaterial),
  /** What the household can do now: hand in what is missing, move on a step of its own, withdraw. */
  can: z.object({
    supply: z.boolean(),
    withdraw: z.boolean(),
    /** Lines of a step that is the household's own (签约、提交开工). */
    moves: z.array(
      z.object({ to: z.string(), name: z.string(), when: z.string(), needsRemark: z.boolean() }),
    ),
  }),
  register: z.nullable(registerEntry),
})
export type ApplicationPage = z.infer<typeof applicationPage>

export const applicationCard = z.object({
  id: z.string(),
  caseNo: z.string(),
  example: z.boolean(),
  procedureName: z.string(),
  stepName: z.string(),
  since: instant,
  withApplicant: z.boolean(),
  missing: z.int(),
  end: z.nullable(endKind),
  limit: z.nullable(z.omit(dueFace, { words: true })),
})
export type ApplicationCard = z.infer<typeof applicationCard>

/** A case on a desk. The name is whole: the desk is open to those whose step it is. */
export const deskCase = z.object({
  id: z.string(),
  version: z.int(),
  caseNo: z.string(),
  example: z.boolean(),
  procedureId: z.string(),
  procedureName: z.string(),
  /** The text that rules it: cases of one text and step can be handled together. */
  procedureText: z.string(),
  step: z.string(),
  stepName: z.string(),
  stepKind,
  /** The body of the caller's that has it. */
  body: z.string(),
  subjectName: z.string(),
  unitName: z.string(),
  since: instant,
  limit: z.nullable(z.omit(dueFace, { words: true })),
  publicity: z.nullable(z.enum(['to-post', 'open', 'up', 'closed'])),
  unanswered: z.int(),
})
export type DeskCase = z.infer<typeof deskCase>

const blocked = z.nullable(z.string())

/** What the caller can do with a case now, as the body that can; `blocked` says why it must wait. */
export const caseOffer = z.discriminatedUnion('type', [
  z.object({
    type: z.enum(['move', 'ask', 'refuse']),
    as: z.string(),
    to: z.string(),
    name: z.string(),
    when: z.string(),
    outcome,
    needs: z.enum(['nothing', 'remark', 'items', 'grounds']),
    blocked,
  }),
  z.object({ type: z.literal('begin'), as: z.string(), blocked }),
  z.object({ type: z.literal('withdraw'), as: z.string(), blocked }),
  z.object({ type: z.literal('post-notice'), as: z.string(), template: z.string(), blocked }),
  z.object({ type: z.literal('answer'), as: z.string(), objectionId: z.string(), blocked }),
  z.object({ type: z.literal('date'), as: z.string(), event: z.string(), blocked }),
  /** An objection that came in by word or on paper while the notice is up. */
  z.object({ type: z.literal('object'), as: z.string(), blocked }),
])
export type CaseOffer = z.infer<typeof caseOffer>

/** What a record asks for; `required` fields must be filled before the step can be passed with it. */
export const recordField = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'long-text', 'number', 'money', 'date', 'people', 'choice']),
  choices: z.array(z.string()),
  required: z.boolean(),
})
export const recordFormFace = z.object({ form: recordForm, title: z.string(), fields: z.array(recordField) })
export type RecordFormFace = z.infer<typeof recordFormFace>

/** A case as those see it whose step it is or was. */
export const casePage = z.object({
  ...progress.shape,
  id: z.string(),
  version: z.int(),
  unitCode: z.string(),
  unitName: z.string(),
  way: applyingWay,
  subject,
  family: z.array(familyMember),
  agent: z.nullable(agent),
  materials: z.array(shownMaterial),
  /** Names of the materials the procedure asks for. */
  checklist: z.array(z.string()),
  /** What this step has already asked for: nothing may be added (一次性告知). */
  told: z.nullable(z.array(z.string())),
  records: z.array(
    z.object({
      id: z.string(),
      stepName: z.string(),
      form: recordForm,
      title: z.string(),
      at: instant,
      body: z.string(),
      values: z.array(z.object({ label: z.string(), value: z.string() })),
    }),
  ),
  offers: z.array(caseOffer),
  /** True where the household has no phone on which to hand in what is missing: the caller does it for them. */
  handsInForThem: z.boolean(),
  /** The record the step writes, or null. */
  recordForm: z.nullable(recordFormFace),
  objections: z.array(
    z.object({
      id: z.string(),
      at: instant,
      text: z.string(),
      answer: z.nullable(z.object({ at: instant, text: z.string(), upheld: z.boolean() })),
    }),
  ),
  moves: z.array(
    z.object({
      at: instant,
      by: z.string(),
      from: z.string(),
      to: z.string(),
      outcome: z.enum([...outcome.options, 'withdraw']),
      remark: z.string(),
    }),
  ),
  register: z.nullable(registerEntry),
})
export type CasePage = z.infer<typeof casePage>

/** One line of the register, as the desk sees it; the ID number comes masked. */
export const registerLine = z.object({
  id: z.string(),
  version: z.int(),
  caseNo: z.string(),
  procedureName: z.string(),
  subjectName: z.string(),
  idNumber: z.string(),
  unitName: z.string(),
  ...registerEntry.shape,
  /** True where the day of looking again has come. */
  reviewDue: z.boolean(),
})
export type RegisterLine = z.infer<typeof registerLine>
