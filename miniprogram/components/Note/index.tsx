import './index.scss'
import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'

type Props = PropsWithChildren<{
  /** closing: something to mind. pending: something that will happen. plain: for the record. */
  tone?: 'closing' | 'pending' | 'plain'
}>

/** A word in the margin: a change, something missing, what will vanish. */
export function Note({ tone = 'plain', children }: Props) {
  return <View className={`note note-${tone}`}>{children}</View>
}
