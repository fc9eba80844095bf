import './index.scss'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../../platform/aria'
import { progressWords } from '../../words/progress'
import { Icon } from '../Icon'

export type TimelineItem = {
  id: string
  name: string
  /** `stopped`: refused or withdrawn there. `drawn`: of a procedure as such, where nobody stands anywhere. */
  state: 'done' | 'now' | 'ahead' | 'stopped' | 'drawn'
  /** Under the name: who does it, and what there is to know. */
  under?: ReactNode
  /** At the right of the name: when it was done, or what it waits for. */
  side?: string
}

/** Steps from top to bottom: a tick for what is done, an amber box for where one is, a number for what comes. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <View {...aria({ role: 'list' })}>
      {items.map((item, index) => (
        <Step key={item.id} item={item} number={index + 1} last={index === items.length - 1} />
      ))}
    </View>
  )
}

function Step({ item, number, last }: { item: TimelineItem; number: number; last: boolean }) {
  return (
    <View
      className={`tl tl-${item.state}`}
      {...aria({ role: 'listitem', label: progressWords.stepOf(number, item.name, item.state) })}
    >
      <View className="tl-rail">
        <View className="tl-mark">
          <Mark state={item.state} number={number} />
        </View>
        {last ? null : <View className="tl-line" />}
      </View>
      <View className="tl-body">
        <View className="tl-title">
          <View className="tl-name">{item.name}</View>
          {item.side ? <View className="tl-side">{item.side}</View> : null}
        </View>
        {item.under ? <View className="tl-under">{item.under}</View> : null}
      </View>
    </View>
  )
}

function Mark({ state, number }: { state: TimelineItem['state']; number: number }) {
  if (state === 'done') return <Icon name="check" />
  if (state === 'stopped') return <Icon name="minus" />
  return <Text>{number}</Text>
}
