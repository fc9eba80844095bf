import * as z from 'zod/mini'

/** A message template as it is registered in WeChat's admin pages. */
export const templateSchema = z.object({
  templateId: z.string(),
  title: z.string(),
  kind: z.enum(['one-time', 'long-term']),
  /** `field` is WeChat's name with its type, as `thing1` or `date2`. */
  keywords: z.array(z.object({ name_zh: z.string(), field: z.string() })).check(z.minLength(1)),
})

export type Template = z.infer<typeof templateSchema>
