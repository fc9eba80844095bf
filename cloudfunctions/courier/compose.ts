import type { Instant } from '../../shared/calendar/model'
import { messageFor } from '../../shared/subscription/message'
import type { Delivery } from '../../shared/subscription/model'
import { itemOf, messagesSettings, templateOf } from '../kit/reference'
import type { Matter } from './matter'

export type Message = {
  openId: string
  kind: 'one-time' | 'long-term'
  templateId: string
  page: string
  data: Record<string, { value: string }>
}

export type Composer = (delivery: Delivery, matter: Matter, now: Instant) => Promise<Message | null>

const WECHAT_PERSON = 'wx:'

/** Writes messages by the account's templates; null where a message has nothing to say or nobody to go to. */
export async function composer(): Promise<Composer> {
  const settings = await messagesSettings()
  return async (delivery, matter, now) => {
    const template = settings.templates.find(one => one.event === delivery.event)
    if (!template || !delivery.personId.startsWith(WECHAT_PERSON)) return null
    const [item, form] = await Promise.all([
      itemOf(matter.editionId, matter.itemId),
      templateOf(matter.templateId),
    ])
    const written = messageFor({
      event: delivery.event,
      template,
      settings,
      notice: matter,
      noticeShort: form.short,
      neutral: item.neutralInMessages ?? false,
      now,
      previousLastDay: delivery.formerLastDay ?? undefined,
    })
    if (!written) return null
    return { openId: delivery.personId.slice(WECHAT_PERSON.length), kind: template.kind, ...written }
  }
}
