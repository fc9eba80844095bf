import { View } from '@tarojs/components'

export default function Notices() {
  return <View />
}
