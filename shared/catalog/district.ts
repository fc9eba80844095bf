import * as z from 'zod/mini'
import { dayUnit, windowDispute } from '../publicity/model'
import { officeLevel } from './unit'

const text = z.string().check(z.minLength(1, '不能空着'))

/** Who sees names in a list: everybody of the village in full, masked for all, or numbers in place of names. */
export const namePolicy = z.enum(['village-full', 'masked-everywhere', 'numbers-only'])
export type NamePolicy = z.infer<typeof namePolicy>

/** The body that has a matter now. `since` is a date, or only a year where no more is known. */
export const successor = z.strictObject({
  name: text,
  since: z.string().check(z.regex(/^\d{4}(-\d{2}-\d{2})?$/, '写年份 2019 或日期 2019-03-01')),
  /** Set where only these items went to the successor. */
  items: z.optional(z.array(text)),
  basis: text,
  /** False where the change is known in general, but no document was read. */
  verified: z.boolean(),
})
export type Successor = z.infer<typeof successor>

/** A body that the catalog names, as printed there. A generic one (各镇街) stands for all units of its level. */
export const body = z.strictObject({
  name: text,
  level: officeLevel,
  generic: z._default(z.boolean(), false),
  aliases: z._default(z.array(text), []),
  successors: z._default(z.array(successor), []),
  /** Why it stands here where the catalog does not name it but a procedure needs it. */
  basis: z.optional(text),
})
export type Body = z.infer<typeof body>

/** A window that the district sets in place of the template's own. */
export const windowOverride = z.strictObject({
  template: text,
  items: z.optional(z.array(text)),
  days: z.int().check(z.positive()),
  unit: dayUnit,
  basis: text,
  /** Where the district's own documents can be read in more than one way. */
  dispute: z.optional(windowDispute),
})
export type WindowOverride = z.infer<typeof windowOverride>

/** How a district counts and what it shows; each with the ground it stands on. */
export const districtRules = z.strictObject({
  unspecifiedUnit: z.strictObject({ unit: dayUnit, basis: text }),
  postingDay: z.strictObject({ counted: z.boolean(), basis: text }),
  disputed: z.strictObject({ take: z.literal('later'), basis: text }),
  names: z.strictObject({ policy: namePolicy, basis: text }),
  windows: z._default(z.array(windowOverride), []),
})
export type DistrictRules = z.infer<typeof districtRules>

/** A place where the district's documents contradict themselves or leave a gap, and the reading taken. */
export const inconsistency = z.strictObject({
  id: text,
  type: text,
  where: text,
  issue: text,
  reading: text,
  why: text,
  /** The items that it bears on; none where it bears on the document as a whole. */
  items: z._default(z.array(text), []),
})
export type Inconsistency = z.infer<typeof inconsistency>

export const districtContacts = z.strictObject({
  /** True while the numbers are made up and wait for the district's own. */
  placeholder: z.boolean(),
  acceptUnit: text,
  acceptPhone: text,
  acceptAddress: text,
  acceptHours: text,
  supervisionPhone: text,
})

/** A district as stored, `_id` = the name of its folder; everything that differs from district to district is in its data. */
export const district = z.strictObject({
  _id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, '用小写字母、数字和短横')),
  code: z.string().check(z.regex(/^\d{6}$/, '区代码是 6 位数字')),
  name: text,
  city: text,
  province: text,
  rules: districtRules,
  bodies: z.array(body),
  inconsistencies: z.array(inconsistency),
  contacts: districtContacts,
})
export type District = z.infer<typeof district>
