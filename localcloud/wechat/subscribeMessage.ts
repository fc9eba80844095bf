import * as z from 'zod/mini'
import type { MovedClock } from '../clock/movedClock'
import type { Personas } from '../personas'
import { fitsField, isKnownFieldType } from './fieldLimits'
import type { Mailbox } from './mailbox'
import type { Template } from './templates'
import { wxError } from './wxError'

export interface MessagingContext {
  readonly mailbox: Mailbox
  readonly personas: Personas
  readonly templates: () => readonly Template[]
  readonly clock: MovedClock
  readonly sensitiveWords: readonly string[]
}

const sendSchema = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z.optional(z.string()),
  data: z.record(z.string(), z.object({ value: z.string() })),
  miniprogram_state: z.optional(z.enum(['formal', 'trial', 'developer'])),
  lang: z.optional(z.string()),
})

/** `subscribeMessage.send` with WeChat's own rules and codes. */
export class SubscribeMessages {
  private readonly sendingTo = new Set<string>()

  constructor(private readonly context: MessagingContext) {}

  /** @throws WxError 40003, 40037, 47003, 45168, 43101, 43108 */
  async send(input: Record<string, unknown>): Promise<Record<string, unknown>> {
    const parsed = sendSchema.safeParse(input)
    if (!parsed.success) throw wxError(47003, parsed.error.issues[0]?.path.join('.'))
    const { touser, template_id, data, page = '' } = parsed.data
    if (!this.context.personas.hasOpenid(touser)) throw wxError(40003)
    const template = this.context.templates().find(({ templateId }) => templateId === template_id)
    if (!template) throw wxError(40037)
    const lines = this.checkedLines(template, data)
    if (this.sendingTo.has(touser)) throw wxError(43108)
    this.sendingTo.add(touser)
    try {
      this.assertAllowed(touser, template)
      const sentAt = this.context.clock.nowIso()
      await this.context.mailbox.deliver(touser, template, { lines, page, sentAt })
    } finally {
      this.sendingTo.delete(touser)
    }
    return { errcode: 0, errmsg: 'ok' }
  }

  private assertAllowed(openid: string, { templateId }: Template): void {
    const { credits, banned } = this.context.mailbox.credit(openid, templateId)
    // A person's refusal, for good or for want of a credit; 43107 is a ban of the whole account (console, 故障).
    if (banned || credits < 1) throw wxError(43101)
  }

  private checkedLines(template: Template, data: Record<string, { value: string }>) {
    const known = new Set(template.keywords.map(({ field }) => field))
    for (const field of Object.keys(data))
      if (!known.has(field)) throw wxError(47003, `data.${field} not in template`)
    return template.keywords.map(({ name_zh, field }) => {
      const value = data[field]?.value
      if (value === undefined) throw wxError(47003, `data.${field} is missing`)
      if (!isKnownFieldType(field) || !fitsField(field, value))
        throw wxError(47003, `data.${field}.value invalid`)
      if (this.context.sensitiveWords.some(word => value.includes(word))) throw wxError(45168)
      return { name_zh, field, value }
    })
  }
}
