import './index.scss'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from '../../platform/aria'
import { common } from '../../words/common'
import { Icon, type IconName } from '../Icon'
import { Tap } from '../Tap'

export type TabName = keyof typeof common.tabs

const tabs: { name: TabName; icon: IconName }[] = [
  { name: 'notices', icon: 'board' },
  { name: 'catalog', icon: 'book' },
  { name: 'services', icon: 'path' },
  { name: 'mine', icon: 'person' },
]

/** The homes of the app. Own, so that it grows with the elder size and turns with the theme. */
export function TabBar({ current }: { current: TabName }) {
  return (
    <View className="tabs" {...aria({ role: 'tablist' })}>
      <View className="tabs-in">
        {tabs.map(({ name, icon }) => (
          <Tap
            key={name}
            role="tab"
            className={`tab ${name === current ? 'tab-on' : ''}`}
            selected={name === current}
            onTap={() => name !== current && Taro.switchTab({ url: `/pages/${name}/index` })}
          >
            <Icon name={icon} />
            <Text>{common.tabs[name]}</Text>
          </Tap>
        ))}
      </View>
    </View>
  )
}
