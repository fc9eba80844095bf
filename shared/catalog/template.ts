import * as z from 'zod/mini'
import { maskKind } from '../privacy/mask-kind'
import { dayUnit } from '../publicity/model'
import { namePolicy } from './district'
import { placeholdersOf } from './pattern'
import type { UnitLevel } from './unit'

const text = z.string().check(z.minLength(1, '不能空着'))
const key = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/, '字段名用英文小写字母开头'))

export const fieldType = z.enum([
  'text',
  'longtext',
  'unit',
  'date',
  'year',
  'file',
  'list',
  'phone',
  'count',
  'money',
  'number',
])
export type FieldType = z.infer<typeof fieldType>

/** One blank of a notice's form. `contents` are the elements of 公开内容 that it answers. */
export const noticeField = z.strictObject({
  key,
  label: text,
  type: fieldType,
  required: z.boolean(),
  hint: text,
  contents: z._default(z.array(text), []),
})
export type NoticeField = z.infer<typeof noticeField>

/** One column of a notice's list. A column that is not public never leaves the server. */
export const listColumn = z.strictObject({
  key,
  label: text,
  public: z.boolean(),
  mask: maskKind,
  /** The mask for readers of the village itself; the same as `mask` where it is not set. */
  inVillageMask: z.optional(maskKind),
  why: text,
})
export type ListColumn = z.infer<typeof listColumn>

const dispute = z.strictObject({
  term: text,
  readings: z.array(z.strictObject({ days: z.int(), unit: dayUnit, source: text })).check(z.minLength(2)),
  taken: text,
})

/**
 * How long a notice of this form is up.
 * window: for objections, before the decision; posting: after the decision, takes no objection and holds
 * nothing up; min-duration: at least so long; long-term: for good; none: no window, the page stays;
 * on-request: answered to whoever asks; inherit: that of the notice it is about.
 */
export const templatePublicity = z.discriminatedUnion('mode', [
  z.strictObject({
    mode: z.enum(['window', 'min-duration', 'posting']),
    days: z.int().check(z.positive()),
    unit: dayUnit,
    /** `document`: a rule lays it down; `customary`: only usage does, and a district may set its own. */
    origin: z.enum(['document', 'customary']),
    basis: text,
    dispute: z.optional(dispute),
    configurable: z.boolean(),
    note: z.optional(text),
    sentence: text,
  }),
  z.strictObject({ mode: z.literal('long-term'), basis: text, sentence: text }),
  z.strictObject({ mode: z.literal('none'), basis: z.optional(text), sentence: text }),
  z.strictObject({
    mode: z.literal('on-request'),
    promiseWorkdays: z.int(),
    statutoryWorkdays: z.int(),
    sentence: text,
  }),
  z.strictObject({ mode: z.literal('inherit'), note: text, sentence: text }),
])
export type TemplatePublicity = z.infer<typeof templatePublicity>

export const noticeKind = z.enum([
  'policy-document',
  'announcement',
  'name-list',
  'project',
  'fund-allocation',
  'report',
  'progress',
])
export type NoticeKind = z.infer<typeof noticeKind>

/** The four lines above a notice, in words a farmer of seventy understands. */
export const plainLines = z.strictObject({ what: text, aboutMe: text, until: text, canDo: text })
export type PlainLines = z.infer<typeof plainLines>

/** What the file says of one form. */
export const templateFields = z.strictObject({
  name: text,
  /** For messages: at most 10 characters or so, no place in it. */
  short: text,
  kind: noticeKind,
  /** True for forms about another notice (更正、撤回 …), which fit every item. */
  aboutNotice: z._default(z.boolean(), false),
  /** True for a step that is customary only; a district may leave it out. */
  optional: z._default(z.boolean(), false),
  titlePattern: text,
  fields: z.array(noticeField).check(z.minLength(1)),
  columns: z._default(z.array(listColumn), []),
  bodyPattern: text,
  publicity: templatePublicity,
  objection: text,
  /** Set where the whole public copy stays after the close, with the ground for it. */
  keep: z._default(z.nullable(z.strictObject({ longTerm: z.literal(true), basis: text })), null),
  /** What leaves the public copy at the close: field keys, or `list.<column>`. */
  retireAtClose: z._default(z.array(text), []),
  afterClose: z._default(z.nullable(text), null),
  scope: z.enum(['everyone', 'village', 'applicant-only', 'same-as-original']),
  scopeText: text,
  /** Where names may stand; null where the form has no names, empty where they stand nowhere. */
  namesOn: z._default(z.nullable(z.array(text)), null),
  namesRule: z.optional(text),
  namePolicy: z._default(namePolicy, 'village-full'),
  procedureSteps: z._default(z.array(text), []),
  note: z.optional(text),
  plainWords: plainLines,
  /** Public texts whose form was looked at. */
  references: z._default(z.array(text), []),
})
/** The form of a notice (公告模板), the same for every district. */
export const noticeTemplate = z.strictObject({
  _id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, '用小写字母、数字和短横')),
  ...templateFields.shape,
})
export type NoticeTemplate = z.infer<typeof noticeTemplate>

/** What all forms share: fields every notice has, words the system fills in, the rules for names. */
export const noticeForms = z.strictObject({
  _id: z.literal('noticeForms'),
  commonFields: z.array(noticeField),
  /** Placeholder → what the system puts there. */
  builtins: z.record(z.string(), z.string()),
  provisionalSentence: text,
  windowRules: z.array(text),
  names: z.strictObject({
    default: namePolicy,
    options: z.array(namePolicy),
    defaultText: text,
    onlyStricterText: text,
    minorsText: text,
    smallCountsText: text,
    masks: z.array(z.strictObject({ mask: maskKind, rule: text, example: text })),
  }),
})
export type NoticeForms = z.infer<typeof noticeForms>

const LEVEL_OF_PLACE: Record<string, UnitLevel> = {
  villageName: 'village',
  townName: 'township',
  districtName: 'district',
}

/** The level of the unit that a form's title names (村 for “{villageName}…”), or null where it names none. */
export function titleLevelOf(template: Pick<NoticeTemplate, 'titlePattern'>): UnitLevel | null {
  for (const name of placeholdersOf(template.titlePattern).all) {
    const level = LEVEL_OF_PLACE[name]
    if (level !== undefined) return level
  }
  return null
}
