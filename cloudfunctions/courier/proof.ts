import type { Instant } from '../../shared/calendar/model'
import type { Delivery } from '../../shared/subscription/model'
import { creditId, credits } from '../kit/credits'
import { messagesSettings } from '../kit/reference'

/**
 * Whether a second send would tell if the first went out: the message takes a credit, the person had exactly
 * one, and nothing was added to it or taken from it since `since`. A consent given in between would let the
 * second send through, and the person would be told twice.
 */
export async function wouldProve(
  { personId, event }: Pick<Delivery, 'personId' | 'event'>,
  since: Instant,
): Promise<boolean> {
  const { templates } = await messagesSettings()
  const isOneTime = templates.some(one => one.event === event && one.kind === 'one-time')
  if (!isOneTime) return false
  const credit = await credits.get(creditId(personId, event))
  return credit?.remaining === 1 && credit.updatedAt < since
}
