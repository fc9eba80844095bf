import type { Instant } from '../../shared/calendar/model'
import type { MessageSettings, MessageTemplate } from '../../shared/catalog'
import { applicationMessage } from '../../shared/subscription/application-message'
import { messageFor } from '../../shared/subscription/message'
import type { Delivery } from '../../shared/subscription/model'
import type { SubscriptionMessage } from '../../shared/subscription/written'
import { districtOf, itemOf, itemsOf, messagesSettings, templateOf } from '../kit/reference'
import type { Matter } from './matter'

export type Message = SubscriptionMessage & { openId: string; kind: 'one-time' | 'long-term' }

export type Composer = (delivery: Delivery, matter: Matter, now: Instant) => Promise<Message | null>

type Occasion<K extends Matter['kind']> = {
  delivery: Delivery
  matter: Extract<Matter, { kind: K }>
  template: MessageTemplate
  settings: MessageSettings
  now: Instant
}

const WECHAT_PERSON = 'wx:'

/** Writes messages by the account's templates; null where a message has nothing to say or nobody to go to. */
export async function composer(): Promise<Composer> {
  const settings = await messagesSettings()
  return async (delivery, matter, now) => {
    const template = settings.templates.find(one => one.event === delivery.event)
    if (!template || !delivery.personId.startsWith(WECHAT_PERSON)) return null
    const occasion = { delivery, template, settings, now }
    const written =
      matter.kind === 'notice'
        ? await ofNotice({ ...occasion, matter })
        : await ofApplication({ ...occasion, matter })
    if (!written) return null
    return { openId: delivery.personId.slice(WECHAT_PERSON.length), kind: template.kind, ...written }
  }
}

async function ofNotice({ delivery, matter, template, settings, now }: Occasion<'notice'>) {
  const { notice } = matter
  const [item, form] = await Promise.all([
    itemOf(notice.editionId, notice.itemId),
    templateOf(notice.templateId),
  ])
  return messageFor({
    event: delivery.event,
    template,
    settings,
    notice,
    noticeShort: form.short,
    neutral: item.neutralInMessages ?? false,
    now,
    previousLastDay: delivery.formerLastDay ?? undefined,
  })
}

async function ofApplication({ delivery, matter, template, settings, now }: Occasion<'application'>) {
  const { application, ruling } = matter
  const { procedure, area, calendar } = ruling
  const { contacts } = await districtOf(application.districtId)
  return applicationMessage({
    template,
    settings,
    application,
    procedure,
    area,
    calendar,
    acceptPhone: contacts.acceptPhone,
    neutral: await isToBeUnnamed(application.editionId, procedure.items),
    toOwner: delivery.personId === application.ownerId,
    now,
  })
}

/** True where one of the procedure's items must not be named on a locked screen, or is not at hand to say so. */
async function isToBeUnnamed(editionId: string, itemIds: readonly string[]): Promise<boolean> {
  const items = await itemsOf(editionId)
  return itemIds.some(id => items.find(one => one.itemId === id)?.neutralInMessages ?? true)
}
