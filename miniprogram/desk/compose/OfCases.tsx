import { View } from '@tarojs/components'
import { Note } from '../../components/Note'
import { caseWords } from '../../words/desk-cases'

const words = caseWords.compose

/** Said where the draft came from cases: whose names stand in it, and that none may be dropped in silence. */
export function OfCases({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <View className="save-note">
      <Note tone="pending">
        <View className="b">{words.from(count)}</View>
        <View>{words.fromWhy}</View>
      </Note>
    </View>
  )
}
