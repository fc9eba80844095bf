import * as z from 'zod/mini'
import { calendarDate, instant } from '../calendar/model'
import { deadlineRule, publicityWindow, reckoning, windowRule } from '../publicity/model'
import type { FunctionContract } from './answer'

const district = z.string().check(z.minLength(1), z.maxLength(40))
const item = z.string().check(z.minLength(1), z.maxLength(20))
const word = z.string().check(z.trim(), z.maxLength(30, '最多 30 个字'))

/** A body named in the catalog, and what it is called since a reform of the administration. */
export const body = z.object({ name: z.string(), successor: z.nullable(z.string()) })

export const editionFace = z.object({
  id: z.string(),
  name: z.string(),
  /** Null where the documents do not say when it began. */
  from: z.nullable(calendarDate),
  to: z.nullable(calendarDate),
})
export type EditionFace = z.infer<typeof editionFace>

/** One change of an edition, as the district recorded it. */
export const editionChange = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
  reason: z.nullable(z.string()),
})
export type EditionChange = z.infer<typeof editionChange>

export const itemFace = z.object({
  id: z.string(),
  table: z.nullable(z.int()),
  category: z.string(),
  group: z.nullable(z.string()),
  name: z.string(),
  mode: z.enum(['proactive', 'on-request']),
  publishers: z.array(body),
  deadline: z.nullable(deadlineRule),
})
export type ItemFace = z.infer<typeof itemFace>

const templateFace = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  windowRule: z.nullable(windowRule),
})

export const itemPage = z.extend(itemFace, {
  seq: z.int(),
  contents: z.array(z.string()),
  documents: z.array(z.string()),
  channels: z.array(z.object({ name: z.string(), places: z.array(z.string()) })),
  deadlines: z.array(deadlineRule),
  /** The limit the law sets where the district promises a shorter one. */
  statutory: z.nullable(deadlineRule),
  longTerm: z.nullable(z.string()),
  basis: z.array(z.string()),
  notes: z.array(z.string()),
  /** Where the documents contradict themselves about this item: the issue and the reading taken. */
  readings: z.array(z.object({ id: z.string(), issue: z.string(), taken: z.string(), why: z.string() })),
  procedures: z.array(z.string()),
  templates: z.array(templateFace),
})
export type ItemPage = z.infer<typeof itemPage>

export const formField = z.object({
  key: z.string(),
  label: z.string(),
  type: z.string(),
  required: z.boolean(),
  hint: z.string(),
  /** The parts of the item's 公开内容 that this field carries. */
  covers: z.array(z.string()),
})
export type FormField = z.infer<typeof formField>

export const formColumn = z.object({
  key: z.string(),
  label: z.string(),
  public: z.boolean(),
  mask: z.string(),
  why: z.string(),
})
export type FormColumn = z.infer<typeof formColumn>

/** The form of a notice: its fields, the columns of its list, and what the checklist must find. */
export const noticeForm = z.object({
  templateId: z.string(),
  name: z.string(),
  kind: z.string(),
  titlePattern: z.string(),
  fields: z.array(formField),
  columns: z.array(formColumn),
  checklist: z.array(z.object({ content: z.string(), fields: z.array(z.string()) })),
  windowRule: z.nullable(windowRule),
  afterClose: z.nullable(z.string()),
})
export type NoticeForm = z.infer<typeof noticeForm>

export const catalogContract = {
  districts: {
    input: z.object({}),
    answer: z.object({
      districts: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          city: z.string(),
          code: z.string(),
          edition: editionFace,
        }),
      ),
    }),
  },
  /** The townships and villages of a district, for choosing one's own. */
  units: {
    input: z.object({ district }),
    answer: z.object({
      units: z.array(
        z.object({ code: z.string(), name: z.string(), level: z.string(), parent: z.nullable(z.string()) }),
      ),
    }),
  },
  /** The catalog that ruled on `on` (default today), filtered by table, publisher, mode or word. */
  items: {
    input: z.object({
      district,
      on: z.optional(calendarDate),
      table: z.optional(z.int()),
      publisher: z.optional(word),
      mode: z.optional(z.enum(['proactive', 'on-request'])),
      word: z.optional(word),
    }),
    answer: z.object({
      edition: editionFace,
      tables: z.array(z.object({ table: z.int(), name: z.string(), items: z.int() })),
      publishers: z.array(z.string()),
      items: z.array(itemFace),
    }),
  },
  item: {
    input: z.object({ district, item, on: z.optional(calendarDate) }),
    answer: z.object({ now: instant, edition: editionFace, item: itemPage, changes: z.array(editionChange) }),
  },
  editions: {
    input: z.object({ district }),
    answer: z.object({
      editions: z.array(
        z.extend(editionFace, { note: z.nullable(z.string()), changes: z.array(editionChange) }),
      ),
    }),
  },
  form: { input: z.object({ district, item, template: z.string() }), answer: z.object({ form: noticeForm }) },
  /**
   * The public calculator. `eventDate`: when the matter was formed, or the request received. `postedAt`: when
   * the notice goes up. `days` lengthens the window, never shortens it.
   */
  reckon: {
    input: z.object({
      district,
      item,
      template: z.optional(z.string()),
      eventDate: z.optional(calendarDate),
      postedAt: z.optional(z.union([instant, calendarDate])),
      days: z.optional(z.int().check(z.gte(1), z.lte(366))),
    }),
    answer: z.object({
      now: instant,
      item: itemFace,
      edition: editionFace,
      deadlines: z.array(z.object({ rule: deadlineRule, reckoning, notes: z.array(reckoningNote()) })),
      window: z.nullable(
        z.object({
          templateId: z.string(),
          templateName: z.string(),
          rule: windowRule,
          window: publicityWindow,
          notes: z.array(reckoningNote()),
        }),
      ),
    }),
  },
} satisfies FunctionContract

function reckoningNote() {
  return z.object({ dates: z.string(), text: z.string() })
}
