import { View } from '@tarojs/components'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import type { Instant } from '../../../shared/calendar/model'
import type { DataOf } from '../../../shared/contract'
import { itemTarget } from '../../../shared/subscription/topics'
import { Button } from '../../components/Button'
import { Page } from '../../components/Page'
import { useReminder } from '../../subscribe/use-reminder'
import { catalogWords, itemWords } from '../../words/catalog'
import { noticeWords } from '../../words/notice'
import { subscribeWords } from '../../words/subscribe'
import { calculatorUrl, itemUrl } from '../catalog/links'
import { Limit } from './Limit'
import { PostedUnder } from './PostedUnder'
import { Forms, Head, Readings, Remarks, Rules, WhatWhoWhere } from './parts'

export type ItemAnswer = DataOf<'catalog', 'item'>

type Props = { page: ItemAnswer; districtId: string; now: Instant; copyFrom?: Instant }

/** An item, from when it must be there to see, to where its rule came from. */
export function ItemBody({ page, districtId, now, copyFrom }: Props) {
  const { item, edition, changes } = page
  const reminder = useReminder({
    kind: 'item',
    target: itemTarget(districtId, item.id),
    events: ['notice-opened', 'notice-closing', 'notice-closed'],
  })
  const calculate = (template?: string) =>
    Taro.navigateTo({ url: calculatorUrl(districtId, item.id, template) })
  useShareAppMessage(() => ({ title: item.name, path: itemUrl(districtId, item.id) }))

  const isMore = reminder.follows && reminder.remaining > 0
  return (
    <Page
      title={catalogWords.title}
      copyFrom={copyFrom}
      said={reminder.said}
      footer={
        <>
          <Button
            look={reminder.canRemind ? 'line' : 'main'}
            icon={reminder.canRemind ? undefined : 'calendar'}
            word={itemWords.calculate}
            onTap={() => calculate()}
          />
          {reminder.canRemind ? (
            <Button
              icon="bell"
              word={isMore ? subscribeWords.again : subscribeWords.tellMe}
              busyWord={reminder.isBusy ? subscribeWords.busy : undefined}
              onTap={reminder.remind}
            />
          ) : null}
        </>
      }
    >
      <Head item={item} districtId={districtId} />
      <Limit item={item} districtId={districtId} onCalculate={() => calculate()} />
      <WhatWhoWhere item={item} />
      <Forms item={item} onOpen={calculate} />
      <Rules edition={edition} changes={changes} />
      <Readings item={item} />
      <Remarks item={item} />
      <PostedUnder itemId={item.id} districtId={districtId} now={now} />
      {reminder.follows ? (
        <View className="item-follow">
          {itemWords.following(reminder.remaining)}
          <Button small look="soft" word={noticeWords.stopReminding} onTap={reminder.unfollow} />
        </View>
      ) : null}
    </Page>
  )
}
