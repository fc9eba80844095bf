import { View } from '@tarojs/components'
import type { MessageOffer } from '../../../shared/contract/subscriptions'
import { Button } from '../../components/Button'
import { Note } from '../../components/Note'
import { Sheet } from '../../components/Sheet'
import { canAsk } from '../../subscribe/ask-consent'
import { useTopUp } from '../../subscribe/use-top-up'
import { mineWords } from '../../words/mine'
import { subscribeWords } from '../../words/subscribe'

/** How many messages of each kind are left, with one more to be had by one tap. */
export function MessagesSheet({ messages }: { messages: MessageOffer[] }) {
  const { busyWith, said, topUp } = useTopUp()
  return (
    <Sheet title={mineWords.messages} icon="say">
      <View className="mine-note">{mineWords.messagesNote}</View>
      {messages.map(offer => (
        <View key={offer.event}>
          <View className="mine-row">
            <View className="grow">
              <View className="b">{offer.title}</View>
              <View className="s c2">{leftOf(offer)}</View>
            </View>
            {canAsk ? (
              <Button
                small
                look="soft"
                word={mineWords.add}
                busyWord={busyWith === offer.event ? subscribeWords.busy : undefined}
                onTap={() => topUp(offer)}
              />
            ) : null}
          </View>
          {said?.event === offer.event ? <Note tone="pending">{said.text}</Note> : null}
          {offer.banned ? <Note tone="closing">{subscribeWords.banned}</Note> : null}
        </View>
      ))}
    </Sheet>
  )
}

function leftOf(offer: MessageOffer): string {
  if (offer.banned) return mineWords.off
  const isStanding = offer.kind === 'long-term' && offer.remaining > 0
  return isStanding ? mineWords.standing : mineWords.left(offer.remaining)
}
