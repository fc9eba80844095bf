import './index.scss'
import { Text, View } from '@tarojs/components'
import type { CalendarDate } from '../../../shared/calendar/model'
import { dateWords } from '../../../shared/calendar/words'
import type { WindowState } from '../../../shared/publicity/model'
import { windowWords } from '../../words/window'
import { toneOf } from '../Chip'

type Props = {
  state: WindowState
  /** The first counted day, said while it is still to come. */
  firstDay: CalendarDate | undefined
}

/** `还剩 4 天`, `明天截止`, `10月9日起算`, `公示满 7 天`: the one large line of a window. */
export function DaysLeft({ state, firstDay }: Props) {
  return <View className={`left t-${toneOf(state.phase)}`}>{lineOf(state, firstDay)}</View>
}

function lineOf(state: WindowState, firstDay: CalendarDate | undefined) {
  if (state.phase === 'posted' && firstDay) return windowWords.countsFrom(dateWords(firstDay))
  if (state.phase === 'long-term') return windowWords.staysUp
  if (state.phase === 'closed') return windowWords.stoodFor(state.total)
  if (state.calendarDaysToLast === 0) return windowWords.closesToday
  if (state.calendarDaysToLast === 1) return windowWords.closesTomorrow
  return (
    <>
      {windowWords.left}
      <Text className="left-figure num">{state.daysLeft}</Text>
      {windowWords.day}
    </>
  )
}
