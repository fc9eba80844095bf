import type { Instant } from '../../shared/calendar/model'
import type { MessageEvent } from '../../shared/catalog'
import { type Credit, credit } from '../../shared/subscription/model'
import { command, documents } from './documents'

export const credits = documents('credits', credit)

/** How many past consents are remembered, so that one sent again over a bad network counts once. */
const REMEMBERED_CONSENTS = 20

/** The id of a person's credit for one message. */
export function creditId(personId: string, event: MessageEvent): string {
  return `${personId}|${event}`
}

/** Counts one consent of a person, once for each `consentId`; a ban is kept until the next consent. */
export async function countConsent(
  personId: string,
  event: MessageEvent,
  consentId: string,
  outcome: 'accept' | 'ban',
  now: Instant,
): Promise<void> {
  const _id = creditId(personId, event)
  await credits.addOnce({
    _id,
    personId,
    event,
    remaining: 0,
    banned: false,
    counted: [],
    updatedAt: now,
  })
  const isNew = { _id, counted: command().nin([consentId]) }
  const remembered = command().push({ each: [consentId], slice: -REMEMBERED_CONSENTS })
  const isBan = outcome === 'ban'
  await credits.change(isNew, {
    ...(isBan ? {} : { remaining: command().inc(1) }),
    banned: isBan,
    counted: remembered,
    updatedAt: now,
  })
}

/** Takes one credit after a message went out. */
export async function spendCredit(personId: string, event: MessageEvent, now: Instant): Promise<void> {
  await credits.change(
    { _id: creditId(personId, event), remaining: command().gt(0) },
    { remaining: command().inc(-1), updatedAt: now },
  )
}

/**
 * WeChat says there is none left (43101): the count was too high as it was read before the attempt. Where it has
 * changed since, as by a consent given while the message was on its way, it is left for a later attempt to judge.
 */
export async function clearCredit({ _id, updatedAt }: Credit, now: Instant): Promise<void> {
  await credits.change({ _id, updatedAt }, { remaining: 0, updatedAt: now })
}
