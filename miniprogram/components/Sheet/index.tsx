import './index.scss'
import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { aria } from '../../platform/aria'
import { Icon, type IconName } from '../Icon'

type Props = PropsWithChildren<{
  title?: string
  icon?: IconName
  /** At the right of the title: a small button, a chip, a date. */
  side?: ReactNode
  className?: string
  /** For a button that leads here. */
  id?: string
}>

/** A sheet of paper on the wall: every part of a page lies on one. */
export function Sheet({ title, icon, side, className = '', id, children }: Props) {
  return (
    <View id={id} className={`sheet ${className}`}>
      {title ? <SheetTitle title={title} icon={icon} side={side} /> : null}
      {children}
    </View>
  )
}

/** The title of a sheet, or of a second part of it. */
export function SheetTitle({ title, icon, side }: { title: string; icon?: IconName; side?: ReactNode }) {
  return (
    <View className="sheet-h">
      <View className="sheet-t" {...aria({ role: 'heading', level: 2 })}>
        {icon ? <Icon name={icon} /> : null}
        <Text>{title}</Text>
      </View>
      {side}
    </View>
  )
}
