import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { DataOf } from '../../../shared/contract'
import { Button } from '../../components/Button'
import { KeyValue } from '../../components/KeyValue'
import { Sheet } from '../../components/Sheet'
import { mineWords } from '../../words/mine'

type Me = DataOf<'members', 'me'>

/** Who the platform says one is, and the offices one holds. Never guessed from the phone. */
export function IdentitySheet({ me }: { me: Me }) {
  const hasDesk = me.posts.some(post => post.mayPost || post.handles || post.seesRegister)
  return (
    <Sheet title={mineWords.identity} icon="person">
      {me.posts.map(post => (
        <KeyValue key={`${post.unit}|${post.role}`} label={post.unitName}>
          {mineWords.role[post.role]}
        </KeyValue>
      ))}
      {me.posts.length === 0 ? (
        <View className="l">{me.signedIn ? mineWords.resident : mineWords.visitor}</View>
      ) : null}
      {me.signedIn ? null : <View className="mine-note">{mineWords.visitorNote}</View>}
      {me.personId && !hasDesk ? <OwnNumber personId={me.personId} /> : null}
      {hasDesk ? (
        <View className="mine-action">
          <Button icon="edit" word={mineWords.desk} onTap={openDesk} />
        </View>
      ) : null}
    </Sheet>
  )
}

function OwnNumber({ personId }: { personId: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    void Taro.setClipboardData({ data: personId }).then(() => setCopied(true))
  }
  return (
    <View className="mine-number">
      <View className="row">
        <View className="grow">
          <View className="s c3">{mineWords.number}</View>
          <Text className="mine-id" selectable userSelect>
            {personId}
          </Text>
        </View>
        <Button small look="soft" word={isCopied ? mineWords.copied : mineWords.copy} onTap={copy} />
      </View>
      <View className="mine-note">{mineWords.numberNote}</View>
    </View>
  )
}

function openDesk() {
  void Taro.navigateTo({ url: '/desk/home/index' })
}
