import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { beijingDate } from '../../../shared/calendar/date'
import type { DataOf } from '../../../shared/contract'
import { useServerNow } from '../../cloud/server-time'
import { Button } from '../../components/Button'
import { aria } from '../../platform/aria'
import { calculatorWords } from '../../words/calculator'
import { catalogWords } from '../../words/catalog'
import { itemUrl } from '../catalog/links'
import { DeadlineSheet } from './DeadlineSheet'
import { WindowSheet } from './WindowSheet'

type Props = {
  page: DataOf<'catalog', 'item'>
  district: string
  template?: string
  onChange: () => void
}

/** For one item: by when it must be disclosed, and until when a notice of it hangs. */
export function Reckoner({ page, district, template, onChange }: Props) {
  const { item, edition } = page
  const today = beijingDate(useServerNow())
  const [eventDate, setEventDate] = useState(today)
  return (
    <View>
      <View className="calc-head">
        <View className="s c2">{catalogWords.edition(edition)}</View>
        <View className="calc-title" {...aria({ role: 'heading', level: 1 })}>
          {item.name}
        </View>
        <View className="calc-links">
          <Button small look="soft" word={calculatorWords.change} onTap={onChange} />
          <Button
            small
            look="soft"
            word={calculatorWords.seeItem}
            onTap={() => Taro.navigateTo({ url: itemUrl(district, item.id) })}
          />
        </View>
      </View>
      <DeadlineSheet
        item={item}
        district={district}
        today={today}
        eventDate={eventDate}
        onChange={setEventDate}
      />
      <WindowSheet item={item} district={district} today={today} template={template} />
    </View>
  )
}
