import './index.scss'
import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from '../../platform/aria'

type Props = PropsWithChildren<{ title: string }>

/** The tiled roof over a home page's board, with its eave. On WeChat the native bar above has its colour. */
export function Roof({ title, children }: Props) {
  return (
    <View>
      <View className="roof">
        <View className="roof-in">
          {process.env.TARO_ENV === 'h5' ? <View className="roof-title">{title}</View> : null}
          {children}
        </View>
      </View>
      <View className="eave" {...aria({ hidden: true })}>
        <View className="eave-part eave-shade" />
        <View className="eave-part" />
      </View>
    </View>
  )
}

/** The large line under the roof: a village's name, 今天要办 2 件. */
export function RoofLine({ children }: PropsWithChildren) {
  return (
    <View className="roof-line" {...aria({ role: 'heading', level: 1 })}>
      {children}
    </View>
  )
}

/** The quiet line below it. */
export function RoofNote({ children }: PropsWithChildren) {
  return <View className="roof-note">{children}</View>
}
