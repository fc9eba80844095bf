import * as z from 'zod/mini'
import { instant } from '../calendar/model'
import { publicityWindow, reckoning, transition, windowRule } from '../publicity/model'

/** draft: seen by its unit only. published: public. withdrawn: the reason is public, the text is not. */
export const noticeStatus = z.enum(['draft', 'published', 'withdrawn'])
export type NoticeStatus = z.infer<typeof noticeStatus>

/** Who did a thing: a person in a role at a unit, or a timer of the system (`system:clock`). */
export const actor = z.object({ personId: z.string(), role: z.string(), unit: z.string() })
export type Actor = z.infer<typeof actor>

const jsonRecord = z.record(z.string(), z.unknown())

/**
 * One change of a notice, never removed: who, when, and the changed fields before and after.
 * `hash` covers the entry and the hash before it, so a later edit of any entry shows.
 */
export const historyEntry = z.object({
  seq: z.int(),
  at: instant,
  by: actor,
  action: z.string(),
  before: jsonRecord,
  after: jsonRecord,
  previousHash: z.string(),
  hash: z.string(),
})
export type HistoryEntry = z.infer<typeof historyEntry>

export const fieldValues = z.record(z.string(), z.string())
export const listRow = z.record(z.string(), z.string())
export type FieldValues = z.infer<typeof fieldValues>
export type ListRow = z.infer<typeof listRow>

/** A notice as stored: private as a whole. What the public may see of it is `publicNotice`. */
export const notice = z.object({
  _id: z.string(),
  version: z.int(),
  status: noticeStatus,
  /** True for a trial notice that stands for no real matter; every page says so. */
  example: z.boolean(),
  districtId: z.string(),
  editionId: z.string(),
  itemId: z.string(),
  itemName: z.string(),
  templateId: z.string(),
  unitCode: z.string(),
  unitName: z.string(),
  /** Codes of the units on whose boards the notice shows: its own, those above, those within. */
  boards: z.array(z.string()),
  /** 发布单位 as it stands on the notice. */
  publisher: z.string(),
  title: z.string(),
  /** Rows of the list when it was posted; null for a notice without one. Stays after the names have gone. */
  households: z.nullable(z.int()),
  /** Pairs of neighbouring characters of the title, the item and the publisher, for the search index. */
  grams: z.array(z.string()),
  values: fieldValues,
  rows: z.array(listRow),
  /** Ids of the applications whose publicity step this notice is; private, for an id leads to a household. */
  applications: z._default(z.array(z.string()), []),
  /** True while one of them has still to be told of the posting or of a window that has moved. */
  applicationsBehind: z._default(z.boolean(), false),
  createdAt: instant,
  updatedAt: instant,
  rule: z.nullable(windowRule),
  window: z.nullable(publicityWindow),
  /** By when the catalog wanted it disclosed, counted from the date the information was formed. */
  deadline: z.nullable(reckoning),
  /** The close for sorting: `NEVER` for a long-term notice, empty for a draft. */
  closesBy: z.string(),
  /** The calendar its running window or provisional deadline was reckoned by; null where neither is left. */
  calendarRevision: z.nullable(z.string()),
  provisional: z.boolean(),
  /** What the clock has still to do, soonest first; `nextTransitionAt` is the first one's instant. */
  transitions: z.array(transition),
  nextTransitionAt: z.nullable(instant),
  /** One entry for each version, so the last entry's `seq` is `version`; `lastHash` is its hash. */
  history: z.array(historyEntry),
  lastHash: z.string(),
})
export type Notice = z.infer<typeof notice>

/** Stands for "no end" where closes are sorted. */
export const NEVER = '9999-12-31T16:00:00.000Z'
