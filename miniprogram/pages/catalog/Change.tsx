import './change.scss'
import { Text, View } from '@tarojs/components'
import type { EditionChange } from '../../../shared/contract/catalog'
import { itemWords } from '../../words/catalog'

/** One change of an edition: what, from what to what, and why where the district said so. */
export function Change({ change }: { change: EditionChange }) {
  return (
    <View className="change">
      <View className="change-k">{change.text}</View>
      <View className="change-v">
        {change.before ? (
          <>
            <Text className="change-old">{change.before}</Text>
            <Text> → </Text>
          </>
        ) : null}
        {change.after ? <Text className="b">{change.after}</Text> : null}
        {change.reason ? <View className="s c2">{itemWords.reason(change.reason)}</View> : null}
      </View>
    </View>
  )
}
