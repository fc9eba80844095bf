import * as z from 'zod/mini'
import { calendarDate, instant } from '../calendar/model'
import { publicityWindow, reckoning, windowFace } from '../publicity/model'
import { noticeStatus } from './model'

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
