import { View } from '@tarojs/components'
import { fullDateWords, weekdayWords } from '../../../shared/calendar/words'
import { KeyValue } from '../../components/KeyValue'
import { Sheet } from '../../components/Sheet'
import { progressWords } from '../../words/progress'
import type { OwnApplication } from './own-application'

const words = progressWords.granted

/** What came of it: since when it holds, and when it will be looked at again (动态管理). */
export function RegisterSheet({ register }: { register: NonNullable<OwnApplication['register']> }) {
  const { status, since, until, people, reason, reviewDueOn } = register
  const isOut = status === 'out'
  return (
    <Sheet title={isOut ? words.outTitle : words.title} icon="tick">
      <KeyValue label={words.since}>{fullDateWords(since)}</KeyValue>
      {people !== null ? <KeyValue label={words.people}>{words.count(people)}</KeyValue> : null}
      {isOut && until ? <KeyValue label={words.outTitle}>{words.out(fullDateWords(until))}</KeyValue> : null}
      {reason ? <KeyValue label={isOut ? words.reason : words.change}>{reason}</KeyValue> : null}
      {isOut ? null : (
        <KeyValue label={words.review}>
          {reviewDueOn ? (
            <>
              <View className="b">{`${fullDateWords(reviewDueOn)} ${weekdayWords(reviewDueOn)}`}</View>
              <View className="s c2">{words.reviewText}</View>
            </>
          ) : (
            words.noReview
          )}
        </KeyValue>
      )}
    </Sheet>
  )
}
