import { View } from '@tarojs/components'

export default function Notice() {
  return <View />
}
