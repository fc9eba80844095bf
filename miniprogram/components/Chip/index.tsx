import './index.scss'
import { View } from '@tarojs/components'
import type { WindowState } from '../../../shared/publicity/model'
import { common } from '../../words/common'
import { Icon, type IconName } from '../Icon'

/** A state has a colour, a shape and a word; `late` is the one that may be red. */
export type Tone = 'open' | 'closing' | 'closed' | 'pending' | 'late'

export const shapeOf: Record<Tone, IconName> = {
  open: 'disc',
  closing: 'triangle',
  closed: 'square',
  pending: 'hollow',
  late: 'diamond',
}

const toneOfPhase: Record<WindowState['phase'], Tone> = {
  posted: 'pending',
  open: 'open',
  closing: 'closing',
  closed: 'closed',
  'long-term': 'open',
}

export function toneOf(phase: WindowState['phase']): Tone {
  return toneOfPhase[phase]
}

type Props = { tone: Tone; word: string; plain?: boolean }

/** Shape + word + colour. `plain` leaves the shape away where the chip names a kind and not a state. */
export function Chip({ tone, word, plain }: Props) {
  return (
    <View className={`chip chip-${tone}`}>
      {plain ? null : <Icon name={shapeOf[tone]} />}
      {word}
    </View>
  )
}

/** The chip of a window's state. */
export function PhaseChip({ phase }: { phase: WindowState['phase'] }) {
  return <Chip tone={toneOf(phase)} word={common.phase[phase]} />
}
