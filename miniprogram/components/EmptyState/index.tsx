import './index.scss'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../Icon'
import { Sheet } from '../Sheet'

type Props = {
  icon: IconName
  /** What is not there. */
  title: string
  /** Why. */
  text?: string
  /** One next step: a soft, small `Button`. */
  action?: ReactNode
}

export function EmptyState({ icon, title, text, action }: Props) {
  return (
    <Sheet className="empty">
      <Icon name={icon} className="empty-icon" />
      <View className="b l">{title}</View>
      {text ? <View className="empty-text">{text}</View> : null}
      {action ? <View className="empty-action">{action}</View> : null}
    </Sheet>
  )
}
