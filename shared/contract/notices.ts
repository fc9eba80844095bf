import * as z from 'zod/mini'
import { instant } from '../calendar/model'
import { noticeCard } from '../notice/card'
import { draftGap } from '../notice/draft-gap'
import { fieldValues, listRow, noticeStatus } from '../notice/model'
import { noticePage } from '../notice/page'
import { publicityWindow, windowFace } from '../publicity/model'
import type { FunctionContract } from './answer'

export type { NoticeCard } from '../notice/card'
export type { DraftGap } from '../notice/draft-gap'
export type { NoticePage, PublicList } from '../notice/page'

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/, '编号不对'))
const code = z.string().check(z.regex(/^[0-9A-Za-z\u4e00-\u9fa5（）-]{2,40}$/, '地方或单位的代码不对'))
const short = (max: number) => z.string().check(z.maxLength(max, `不能超过 ${max} 个字`))
const cursor = z.string().check(z.maxLength(120))
/** A year and a day: longer than any window, short enough that a slip of the finger is seen. */
const days = z.int().check(z.gte(1, '天数从 1 数起'), z.lte(366, '最多 366 天'))
const pageSize = z.int().check(z.gte(1), z.lte(20))

export const boardStatus = z.enum(['open', 'closing', 'closed'])
export type BoardStatus = z.infer<typeof boardStatus>

/** As the forms name their fields; any other name would be an operator or a path to the database. */
const writtenKey = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/))
const written = z.record(writtenKey, z.string().check(z.maxLength(20_000, '不能超过 20000 个字')))

const draftInput = z.object({
  /** Absent for a new draft; with it the draft's `version`, so that two editors cannot overwrite each other. */
  id: z.optional(id),
  version: z.optional(z.int()),
  unit: code,
  district: short(40),
  item: short(20),
  template: short(60),
  values: written,
  rows: z.array(written).check(z.maxLength(2000, '名单一次最多 2000 行')),
  example: z.optional(z.boolean()),
})

const draftSummary = z.object({
  id: z.string(),
  version: z.int(),
  status: noticeStatus,
  example: z.boolean(),
  title: z.string(),
  itemId: z.string(),
  itemName: z.string(),
  districtId: z.string(),
  templateId: z.string(),
  updatedAt: instant,
  window: z.nullable(windowFace),
})
export type DraftSummary = z.infer<typeof draftSummary>

export const noticesContract = {
  /** The board of a village, a township or a district. */
  list: {
    input: z.object({
      unit: code,
      status: z.optional(boardStatus),
      item: z.optional(short(20)),
      after: z.optional(cursor),
      limit: z.optional(pageSize),
    }),
    answer: z.object({
      now: instant,
      unit: z.object({ code: z.string(), name: z.string(), districtId: z.string() }),
      notices: z.array(noticeCard),
      next: z.nullable(z.string()),
    }),
  },
  get: { input: z.object({ id }), answer: z.object({ now: instant, notice: noticePage }) },
  search: {
    input: z.object({
      district: short(40),
      word: z.string().check(z.trim(), z.minLength(1, '请写要找的字'), z.maxLength(30, '最多 30 个字')),
      after: z.optional(cursor),
      limit: z.optional(pageSize),
    }),
    answer: z.object({ now: instant, notices: z.array(noticeCard), next: z.nullable(z.string()) }),
  },
  /** Saves a draft; answers what it still lacks. */
  draft: {
    input: draftInput,
    answer: z.object({ now: instant, draft: draftSummary, gaps: z.array(draftGap) }),
  },
  /** One draft of the caller's unit, to go on writing. */
  open: {
    input: z.object({ id }),
    answer: z.object({
      now: instant,
      draft: draftSummary,
      unit: z.string(),
      values: fieldValues,
      rows: z.array(listRow),
      gaps: z.array(draftGap),
      /** The applications whose publicity step it is to be; empty for any other notice. */
      applications: z.array(z.string()),
    }),
  },
  /** The drafts and the running notices of a unit the caller works for. */
  desk: {
    input: z.object({ unit: code }),
    answer: z.object({ now: instant, drafts: z.array(draftSummary), posted: z.array(draftSummary) }),
  },
  /** What the public would see, and the window, were the draft posted now. */
  preview: {
    input: z.object({ id, days: z.optional(days) }),
    answer: z.object({
      now: instant,
      notice: noticePage,
      gaps: z.array(draftGap),
      minimumDays: z.nullable(z.int()),
    }),
  },
  publish: {
    input: z.object({ id, version: z.int(), days: z.optional(days) }),
    answer: z.object({ now: instant, id: z.string(), version: z.int(), window: publicityWindow }),
  },
} satisfies FunctionContract
