import './index.scss'
import { Text, View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import { shapeOf, type Tone } from '../Chip'
import { Icon } from '../Icon'
import { Tap } from '../Tap'

export type Segment<V extends string> = { value: V; word: string; count?: number; tone?: Tone }

type Props<V extends string> = {
  label: string
  segments: Segment<V>[]
  value: V
  onChange: (value: V) => void
}

/** A choice of two to four that stand side by side, e.g. 公示中 · 即将截止 · 已结束. */
export function Segments<V extends string>({ label, segments, value, onChange }: Props<V>) {
  return (
    <View className="seg" {...aria({ role: 'tablist', label })}>
      {segments.map(segment => (
        <Tap
          key={segment.value}
          role="tab"
          selected={segment.value === value}
          className={`seg-i ${segment.value === value ? 'seg-on' : ''}`}
          onTap={() => onChange(segment.value)}
        >
          <View className="seg-w">
            {segment.tone ? <Icon name={shapeOf[segment.tone]} className={`t-${segment.tone}`} /> : null}
            <Text>{segment.word}</Text>
          </View>
          {segment.count === undefined ? null : <Text className="seg-n num">{segment.count}</Text>}
        </Tap>
      ))}
    </View>
  )
}
