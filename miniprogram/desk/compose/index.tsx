import { View } from '@tarojs/components'

export default function Compose() {
  return <View />
}
