import { View } from '@tarojs/components'

/**
 * WeChat wants this component once the built-in tab bar is switched off. It draws nothing: each home page
 * draws `TabBar` itself, so that the bar takes the page's theme and size, on the web too.
 */
export default function NoTabBar() {
  return <View />
}
