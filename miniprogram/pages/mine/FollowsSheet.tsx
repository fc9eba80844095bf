import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { type Problem, problemOf } from '../../cloud/errors'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { Note } from '../../components/Note'
import { Sheet } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { type Mine, putSubscriptions } from '../../subscribe/subscriptions'
import { mineWords } from '../../words/mine'

type Follow = Mine['follows'][number]

/** The boards, items and notices one follows, each to be opened or let go. */
export function FollowsSheet({ follows }: { follows: Follow[] }) {
  const [problem, setProblem] = useState<Problem | null>(null)

  const unfollow = ({ kind, target }: Follow) => {
    setProblem(null)
    call('subscriptions', 'unfollow', { kind, target })
      .then(putSubscriptions)
      .catch(error => setProblem(problemOf(error)))
  }

  if (follows.length === 0) {
    return <EmptyState icon="bell" title={mineWords.noFollows} text={mineWords.noFollowsWhy} />
  }
  return (
    <Sheet title={mineWords.follows} icon="bell">
      {problem ? <Note tone="closing">{problem.message}</Note> : null}
      {follows.map(follow => (
        <View key={`${follow.kind}:${follow.target}`} className="mine-row">
          <FollowName follow={follow} />
          <Button small look="soft" word={mineWords.unfollow} onTap={() => unfollow(follow)} />
        </View>
      ))}
    </Sheet>
  )
}

/** A board is read on 公示, where one's own is chosen; all else has a page of its own. */
function FollowName({ follow }: { follow: Follow }) {
  const words = (
    <>
      <View className="b">{follow.name}</View>
      <View className="s c3">{mineWords.followKind[follow.kind]}</View>
    </>
  )
  const url = pageOf(follow)
  if (url === null) return <View className="grow">{words}</View>
  return (
    <Tap className="grow" role="link" onTap={() => Taro.navigateTo({ url })}>
      <View>{words}</View>
    </Tap>
  )
}

function pageOf({ kind, target }: Follow): string | null {
  switch (kind) {
    case 'unit':
      return null
    case 'notice':
      return `/pages/notice/index?id=${target}`
    case 'item': {
      const [district = '', ...item] = target.split('/')
      return `/pages/item/index?district=${district}&item=${encodeURIComponent(item.join('/'))}`
    }
    case 'application':
      return `/pages/track/index?code=${target}`
    case 'desk':
      return `/desk/cases/index?unit=${encodeURIComponent(target)}`
  }
}
