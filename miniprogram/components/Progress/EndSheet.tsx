import { View } from '@tarojs/components'
import type { Progress } from '../../../shared/application/page'
import { progressWords } from '../../words/progress'
import { KeyValue } from '../KeyValue'
import { Note } from '../Note'
import { Sheet } from '../Sheet'

/** Refused: why, under which clause, and where to appeal, which a refusal must say. */
export function RefusalSheet({ grounds }: { grounds: NonNullable<Progress['end']>['grounds'] }) {
  const words = progressWords.refusal
  return (
    <Sheet title={words.title} icon="paper">
      {grounds ? (
        <>
          <KeyValue label={words.reason}>{grounds.reason}</KeyValue>
          <KeyValue label={words.clause}>{grounds.clause}</KeyValue>
          <KeyValue label={words.appeal}>{grounds.appeal}</KeyValue>
        </>
      ) : (
        <View>{words.notSaid}</View>
      )}
    </Sheet>
  )
}

export function WithdrawnNote() {
  const words = progressWords.withdrawn
  return (
    <View className="stand-note">
      <Note>
        <View className="b">{words.title}</View>
        {words.text}
      </Note>
    </View>
  )
}
