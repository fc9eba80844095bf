import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { Tap } from '../../components/Tap'
import { aria } from '../../platform/aria'
import { useDisplay } from '../../theme/display'
import { common } from '../../words/common'

type Props = PropsWithChildren<{ title: string; footer: ReactNode; onClose: () => void }>

/** Covers the form while a part of it is written: a row of the list, a piece of a spreadsheet. */
export function Cover({ title, footer, onClose, children }: Props) {
  const { className } = useDisplay()
  return (
    <View className={`cover ${className}`} {...aria({ role: 'dialog', label: title })}>
      <View className="cover-head">
        <View className="cover-title" {...aria({ role: 'heading', level: 1 })}>
          {title}
        </View>
        <Tap className="cover-close" onTap={onClose}>
          {common.close}
        </Tap>
      </View>
      <View className="cover-in">{children}</View>
      <View className="bar">
        <View className="bar-in">{footer}</View>
      </View>
    </View>
  )
}
