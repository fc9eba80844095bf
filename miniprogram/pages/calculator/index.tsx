import { View } from '@tarojs/components'

export default function Calculator() {
  return <View />
}
