import * as z from 'zod/mini'
import { calendarDate, instant } from '../calendar/model'
import { fieldValues, listRow, noticeStatus } from '../notice/model'
import { publicityWindow, reckoning, windowFace } from '../publicity/model'
import type { FunctionContract } from './answer'

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/, '编号不对'))
const code = z.string().check(z.regex(/^[0-9A-Za-z\u4e00-\u9fa5（）-]{2,40}$/, '地方或单位的代码不对'))
const short = (max: number) => z.string().check(z.maxLength(max, `不能超过 ${max} 个字`))
const cursor = z.string().check(z.maxLength(120))
const pageSize = z.int().check(z.gte(1), z.lte(20))

export const boardStatus = z.enum(['open', 'closing', 'closed'])
export type BoardStatus = z.infer<typeof boardStatus>

/** A notice on a list: what one card draws. */
export const noticeCard = z.object({
  id: z.string(),
  title: z.string(),
  example: z.boolean(),
  status: noticeStatus,
  districtId: z.string(),
  itemId: z.string(),
  itemName: z.string(),
  unitCode: z.string(),
  publisher: z.string(),
  households: z.nullable(z.int()),
  window: windowFace,
})
export type NoticeCard = z.infer<typeof noticeCard>

const labelled = z.object({ key: z.string(), label: z.string(), value: z.string() })

/** A list of names as the public may see it now; `rows` is empty once the names have gone. */
export const publicList = z.object({
  columns: z.array(z.object({ key: z.string(), label: z.string() })),
  rows: z.array(z.record(z.string(), z.string())),
  total: z.int(),
  /** present: shown, masked by rule; elsewhere: kept to the village's own board; retired: gone with the close. */
  names: z.enum(['present', 'elsewhere', 'retired', 'none']),
  /** The first date on which the names are no longer shown; null where they stay (长期公开) or never stood. */
  goneFrom: z.nullable(calendarDate),
})
export type PublicList = z.infer<typeof publicList>

export const plainWords = z.object({
  what: z.string(),
  aboutMe: z.string(),
  until: z.string(),
  canDo: z.string(),
})

/** A notice's page: the public part of it, as of `now`. */
export const noticePage = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  example: z.boolean(),
  status: noticeStatus,
  withdrawnReason: z.nullable(z.string()),
  districtId: z.string(),
  districtName: z.string(),
  itemId: z.string(),
  itemName: z.string(),
  unitCode: z.string(),
  publisher: z.string(),
  catalogPublishers: z.array(z.object({ name: z.string(), successor: z.nullable(z.string()) })),
  channels: z.array(z.string()),
  basis: z.array(z.string()),
  plain: plainWords,
  body: z.string(),
  publicitySentence: z.string(),
  objectionSentence: z.string(),
  contacts: z.object({
    unit: z.string(),
    phone: z.string(),
    address: z.string(),
    hours: z.string(),
    supervisionPhone: z.string(),
  }),
  fields: z.array(labelled),
  list: z.nullable(publicList),
  window: publicityWindow,
  face: windowFace,
  deadline: z.nullable(reckoning),
  /** What was changed after posting, newest last: a recomputed window, a correction, a withdrawal. */
  changes: z.array(z.object({ at: instant, text: z.string() })),
})
export type NoticePage = z.infer<typeof noticePage>

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

/** What a draft lacks before it may be posted: the field and what to do about it. */
export const draftGap = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['missing', 'invalid', 'personal-data']),
  message: z.string(),
})
export type DraftGap = z.infer<typeof draftGap>

const draftSummary = z.object({
  id: z.string(),
  version: z.int(),
  status: noticeStatus,
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
    }),
  },
  /** The drafts and the running notices of a unit the caller works for. */
  desk: {
    input: z.object({ unit: code }),
    answer: z.object({ now: instant, drafts: z.array(draftSummary), posted: z.array(draftSummary) }),
  },
  /** What the public would see, and the window, were the draft posted now. */
  preview: {
    input: z.object({ id, days: z.optional(z.int()) }),
    answer: z.object({
      now: instant,
      notice: noticePage,
      gaps: z.array(draftGap),
      minimumDays: z.nullable(z.int()),
    }),
  },
  publish: {
    input: z.object({ id, version: z.int(), days: z.optional(z.int()) }),
    answer: z.object({ now: instant, id: z.string(), version: z.int(), window: publicityWindow }),
  },
} satisfies FunctionContract
