import { useState } from 'react'
import type { MessageOffer } from '../../shared/contract/subscriptions'
import { problemOf } from '../cloud/errors'
import { askConsent } from './ask-consent'
import { countConsent, saidOf } from './count-consent'

export type TopUp = {
  /** The event whose question is open, or null. */
  busyWith: MessageOffer['event'] | null
  /** What came of the last tap, and on which event. */
  said: { event: MessageOffer['event']; text: string } | null
  /** Asks WeChat for one more message. To be called straight from a tap. */
  topUp: (offer: MessageOffer) => void
}

/** 加 1 条: one more message of one event, without following anything new. */
export function useTopUp(): TopUp {
  const [busyWith, setBusyWith] = useState<TopUp['busyWith']>(null)
  const [said, setSaid] = useState<TopUp['said']>(null)

  const topUp = (offer: MessageOffer) => {
    const asking = askConsent([offer])
    setBusyWith(offer.event)
    const settle = (text: string) => {
      setSaid({ event: offer.event, text })
      setBusyWith(null)
    }
    asking
      .then(async results => {
        await countConsent(results)
        settle(saidOf(results))
      })
      .catch(error => settle(problemOf(error).message))
  }

  return { busyWith, said, topUp }
}
