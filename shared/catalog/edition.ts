import * as z from 'zod/mini'
import { type CalendarDate, calendarDate } from '../calendar/model'
import { dayUnit } from '../publicity/model'
import type { CatalogItem } from './item'

const text = z.string()
const change = { id: text, section: text, note: z.optional(text) }
const printedDays = z.strictObject({ days: z.int(), unitText: text })
const tableValue = z.strictObject({ days: z.int(), unit: dayUnit })

/** One recorded change from the edition before. */
export const editionChange = z.discriminatedUnion('type', [
  z.strictObject({
    ...change,
    type: z.literal('deadline'),
    item: text,
    name: text,
    from: printedDays,
    to: printedDays,
    reason: text,
    tableValue,
  }),
  z.strictObject({
    ...change,
    type: z.literal('deadline-unify'),
    name: text,
    to: printedDays,
    tableValue,
  }),
  z.strictObject({
    ...change,
    type: z.literal('content-refine'),
    tables: z.array(z.int()),
    name: text,
    detail: text,
    basis: text,
  }),
  z.strictObject({
    ...change,
    type: z.literal('rename'),
    item: text,
    group: z.optional(text),
    from: text,
    to: text,
  }),
  z.strictObject({ ...change, type: z.literal('move'), item: text, from: text, to: text }),
  z.strictObject({
    ...change,
    type: z.literal('add-item'),
    item: text,
    group: text,
    name: text,
    /** True where the new matter was put into one row with an older one. */
    mergedWithOlder: z.boolean(),
  }),
  z.strictObject({
    ...change,
    type: z.literal('publisher'),
    item: text,
    name: text,
    from: text,
    to: text,
    /** The document's own spelling where it has a slip. */
    toAsPrinted: z.optional(text),
    reason: text,
  }),
  z.strictObject({
    ...change,
    type: z.enum(['flowchart-add', 'flowchart-optimise']),
    procedure: text,
    title: text,
  }),
])
export type EditionChange = z.infer<typeof editionChange>

/** A group of items with its number in the catalog (表 1 … 5), or with none where the catalog has no tables. */
export const catalogTable = z.strictObject({
  table: z._default(z.nullable(z.int()), null),
  name: text,
  publishers: z.array(text),
  /** 公开属性 as the body of the document states it for the group. */
  modes: z._default(z.array(text), []),
  lines: z.optional(text),
})

const limitStart = z.strictObject({ countsFrom: text, clause: text, tables: z.array(z.int()) })

/** 公开期限 as the document explains it, and what the law allows at most. */
export const limitRule = z.strictObject({
  unit: dayUnit,
  unitBasis: text,
  meaning: text,
  proactive: limitStart,
  onRequest: z.nullable(limitStart),
  statutory: z.strictObject({
    proactiveWorkdays: z.int(),
    onRequestWorkdays: z.int(),
    extensionWorkdays: z.int(),
    clarificationWorkdays: z.int(),
    basis: text,
  }),
})

export const catalogChannel = z.strictObject({ name: text, places: z.array(text) })

const provision = z.strictObject({ heading: text, lines: z.optional(text), text: z.array(text) })

export const editionSource = z.strictObject({
  title: text,
  issuer: text,
  issuedOn: z._default(z.nullable(calendarDate), null),
  docNo: z._default(z.nullable(text), null),
  draftedBy: z._default(z.array(text), []),
  draftingRule: z._default(z.nullable(text), null),
  addressees: z._default(z.array(text), []),
  distribution: z._default(z.nullable(text), null),
  supersedes: z._default(z.nullable(text), null),
  /** The text file from which the catalog was taken over; `lines` are its lines. */
  file: z._default(z.nullable(text), null),
})

/** What a file says of one edition. */
export const editionFields = z.strictObject({
  name: text,
  effectiveFrom: z.nullable(calendarDate),
  /** `changes-only`: the text itself is not at hand, only what the next edition changed in it. */
  knownBy: z.enum(['full-text', 'changes-only']),
  note: text,
  source: editionSource,
  tables: z._default(z.array(catalogTable), []),
  channels: z._default(z.array(catalogChannel), []),
  channelsRule: z._default(z.nullable(text), null),
  limitRule: z._default(z.nullable(limitRule), null),
  columnNotes: z._default(z.array(text), []),
  itemsWithoutProcedure: z._default(z.array(text), []),
  /** What else the document lays down: definitions, scope, the way of a disclosure; by heading. */
  provisions: z._default(z.array(provision), []),
  /** Steps of a disclosure before it is posted, in order (审查备案 → 审批 → 公开). */
  publishingSteps: z._default(z.array(z.strictObject({ id: text, actor: text, name: text })), []),
  changesBasis: z._default(z.array(text), []),
  changesHeadings: z._default(z.array(text), []),
  /** How it differs from the edition before. */
  changes: z._default(z.array(editionChange), []),
})

/**
 * One edition of a district's catalog (公开目录的一版), `_id` = `<district>@<edition>`. `effectiveFrom` is
 * null where the document does not say; such an edition rules every date before the first dated one.
 */
export const edition = z.strictObject({ _id: text, districtId: text, ...editionFields.shape })
export type Edition = z.infer<typeof edition>

/** The edition that ruled on a date; null where the date lies before every edition's start. */
export function editionInForce(editions: readonly Edition[], date: CalendarDate): Edition | null {
  let ruling: Edition | null = null
  for (const candidate of editions) {
    const hasBegun = candidate.effectiveFrom === null || candidate.effectiveFrom <= date
    if (hasBegun && startsAfter(candidate, ruling)) ruling = candidate
  }
  return ruling
}

function startsAfter(candidate: Edition, ruling: Edition | null): boolean {
  return ruling === null || (candidate.effectiveFrom ?? '') > (ruling.effectiveFrom ?? '')
}

/** The changes that touch an item: named by its id, its table or one of its procedures, or meant for all. */
export function changesTouching(
  item: Pick<CatalogItem, 'itemId' | 'table' | 'procedures'>,
  changes: readonly EditionChange[],
): EditionChange[] {
  return changes.filter(entry => {
    switch (entry.type) {
      case 'deadline-unify':
        return true
      case 'content-refine':
        return item.table !== null && entry.tables.includes(item.table)
      case 'flowchart-add':
      case 'flowchart-optimise':
        return item.procedures.includes(entry.procedure)
      default:
        return entry.item === item.itemId
    }
  })
}
