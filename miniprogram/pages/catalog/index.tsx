import { View } from '@tarojs/components'

export default function Catalog() {
  return <View />
}
