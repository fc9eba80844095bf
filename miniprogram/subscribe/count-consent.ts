import { call } from '../cloud/call'
import { subscribeWords } from '../words/subscribe'
import type { ConsentResult } from './ask-consent'
import { putSubscriptions } from './subscriptions'

/** Tells the cloud what the person tapped; a repeated send counts once. */
export async function countConsent(results: ConsentResult[]): Promise<void> {
  if (results.length === 0) return
  putSubscriptions(await call('subscriptions', 'consent', { consentId: newConsentId(), results }))
}

/** What to say after WeChat's question. */
export function saidOf(results: ConsentResult[]): string {
  if (results.some(result => result.outcome === 'accept')) return subscribeWords.granted
  if (results.some(result => result.outcome === 'ban')) return subscribeWords.banned
  return subscribeWords.refused
}

/** Random enough that no two consents of one person share it; it guards no secret. */
function newConsentId(): string {
  const part = () => Math.floor(Math.random() * 0x1_0000_0000).toString(36)
  return `${Date.now().toString(36)}-${part()}-${part()}`
}
