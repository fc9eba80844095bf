import './index.scss'
import { Text, View } from '@tarojs/components'
import type { Instant } from '../../../shared/calendar/model'
import { ageWords } from '../../format/age'
import { common } from '../../words/common'
import { Icon } from '../Icon'

/** Said above a page drawn from the phone's own copy: that there is no network, and how old the copy is. */
export function OfflineStrip({ copyFrom }: { copyFrom: Instant }) {
  return (
    <View className="strip">
      <Icon name="cloud" />
      <View className="strip-words">
        <Text className="b">{common.offline.title}</Text>
        <Text>{common.offline.copy(ageWords(copyFrom, phoneNow()))}</Text>
      </View>
    </View>
  )
}

/** Without a network there is only the phone's clock to go by, and the strip says so. */
function phoneNow(): Instant {
  return new Date().toISOString()
}
