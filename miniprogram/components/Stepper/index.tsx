import './index.scss'
import { Text, View } from '@tarojs/components'
import { fieldWords } from '../../words/field'
import { Icon } from '../Icon'
import { Tap } from '../Tap'

type Props = {
  label: string
  /** The bounds, in words: 最少 7 天，只加不减. */
  hint: string
  value: number
  unit: string
  min: number
  max: number
  onChange: (value: number) => void
}

/** A number with a minus and a plus; what is not allowed looks hollow and does nothing. */
export function Stepper({ label, hint, value, unit, min, max, onChange }: Props) {
  return (
    <View className="stepper">
      <View className="stepper-words">
        <View className="b">{label}</View>
        <View className="s c3">{hint}</View>
      </View>
      <View className="stepper-set">
        <Step
          icon="minus"
          label={`${label}${fieldWords.less}`}
          allowed={value > min}
          onTap={() => onChange(value - 1)}
        />
        <View className="stepper-n">
          <Text className="stepper-value num">{value}</Text>
          <Text className="s c2"> {unit}</Text>
        </View>
        <Step
          icon="plus"
          label={`${label}${fieldWords.more}`}
          allowed={value < max}
          onTap={() => onChange(value + 1)}
        />
      </View>
    </View>
  )
}

type StepProps = { icon: 'minus' | 'plus'; label: string; allowed: boolean; onTap: () => void }

function Step({ icon, label, allowed, onTap }: StepProps) {
  return (
    <Tap
      className={`stepper-b ${allowed ? '' : 'stepper-no'}`}
      label={label}
      disabled={!allowed}
      onTap={onTap}
    >
      <Icon name={icon} />
    </Tap>
  )
}
