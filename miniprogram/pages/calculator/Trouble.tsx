import { View } from '@tarojs/components'
import type { Problem } from '../../cloud/errors'
import { Button } from '../../components/Button'
import { Note } from '../../components/Note'
import { aria } from '../../platform/aria'
import { calculatorWords } from '../../words/calculator'
import { common } from '../../words/common'

type Props = { problem: Problem | null; isBusy: boolean; onRetry: () => void }

/** Inside a sheet: that the answer is on its way, or why it did not come. */
export function Trouble({ problem, isBusy, onRetry }: Props) {
  if (problem) {
    return (
      <Note tone="closing">
        <View {...aria({ role: 'alert' })}>{problem.message}</View>
        <View className="trouble-retry">
          <Button small look="line" icon="redo" word={common.retry} onTap={onRetry} />
        </View>
      </Note>
    )
  }
  if (!isBusy) return null
  return (
    <View className="c3" {...aria({ role: 'status' })}>
      {calculatorWords.reckoning}
    </View>
  )
}
