import type { Application } from '../../../../shared/application/model'
import type { Instant } from '../../../../shared/calendar/model'
import type { MessageEvent } from '../../../../shared/catalog'
import { stepIn } from '../../../unit/procedures/loaded'
import type { House, Person } from '../house'
import type { CasePlan } from './plans'

/** All that a household is told of its application. */
const TOLD: readonly MessageEvent[] = ['application-step', 'materials-missing', 'application-decided']

/** What the household is told of a change, and when it happened. */
export type Telling = { event: 'application-step' | 'materials-missing' | 'application-decided'; at: Instant }

/**
 * Every move that somebody else made is told once: what is missing, what is decided, or where it lies now. Of what the
 * household did itself only the decision that came with it is told.
 */
export function expectedTellings({ procedure }: CasePlan, { state }: Application): Telling[] {
  const household = procedure.actors.filter(({ at }) => at === 'applicant').map(({ name }) => name)
  return state.path
    .filter(({ by, to, outcome }) => {
      const isOwn = household.includes(by.name)
      const isDecided = outcome !== 'withdraw' && stepIn(procedure, to).end !== undefined
      return !isOwn || isDecided
    })
    .map(({ from, to, outcome, at }) => {
      const next = stepIn(procedure, to)
      const line = stepIn(procedure, from).next.find(one => one.to === to && one.outcome === outcome)
      const isDecided = next.end !== undefined || outcome === 'reject'
      if (isDecided) return { event: 'application-decided' as const, at }
      return {
        event: line?.toldOnce === true ? ('materials-missing' as const) : ('application-step' as const),
        at,
      }
    })
}

/** The household has said yes to so many of each message, in WeChat and in the app. */
export async function agreeTo(messageCount: number, house: House, person: Person): Promise<void> {
  const { messages } = await person.call('subscriptions', 'mine', {})
  const asked = messages.filter(({ event }) => TOLD.includes(event))
  const accepted = Object.fromEntries(asked.map(({ templateId }) => [templateId, 'accept' as const]))
  for (let nth = 0; nth < messageCount; nth++) await house.tapInWeChat(person, accepted)
  const held = {
    personId: person.personId,
    remaining: messageCount,
    banned: false,
    counted: [],
    updatedAt: '2026-09-01T00:00:00.000Z',
  }
  await house.load(
    'credits',
    asked.map(({ event }) => ({ _id: `${person.personId}|${event}`, event, ...held })),
  )
}
