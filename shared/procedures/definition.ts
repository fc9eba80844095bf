import * as z from 'zod/mini'
import { dayUnit } from '../publicity/model'
import { nature, sureness } from './grounds'
import { overallLimit, stepLimit } from './limit'

const text = z.string().check(z.minLength(1, '不能空着'))
const stepId = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, '环节编号用小写字母、数字和短横'))
const texts = z.array(text)
const someTexts = texts.check(z.minLength(1, '至少写一个'))

export const stepKind = z.enum([
  'submit',
  'check',
  'investigate',
  'review',
  'publicity',
  'decide',
  'notify',
  'pay',
  'record',
  'end',
])
export type StepKind = z.infer<typeof stepKind>

/** ok: on; return: back to whoever must supply something; recheck: looked into again; reject: refused. */
export const outcome = z.enum(['ok', 'return', 'recheck', 'reject'])
export type Outcome = z.infer<typeof outcome>

/** How an application ended. */
export const endKind = z.enum(['completed', 'rejected', 'withdrawn'])
export type EndKind = z.infer<typeof endKind>

/** A line of the drawing: under which condition the step passes on to which. */
export const transition = z.strictObject({
  to: text,
  when: text,
  outcome,
  /** 一次性告知: what the step asks for is told whole the first time; nothing may be added later. */
  toldOnce: z._default(z.boolean(), false),
  /** Who takes it, where that is not the step's own actor (申请人提出异议). */
  by: z.optional(someTexts),
  sureness: z.optional(sureness),
  /** True where the line is lost in the document and read from the place of the words. */
  inferred: z._default(z.boolean(), false),
  /** True for a way out that no document has, put in so that the matter can go on. */
  suggested: z._default(z.boolean(), false),
})
export type Transition = z.infer<typeof transition>

/**
 * The publicity of a step. Without `days` nobody says how long: the step waits for the posting only.
 * `template` is the form of the notice; it may be up longer than `days`, not shorter where they are laid down.
 */
export const stepPublicity = z
  .strictObject({
    days: z.optional(z.int().check(z.positive())),
    unit: z.optional(dayUnit),
    nature: z.optional(nature),
    atLeast: z._default(z.boolean(), false),
    places: z._default(texts, []),
    basis: z.optional(text),
    acceptsObjection: z.boolean(),
    template: text,
    note: z.optional(text),
  })
  .check(
    z.refine(
      ({ days, unit, nature }) => (days === undefined) === (unit === undefined || nature === undefined),
      'days、unit、nature 要一起写',
    ),
    z.refine(
      ({ nature, basis }) => nature === undefined || nature === 'suggested' || basis !== undefined,
      '规定的天数要写 basis；没有依据的，nature 写 suggested',
    ),
  )
export type StepPublicity = z.infer<typeof stepPublicity>

/** What a step writes down, where that is not what its kind writes: the sheet's name, and whether it asks for income. */
export const stepRecord = z.strictObject({
  form: z.enum(['investigation', 'review', 'opinion', 'decision', 'payment']),
  title: z.optional(text),
  income: z._default(z.boolean(), false),
})

/** One box of the drawing. An end has `end` and no `next`. */
export const step = z.strictObject({
  id: stepId,
  name: text,
  /** Any of them may act; the first leads. */
  actors: someTexts,
  kind: stepKind,
  sureness,
  optional: z._default(z.boolean(), false),
  /** The procedure of another district after which a lost step is drawn. */
  derivedFrom: z.optional(text),
  limit: z.optional(stepLimit),
  publicity: z.optional(stepPublicity),
  record: z.optional(stepRecord),
  /** Items of the catalog to be disclosed once the step is done. */
  disclosures: z._default(texts, []),
  end: z.optional(endKind),
  note: z.optional(text),
  next: z._default(z.array(transition), []),
})
export type Step = z.infer<typeof step>

const interval = { count: z.int().check(z.positive()), unit: z.enum(['month', 'year']) }

/** 动态管理: how often a result is looked at again. Without `every` the documents give no period. */
export const reviewCycle = z.strictObject({
  every: z.optional(z.strictObject(interval)),
  variants: z._default(z.array(z.strictObject({ when: text, ...interval })), []),
  rules: someTexts,
  basis: z.optional(text),
  /** none: no document says anything. */
  sureness: z.enum([...sureness.options, 'none']),
  formerRule: z.optional(text),
})
export type ReviewCycle = z.infer<typeof reviewCycle>

/** What is left of the drawing in the document. */
export const figure = z.strictObject({
  caption: text,
  intro: text,
  lines: text,
  status: z.enum(['complete-text', 'fragment', 'lost']),
  fragment: z._default(texts, []),
})

const publicityInBrief = z.strictObject({ days: z.int(), unit: dayUnit, places: texts })

/** What a procedures file says of one procedure (办事流程). */
export const procedureFields = z.strictObject({
  name: text,
  items: someTexts,
  applicant: z.enum(['household', 'individual', 'project-unit', 'none']),
  /** Whom it serves, where nobody applies. */
  beneficiary: z.optional(z.enum(['household', 'individual'])),
  department: text,
  result: text,
  /**
   * True where being granted it makes one a low-income household (低收入农户数据库). A help that is granted (家庭医生、
   * 助学) says nothing of the kind: whoever has it may be in the register already, or not belong there at all.
   */
  registers: z._default(z.boolean(), false),
  sureness,
  surenessNote: z.optional(text),
  basis: someTexts,
  figure,
  note: z.optional(text),
  orderNote: z.optional(text),
  formerRule: z.optional(text),
  nearRelativeRule: z.optional(text),
  localExamples: z._default(texts, []),
  internalForms: z._default(texts, []),
  branchLabels: z._default(z.record(z.string(), text), {}),
  /** A box that holds several acts, taken apart. */
  suggestedSplit: z._default(z.array(z.strictObject({ id: stepId, kind: stepKind })), []),
  materials: someTexts,
  materialsBasis: z.optional(text),
  overallLimit: z.optional(overallLimit),
  /** Below which income a household may be taken in, in 分 a person and year. A help to the household, no decision. */
  incomeLine: z.optional(z.strictObject({ amount: z.int().check(z.positive()), basis: text })),
  reviewCycle,
  /** How a result is ended later, in order. */
  terminationSteps: z._default(
    z.array(z.strictObject({ id: stepId, name: text, publicity: z.optional(publicityInBrief) })),
    [],
  ),
  entrySteps: z.array(text).check(z.minLength(1, '至少写一个开始的环节')),
  /** Where a household comes in; the steps before are done once for all. */
  joinSteps: z._default(texts, []),
  /** Who may withdraw; none where nobody applied. */
  withdrawal: z.optional(z.strictObject({ by: someTexts, sureness })),
  steps: z.array(step).check(z.minLength(2, '至少写一个环节和一个终点')),
})

/** Where an actor is found: the household itself, a unit of the tree, or somebody outside it (学校、保险公司). */
export const actorPlace = z.enum(['applicant', 'village', 'township', 'department', 'district', 'partner'])
export type ActorPlace = z.infer<typeof actorPlace>

export const procedureActor = z.strictObject({
  name: text,
  at: actorPlace,
  /** The bodies that sit together in it. */
  members: z._default(texts, []),
  /** At a department: the district's bodies that it is, where their names are others (法律援助机构: 区司法局). */
  units: z._default(texts, []),
})
export type ProcedureActor = z.infer<typeof procedureActor>

/** A procedure as stored: `_id` is `<edition id>:<number>:v<version>`, so that a later text never replaces it. */
export const procedure = z.strictObject({
  _id: text,
  districtId: text,
  editionId: text,
  procedureId: text,
  version: z.int(),
  ...procedureFields.shape,
  actors: z.array(procedureActor),
})
export type Procedure = z.infer<typeof procedure>

/** The step of that id, or null. */
export function stepOf(of: Pick<Procedure, 'steps'>, id: string): Step | null {
  return of.steps.find(candidate => candidate.id === id) ?? null
}

/** The text of a procedure that rules a new application: the highest version of those of one edition. */
export function latestVersion(procedures: readonly Procedure[], procedureId: string): Procedure | null {
  const versions = procedures.filter(candidate => candidate.procedureId === procedureId)
  return versions.reduce<Procedure | null>(
    (latest, candidate) => (latest === null || candidate.version > latest.version ? candidate : latest),
    null,
  )
}

/** Of the steps that are no end, the share that a text or a regulation carries: 0 to 1. */
export function groundedShare(of: Pick<Procedure, 'steps'>): number {
  const steps = of.steps.filter(candidate => candidate.kind !== 'end')
  const grounded = steps.filter(candidate => candidate.sureness !== 'customary')
  return grounded.length / steps.length
}
