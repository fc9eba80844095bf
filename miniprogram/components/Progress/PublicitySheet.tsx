import './index.scss'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Progress } from '../../../shared/application/page'
import type { Instant } from '../../../shared/calendar/model'
import { dateWithWeekday } from '../../../shared/calendar/words'
import { progressWords } from '../../words/progress'
import { Button } from '../Button'
import { KeyValue } from '../KeyValue'
import { Sheet } from '../Sheet'
import { isOpen, lastDayOf } from './phase'

const words = progressWords.publicity

type Publicity = NonNullable<Progress['publicity']>

/** The notice that the step waits for: until which day, what was objected, and the way to it. */
export function PublicitySheet({ publicity, now }: { publicity: Publicity; now: Instant }) {
  const { noticeId, objections, unanswered } = publicity
  return (
    <Sheet title={words.title} icon="board">
      <State publicity={publicity} now={now} />
      <KeyValue label={words.days}>{publicity.words}</KeyValue>
      {objections > 0 ? (
        <KeyValue label={words.objections}>
          {words.got(objections)}
          {unanswered > 0 ? words.unanswered(unanswered) : words.answered}
        </KeyValue>
      ) : null}
      {noticeId ? (
        <View className="stand-link">
          <Button
            small
            look="soft"
            icon="eye"
            word={words.see}
            onTap={() => Taro.navigateTo({ url: `/pages/notice/index?id=${noticeId}` })}
          />
        </View>
      ) : null}
    </Sheet>
  )
}

function State({ publicity, now }: { publicity: Publicity; now: Instant }) {
  const { phase, closesAt } = publicity
  if (isOpen(publicity, now) && closesAt) {
    return (
      <View>
        <Text className="b t-open">{words.open}</Text>
        <Text>{words.until(dateWithWeekday(lastDayOf(closesAt)))}</Text>
      </View>
    )
  }
  return <View className="b">{phase === 'open' ? words.closed : words[phase]}</View>
}
