import './index.scss'
import { Text, View } from '@tarojs/components'
import type { CalendarDate } from '../../../shared/calendar/model'
import { dateWords, weekdayWords } from '../../../shared/calendar/words'
import type { WindowState } from '../../../shared/publicity/model'
import { common } from '../../words/common'
import { windowWords } from '../../words/window'
import { PhaseChip } from '../Chip'
import { Ring } from '../Ring'
import { DaysLeft } from './DaysLeft'

type Props = {
  state: WindowState
  /** Null for a long-term notice. */
  lastDay: CalendarDate | null
  provisional: boolean
  /** The first counted day, said while it is still to come. */
  firstDay?: CalendarDate
}

/** A window at a glance: the large ring, what is left, until when. */
export function TimePanel({ state, lastDay, provisional, firstDay }: Props) {
  return (
    <View className="time">
      <Ring state={state} size="l" />
      <View className="time-words">
        <PhaseChip phase={state.phase} />
        <DaysLeft state={state} firstDay={firstDay} />
        {lastDay ? (
          <Until lastDay={lastDay} closed={state.phase === 'closed'} />
        ) : (
          <View className="s c2">{common.noEnd}</View>
        )}
        {provisional ? (
          <View className="s t-pending">
            <Text className="mark">{common.provisional}</Text> {windowWords.provisional}
          </View>
        ) : null}
      </View>
    </View>
  )
}

function Until({ lastDay, closed }: { lastDay: CalendarDate; closed: boolean }) {
  const after = closed
    ? `${weekdayWords(lastDay)}${windowWords.closed}`
    : `${weekdayWords(lastDay)}，${windowWords.lastDayCounts}`
  return (
    <View className="time-until">
      <View>
        {closed ? null : <Text>{windowWords.until} </Text>}
        <Text className="b c1">{dateWords(lastDay)}</Text>
      </View>
      <View>{after}</View>
    </View>
  )
}
