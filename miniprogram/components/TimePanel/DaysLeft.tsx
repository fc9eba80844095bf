import './index.scss'
import { Text, View } from '@tarojs/components'
import type { WindowState } from '../../../shared/publicity/model'
import { windowWords } from '../../words/window'
import { toneOf } from '../Chip'

/** `还剩 4 天`, `明天截止`, `公示满 7 天`: the one large line of a window. */
export function DaysLeft({ state }: { state: WindowState }) {
  return <View className={`left t-${toneOf(state.phase)}`}>{lineOf(state)}</View>
}

function lineOf(state: WindowState) {
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
