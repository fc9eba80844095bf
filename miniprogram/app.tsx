import './platform/aria-runtime'
import './app.scss'
import Taro, { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { startOutbox } from './applying/outbox'
import { followSystemTheme } from './theme/display'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp') Taro.cloud.init(CLOUD_ENV ? { env: CLOUD_ENV } : {})
    followSystemTheme()
    startOutbox()
  })
  return children
}
