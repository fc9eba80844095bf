import * as z from 'zod/mini'

/** What a draft lacks before it may be posted: the field and what to do about it. */
export const draftGap = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['missing', 'invalid', 'personal-data']),
  message: z.string(),
})
export type DraftGap = z.infer<typeof draftGap>
