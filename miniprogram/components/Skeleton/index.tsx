import './index.scss'
import { View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import { common } from '../../words/common'

/** The shape of a notice card before its words are there. No spinner, no shimmer. */
export function CardSkeleton({ count = 3 }: { count?: number }) {
  return (
    <View {...aria({ role: 'status', label: common.loading })}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty shapes, all alike
        <View className="sk-card" key={index}>
          <View className="row">
            <View className="sk-ring" />
            <View className="sk-words">
              <View className="sk sk-chip" />
              <View className="sk sk-left" />
            </View>
          </View>
          <View className="sk sk-title" />
          <View className="sk sk-foot" />
        </View>
      ))}
    </View>
  )
}

/** The shape of a sheet of text: a title and some lines. */
export function SheetSkeleton({ count = 2 }: { count?: number }) {
  return (
    <View {...aria({ role: 'status', label: common.loading })}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty shapes, all alike
        <View className="sk-card" key={index}>
          <View className="sk sk-left" />
          <View className="sk sk-title" />
          <View className="sk sk-title" />
          <View className="sk sk-foot" />
        </View>
      ))}
    </View>
  )
}
