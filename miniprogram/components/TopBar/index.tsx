import './index.scss'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { common } from '../../words/common'
import { Icon } from '../Icon'
import { Tap } from '../Tap'

/** The bar of an inner page, on the web only: WeChat draws its own. */
export function TopBar({ title }: { title: string }) {
  if (process.env.TARO_ENV !== 'h5') return null
  return (
    <View className="topbar">
      <Tap className="topbar-back" label={common.back} onTap={goBack}>
        <Icon name="back" />
      </Tap>
      <View className="topbar-title">{title}</View>
    </View>
  )
}

/** A page opened by its address has nothing behind it: then back means the home page. */
function goBack() {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else Taro.switchTab({ url: '/pages/notices/index' })
}
