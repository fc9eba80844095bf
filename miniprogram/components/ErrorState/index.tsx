import './index.scss'
import { View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import { common } from '../../words/common'
import { Button } from '../Button'
import { Icon } from '../Icon'
import { Sheet } from '../Sheet'

type Props = {
  /** What happened: 没打开. */
  title: string
  /** What it means for the reader and what to do; a `CallError`'s message. */
  text: string
  onRetry?: () => void
  /** Set where the phone keeps a copy. */
  onSeeLast?: () => void
}

/** Amber, not red: an error is nobody's fault and not overdue. */
export function ErrorState({ title, text, onRetry, onSeeLast }: Props) {
  return (
    <Sheet>
      <View className="row top" {...aria({ role: 'alert' })}>
        <Icon name="warn" className="error-icon" />
        <View className="grow">
          <View className="b l">{title}</View>
          <View className="error-text">{text}</View>
          <View className="error-actions">
            {onRetry ? <Button small icon="redo" word={common.retry} onTap={onRetry} /> : null}
            {onSeeLast ? <Button small look="line" word={common.seeLast} onTap={onSeeLast} /> : null}
          </View>
        </View>
      </View>
    </Sheet>
  )
}
