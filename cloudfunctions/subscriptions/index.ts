import { subscriptionsContract } from '../../shared/contract/subscriptions'
import { action, serve } from '../kit/serve'
import { consent } from './consent'
import { follow, unfollow } from './follow'
import { mine } from './mine'

/** What a person follows, and how many messages (次数) the person has agreed to. */
export const main = serve<typeof subscriptionsContract>({
  mine: action(subscriptionsContract.mine, mine),
  follow: action(subscriptionsContract.follow, follow),
  unfollow: action(subscriptionsContract.unfollow, unfollow),
  consent: action(subscriptionsContract.consent, consent),
})
