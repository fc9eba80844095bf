import './index.scss'
import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, type ReactNode, useEffect } from 'react'
import type { Instant } from '../../../shared/calendar/model'
import { aria } from '../../platform/aria'
import { useDisplay } from '../../theme/display'
import { Guard } from '../Guard'
import { OfflineStrip } from '../OfflineStrip'
import { Roof } from '../Roof'
import { TabBar, type TabName } from '../TabBar'
import { TopBar } from '../TopBar'

type Props = PropsWithChildren<{
  /** The bar's title; on WeChat the native bar shows the one in index.config.ts. */
  title: string
  /** A home page: what stands under the roof. An inner page has none. */
  roof?: ReactNode
  /** A home page of the tab bar: which tab it is. */
  tab?: TabName
  /** The one main action, fixed at the bottom: one or two `Button`s. */
  footer?: ReactNode
  /** Above the footer: what came of the last tap on it. */
  said?: string
  /** When the page shows a copy from the phone because the network is gone: when it was stored. */
  copyFrom?: Instant
}>

const BAR = {
  roof: { light: '#124C43', dark: '#0D2F2A' },
  wall: { light: '#F4EEE2', dark: '#121917' },
} as const

/** The root of every page: it carries theme and size, and draws what pages have in common. */
export function Page({ title, roof, tab, footer, said, copyFrom, children }: Props) {
  const { className, dark } = useDisplay()
  const hasRoof = roof !== undefined
  useNativeBar(hasRoof, dark)
  const below = tab ? 'page-tab' : footer ? 'page-bar' : 'page-end'
  return (
    <View className={`page ${className} ${below}`}>
      {hasRoof ? <Roof title={title}>{roof}</Roof> : <TopBar title={title} />}
      <View className="page-in">
        {copyFrom ? <OfflineStrip copyFrom={copyFrom} /> : null}
        <Guard>{children}</Guard>
      </View>
      {footer ? (
        <View className="bar">
          {said ? (
            <View className="bar-said" {...aria({ role: 'status' })}>
              {said}
            </View>
          ) : null}
          <View className="bar-in">{footer}</View>
        </View>
      ) : null}
      {tab ? <TabBar current={tab} /> : null}
    </View>
  )
}

/** WeChat's own bar and the wall behind the page take the theme that was chosen in the app. */
function useNativeBar(hasRoof: boolean, dark: boolean) {
  const paint = () => {
    const shade = dark ? 'dark' : 'light'
    if (process.env.TARO_ENV === 'h5') {
      document.body.style.backgroundColor = BAR.wall[shade]
      return
    }
    const isDarkBar = hasRoof || dark
    Taro.setNavigationBarColor({
      frontColor: isDarkBar ? '#ffffff' : '#000000',
      backgroundColor: BAR[hasRoof ? 'roof' : 'wall'][shade],
    }).catch(ignoreLeftPage)
    Taro.setBackgroundColor({ backgroundColor: BAR.wall[shade] })
  }
  useDidShow(paint)
  useEffect(paint, [hasRoof, dark])
}

/** The page may be gone before WeChat paints its bar; there is nothing left to paint then. */
function ignoreLeftPage() {}
