import './index.scss'
import { Text, View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import { noticeWords } from '../../words/notice'

/** The square 公示 seal of a posted notice; gone when it is withdrawn. It imitates no organ's seal. */
export function Seal() {
  return (
    <View className="seal" {...aria({ hidden: true })}>
      <View className="seal-in">
        {noticeWords.seal.map(character => (
          <Text key={character}>{character}</Text>
        ))}
      </View>
    </View>
  )
}
