import * as z from 'zod/mini'
import type { MessageEvent } from '../../../shared/catalog'
import { credit, delivery, type FollowKind } from '../../../shared/subscription/model'
import type { House, InboxMessage, Person } from './house'

export const EVENTS: MessageEvent[] = ['notice-opened', 'notice-closing', 'notice-closed', 'calendar-settled']

let consents = 0

/** The person taps 允许 for each of the events, so many times: WeChat knows it, and the app counts it. */
export async function agree(
  house: House,
  person: Person,
  events: readonly MessageEvent[] = EVENTS,
  times = 1,
): Promise<void> {
  const { messages } = await person.call('subscriptions', 'mine', {})
  const asked = messages.filter(one => events.includes(one.event)).map(one => one.templateId)
  for (let time = 0; time < times; time++) {
    await house.tapInWeChat(person, Object.fromEntries(asked.map(id => [id, 'accept' as const])))
    consents += 1
    await person.call('subscriptions', 'consent', {
      consentId: `consent-${consents.toString().padStart(6, '0')}`,
      results: asked.map(templateId => ({ templateId, outcome: 'accept' as const })),
    })
  }
}

/** Follows and agrees once to every message. */
export async function follow(house: House, person: Person, kind: FollowKind, target: string): Promise<void> {
  await person.call('subscriptions', 'follow', { kind, target })
  await agree(house, person)
}

const EVENT_OF_TITLE: Record<string, MessageEvent> = {
  公示开始提醒: 'notice-opened',
  公示即将结束提醒: 'notice-closing',
  公示结束通知: 'notice-closed',
  办理进度通知: 'application-step',
  补充材料通知: 'materials-missing',
  申请结果通知: 'application-decided',
  办理期限提醒: 'deadline-approaching',
  办理超期提醒: 'overdue',
}

/** The events a person was told of, in the order of the messages; `of` keeps those about one notice. */
export async function told(house: House, person: Pick<Person, 'id'>, of = ''): Promise<string[]> {
  const messages = await house.inbox(person)
  return messages.filter(one => one.page.includes(of)).map(eventOf)
}

function eventOf({ title }: InboxMessage): string {
  return EVENT_OF_TITLE[title] ?? title
}

/** How many messages of an event the app thinks a person has left. */
export async function creditsLeft(house: House, person: Person, event: MessageEvent): Promise<number> {
  const [held] = await house.stored('credits', credit, { _id: `${person.personId}|${event}` })
  return held?.remaining ?? 0
}

/** The deliveries of a notice or an application; to one person, where that is given. */
export async function deliveriesOf(house: House, matterId: string, person?: Pick<Person, 'personId'>) {
  const source = z.pick(delivery, {
    personId: true,
    event: true,
    state: true,
    reason: true,
    attempts: true,
    dueAt: true,
    outcomeUnknown: true,
  })
  const { personId } = person ?? {}
  const ofMatter = { 'matter.id': matterId }
  return house.stored('deliveries', source, personId === undefined ? ofMatter : { ...ofMatter, personId })
}
