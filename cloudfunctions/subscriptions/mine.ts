import { mayAct } from '../../shared/access/table'
import type { MessageEvent } from '../../shared/catalog'
import { APPLICATION_EVENTS, DESK_EVENTS, NOTICE_EVENTS } from '../../shared/subscription/topics'
import { type Caller, postsOf, signedIn } from '../kit/caller'
import { credits } from '../kit/credits'
import { follows } from '../kit/follows'
import { messagesSettings } from '../kit/reference'
import type { Call } from '../kit/serve'

/** More than a person will ever follow; `follow` refuses past it. */
export const MOST_FOLLOWS = 100

/** The caller's follows, and each message that can be had with how many are left of it. */
export async function mine(_input: object, { caller }: Call) {
  return stateOf(caller)
}

/** The whole state of the caller's subscriptions. */
export async function stateOf(caller: Caller) {
  const personId = signedIn(caller)
  const [followed, held, offered, { templates }] = await Promise.all([
    follows.find({ personId }, { order: [['createdAt', 'desc']], limit: MOST_FOLLOWS }),
    credits.find({ personId }),
    eventsFor(personId),
    messagesSettings(),
  ])
  return {
    follows: followed.map(({ kind, target, name }) => ({ kind, target, name })),
    messages: templates
      .filter(one => offered.includes(one.event))
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

/** The messages that can come: those to a desk only to whoever sits at one. */
async function eventsFor(personId: string): Promise<MessageEvent[]> {
  const posts = await postsOf(personId)
  const handles = posts.some(post => mayAct('applications.handle', post, post.unit))
  return [...NOTICE_EVENTS, ...APPLICATION_EVENTS, ...(handles ? DESK_EVENTS : [])]
}
