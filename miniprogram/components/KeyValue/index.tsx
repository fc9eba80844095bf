import './index.scss'
import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'

/** A label and what stands for it; stacked where the type is large. The last of a group has no line below. */
export function KeyValue({ label, last, children }: PropsWithChildren<{ label: string; last?: boolean }>) {
  return (
    <View className={`kv ${last ? 'kv-last' : ''}`}>
      <View className="kv-k">{label}</View>
      <View className="kv-v">{children}</View>
    </View>
  )
}
