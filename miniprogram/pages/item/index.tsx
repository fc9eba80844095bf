import { View } from '@tarojs/components'

export default function Item() {
  return <View />
}
