import { follow } from '../../shared/subscription/model'
import { NOTICE_EVENTS } from '../../shared/subscription/topics'
import { signedIn } from '../kit/caller'
import { credits } from '../kit/credits'
import { documents } from '../kit/documents'
import { messagesSettings } from '../kit/reference'
import type { Call } from '../kit/serve'

const follows = documents('follows', follow)

/** More than a person will ever follow; `follow` refuses past it. */
export const MOST_FOLLOWS = 100

/** The caller's follows, and each message that can be had with how many are left of it. */
export async function mine(_input: object, { caller }: Call) {
  return stateOf(signedIn(caller))
}

/** The whole state of one person's subscriptions. */
export async function stateOf(personId: string) {
  const [followed, held, { templates }] = await Promise.all([
    follows.find({ personId }, { order: [['createdAt', 'desc']], limit: MOST_FOLLOWS }),
    credits.find({ personId }),
    messagesSettings(),
  ])
  return {
    follows: followed.map(({ kind, target, name }) => ({ kind, target, name })),
    messages: templates
      .filter(one => NOTICE_EVENTS.includes(one.event))
      .map(({ event, templateId, title, kind }) => {
        const credit = held.find(one => one.event === event)
        return {
          event,
          templateId,
          title,
          kind,
          remaining: credit?.remaining ?? 0,
          banned: credit?.banned ?? false,
        }
      }),
  }
}
