import * as z from 'zod/mini'
import { windowFace } from '../publicity/model'
import { noticeStatus } from './model'

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
