import { Text, View } from '@tarojs/components'
import type { CalendarDate } from '../../../shared/calendar/model'
import { dateWords, weekdayWords } from '../../../shared/calendar/words'
import type { Reckoning } from '../../../shared/publicity/model'
import { calculatorWords } from '../../words/calculator'
import { common } from '../../words/common'
import { windowWords } from '../../words/window'

type Props = {
  word: string
  reckoning: Reckoning
  today: CalendarDate
  /** Say that the last day counts whole: of a window, where one may still object. */
  counts?: boolean
}

/** The answer: the last day, large, with its weekday; its year where it is another than this. */
export function LastDay({ word, reckoning, today, counts }: Props) {
  const { lastDay, provisional } = reckoning
  const year = lastDay.slice(0, 4)
  return (
    <View className="last">
      <View className="s c2">
        {word}
        {year === today.slice(0, 4) ? '' : ` ${calculatorWords.year(year)}`}
      </View>
      <View className="last-f">
        <Text className="last-date num">{dateWords(lastDay)}</Text>
        <Text className="b l nowrap">{weekdayWords(lastDay)}</Text>
        {provisional ? <Text className="mark last-mark">{common.provisional}</Text> : null}
      </View>
      {counts ? <View className="s c2">{windowWords.lastDayCounts}</View> : null}
    </View>
  )
}
