import './index.scss'
import { View } from '@tarojs/components'

type Props = {
  steps: string[]
  /** Index of the step the person is at. */
  current: number
}

/** Where one is in a form of several steps: 选事项 · 填内容 · 看公示期 · 张贴. */
export function StepBar({ steps, current }: Props) {
  return (
    <View className="steps">
      {steps.map((step, index) => (
        <View className={`step ${lookOf(index, current)}`} key={step}>
          <View className="step-bar" />
          {step}
        </View>
      ))}
    </View>
  )
}

function lookOf(index: number, current: number): string {
  if (index === current) return 'step-on'
  return index < current ? 'step-done' : ''
}
