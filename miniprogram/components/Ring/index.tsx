import './index.scss'
import { Text, View } from '@tarojs/components'
import type { WindowState } from '../../../shared/publicity/model'
import { aria } from '../../platform/aria'
import { common } from '../../words/common'
import { windowWords } from '../../words/window'
import { toneOf } from '../Chip'
import { Icon } from '../Icon'

/** Beyond this a segment a day is too thin to see: one arc is drawn. The masks in index.scss end here too. */
const MOST_SEGMENTS = 16

type Props = {
  state: WindowState
  /** s on a card, l in the time panel. */
  size: 's' | 'l'
}

/**
 * A window as a ring: a segment a day, today's thicker. The shape is a mask from the style sheet, the days
 * gone are an angle, so a card costs a few bytes of setData and no picture.
 */
export function Ring({ state, size }: Props) {
  const segments = state.total <= MOST_SEGMENTS ? state.total : 0
  const hasToday = segments > 0 && state.day > 0 && state.phase !== 'closed' && state.phase !== 'long-term'
  return (
    <View
      className={`ring ring-${size} ring-${toneOf(state.phase)}`}
      {...aria({ role: 'img', label: said(state) })}
    >
      <View className={`rg rg-${segments}`} style={`--gone:${degreesGone(state)}deg`} />
      {hasToday ? (
        <View
          className={`rg rt-${segments}`}
          style={`transform:rotate(${degreesOf(state, state.day - 1)}deg)`}
        />
      ) : null}
      {size === 's' ? <SmallFace state={state} /> : <LargeFace state={state} />}
    </View>
  )
}

function SmallFace({ state }: { state: WindowState }) {
  if (state.phase === 'closed') return <Mark name="check" />
  if (state.phase === 'long-term') return <Mark name="eye" />
  return (
    <View className="rf rf-s num" {...aria({ hidden: true })}>
      {state.day}
      <Text className="rf-of">{`/${state.total}`}</Text>
    </View>
  )
}

function LargeFace({ state }: { state: WindowState }) {
  if (state.phase === 'closed') return <Mark name="check" />
  if (state.phase === 'long-term') return <Mark name="eye" />
  const hasBegun = state.day > 0
  return (
    <View className="rf rf-l" {...aria({ hidden: true })}>
      <View className="rf-day">
        <Text>{hasBegun ? windowWords.nth : windowWords.all}</Text>
        <Text className="rf-figure num">{hasBegun ? state.day : state.total}</Text>
        <Text>{windowWords.day}</Text>
      </View>
      <Text className="rf-total">{hasBegun ? windowWords.of(state.total) : windowWords.notBegun}</Text>
    </View>
  )
}

function Mark({ name }: { name: 'check' | 'eye' }) {
  return (
    <View className="rf rf-mark">
      <Icon name={name} />
    </View>
  )
}

function degreesOf(state: WindowState, days: number): number {
  return Math.round((days / state.total) * 3600) / 10
}

function degreesGone(state: WindowState): number {
  if (state.phase === 'closed' || state.phase === 'long-term') return 360
  return state.total > 0 ? degreesOf(state, state.day) : 0
}

function said(state: WindowState): string {
  if (state.phase === 'closed') return common.over
  if (state.phase === 'long-term') return common.noEnd
  if (state.day === 0) return common.notBegun(state.total)
  return common.dayOf(state.day, state.total)
}
