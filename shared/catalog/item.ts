import * as z from 'zod/mini'
import { deadlineRule, windowRule } from '../publicity/model'

const text = z.string().check(z.minLength(1, '不能空着'))

/** 公开属性: 主动公开 or 依申请公开. */
export const disclosureMode = z.enum(['proactive', 'on-request'])
export type DisclosureMode = z.infer<typeof disclosureMode>

/**
 * By when an item must be disclosed. `disclosure`: 公开期限 of the catalog; for a request, `promise` is the
 * district's own limit and `statutory` the one of 政府信息公开条例 §33; both are shown.
 */
export const itemDeadline = z.strictObject({
  kind: z.enum(['disclosure', 'promise', 'statutory']),
  ...deadlineRule.shape,
})
export type ItemDeadline = z.infer<typeof itemDeadline>

/** Who publishes an item (公开主体); `when` and `channels` where the catalog tells cases apart. */
export const publisher = z.strictObject({
  name: text,
  when: z.optional(text),
  channels: z.optional(z.array(text)),
})
export type Publisher = z.infer<typeof publisher>

/** A document row of the catalog; `inherited` names the cells that a merged cell above fills. */
export const itemDocument = z.strictObject({
  title: text,
  inherited: z._default(z.array(text), []),
})

/** What a catalog file says of one item (公开事项). */
export const itemFields = z.strictObject({
  /** `表/序号`, e.g. `2/1`, or the district's own number, e.g. `JB/2`; unique in its edition. */
  itemId: text,
  table: z._default(z.nullable(z.int()), null),
  /** The table's name, or the class of the item (决策类, 服务类 …) where there are no tables. */
  category: text,
  group: z._default(z.nullable(text), null),
  name: text,
  /** At most 10 characters, for messages. */
  short: text,
  /** Messages do not name this matter: it would tell of an illness, a disability or a need. */
  neutralInMessages: z._default(z.boolean(), false),
  summary: z.optional(text),
  basis: z.optional(text),
  /** The cell 公开内容 as printed. */
  contentText: z._default(z.nullable(text), null),
  /** 公开内容 taken apart: the checklist of what a notice must hold. */
  contents: z.array(text).check(z.minLength(1, '至少写一项公开内容')),
  /** True where the list ends with 等 or 其他: more may be added. */
  contentsOpenEnded: z._default(z.boolean(), false),
  documents: z._default(z.array(itemDocument), []),
  publishers: z.array(publisher).check(z.minLength(1, '至少写一个公开主体')),
  mode: disclosureMode,
  channels: z._default(z.array(text), []),
  channelNotes: z.optional(z.record(z.string(), z.string())),
  deadlines: z._default(z.array(itemDeadline), []),
  /** How long it stays up, where the catalog itself says so. */
  windows: z._default(z.array(windowRule), []),
  /** What stays for good, where the catalog says 长期公开. */
  longTerm: z._default(z.nullable(z.strictObject({ appliesTo: text, basis: text })), null),
  /** The limits in the document's own words, where they are sentences. */
  limitTexts: z._default(z.array(text), []),
  templates: z.array(text).check(z.minLength(1, '至少写一个公告模板')),
  procedures: z._default(z.array(text), []),
  note: z.optional(text),
  /** Cells of the row that are filled by a merged cell above. */
  inherited: z._default(z.array(text), []),
  clause: z.optional(text),
  /** Lines of the source text. */
  lines: z.optional(text),
})
export type ItemFields = z.infer<typeof itemFields>

/** An item as stored: `_id` is `<edition id>:<itemId>`; `seq` is its place in the catalog from 1. */
export const catalogItem = z.strictObject({
  _id: text,
  districtId: text,
  editionId: text,
  seq: z.int(),
  ...itemFields.shape,
  /** Ids of the edition's changes that touch it. */
  changes: z.array(text),
})
export type CatalogItem = z.infer<typeof catalogItem>

/** Rows the item takes in the printed catalog: one for each document, one where it has none. */
export function documentRowsOf(item: Pick<CatalogItem, 'documents'>): number {
  return Math.max(1, item.documents.length)
}
