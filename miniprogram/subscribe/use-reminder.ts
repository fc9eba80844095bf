import { useState } from 'react'
import type { MessageOffer } from '../../shared/contract/subscriptions'
import type { FollowKind } from '../../shared/subscription/model'
import { call } from '../cloud/call'
import { problemOf } from '../cloud/errors'
import { subscribeWords } from '../words/subscribe'
import { askConsent, canAsk } from './ask-consent'
import { countConsent, saidOf } from './count-consent'
import { putSubscriptions, useSubscriptions } from './subscriptions'

type Wish = {
  kind: FollowKind
  target: string
  /** The messages wanted, the one that is counted first. */
  events: [MessageOffer['event'], ...MessageOffer['event'][]]
}

export type Reminder = {
  /** False where no message can come: on the web, or for a visitor. Then the page shows no such button. */
  canRemind: boolean
  follows: boolean
  /** Messages of the first event that are still to come. */
  remaining: number
  isBusy: boolean
  /** What came of the last tap, for the page to show; empty at first. */
  said: string
  /** Asks WeChat, counts the answer, and follows. To be called straight from a tap. */
  remind: () => void
  unfollow: () => void
}

/** 提醒我: one tap asks for the messages that matter here and follows the matter. */
export function useReminder({ kind, target, events }: Wish): Reminder {
  const subscriptions = useSubscriptions()
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const mine = subscriptions.known === 'yes' ? subscriptions.mine : null
  const offers = mine ? events.flatMap(event => mine.messages.filter(offer => offer.event === event)) : []

  const run = async (work: () => Promise<string>) => {
    setBusy(true)
    try {
      setSaid(await work())
    } catch (error) {
      setSaid(problemOf(error).message)
    } finally {
      setBusy(false)
    }
  }

  const remind = () => {
    const asking = askConsent(offers)
    void run(async () => {
      const results = await asking
      await countConsent(results)
      const isGranted = results.some(result => result.outcome === 'accept')
      if (isGranted) putSubscriptions(await call('subscriptions', 'follow', { kind, target }))
      return saidOf(results)
    })
  }

  const unfollow = () =>
    void run(async () => {
      putSubscriptions(await call('subscriptions', 'unfollow', { kind, target }))
      return subscribeWords.unfollowed
    })

  return {
    canRemind: canAsk && offers.length > 0,
    follows: mine?.follows.some(one => one.kind === kind && one.target === target) ?? false,
    remaining: offers[0]?.remaining ?? 0,
    isBusy,
    said,
    remind,
    unfollow,
  }
}
