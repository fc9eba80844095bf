import { View } from '@tarojs/components'

export default function DeskHome() {
  return <View />
}
