import { Text, View } from '@tarojs/components'
import { dateWithWeekday } from '../../../shared/calendar/words'
import type { DataOf } from '../../../shared/contract'
import type { ItemPage } from '../../../shared/contract/catalog'
import type { DeadlineRule } from '../../../shared/publicity/model'
import { periodWords, reckoningNotes } from '../../../shared/publicity/reckoning-words'
import { call } from '../../cloud/call'
import { useLoaded } from '../../cloud/use-loaded'
import { Icon } from '../../components/Icon'
import { KeyValue } from '../../components/KeyValue'
import { Sheet } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { itemWords } from '../../words/catalog'
import { common } from '../../words/common'
import { eventOf } from '../../words/event'

type Reckoned = DataOf<'catalog', 'reckon'>['deadlines'][number]
type Props = { item: ItemPage; districtId: string; onCalculate: () => void }

/** By when: the figure, from which day it counts, and what it comes to for a matter of today. */
export function Limit({ item, districtId, onCalculate }: Props) {
  const reckoned = useLoaded(item.deadlines.length > 0 ? `reckon:${districtId}:${item.id}` : null, () =>
    call('catalog', 'reckon', { district: districtId, item: item.id }),
  )
  const title = item.mode === 'on-request' ? itemWords.replyTitle : itemWords.limitTitle
  const exampleOf = (rule: DeadlineRule) => reckoned.data?.deadlines.find(one => isSame(one.rule, rule))

  if (item.deadlines.length === 0) {
    return (
      <Sheet>
        <View className="b l">{itemWords.noLimitTitle}</View>
        {item.templates.some(({ windowRule }) => windowRule) ? (
          <View className="c2">{itemWords.noLimitWhy}</View>
        ) : null}
      </Sheet>
    )
  }
  return (
    <Sheet>
      <View className="s c2">{title}</View>
      {item.deadlines.map(rule => (
        <View key={rule.basis + rule.countsFrom} className="limit">
          <Figure rule={rule} />
          {reckoned.problem ? null : <Example item={item} reckoned={exampleOf(rule)} />}
        </View>
      ))}
      {item.statutory ? (
        <BothLimits
          promise={item.deadlines[0]}
          statutory={item.statutory}
          exampleOf={rule => exampleOf(rule)?.reckoning.lastDay}
        />
      ) : null}
      <Tap className="limit-link" role="link" onTap={onCalculate}>
        <Icon name="calendar" />
        <Text>{itemWords.otherDate}</Text>
      </Tap>
    </Sheet>
  )
}

function isSame(one: DeadlineRule, other: DeadlineRule): boolean {
  return one.days === other.days && one.unit === other.unit && one.countsFrom === other.countsFrom
}

function Figure({ rule }: { rule: DeadlineRule }) {
  return (
    <View className="limit-f">
      <View className="limit-figure">
        <Text className="limit-n num">{rule.days}</Text>
        <Text className="limit-unit">{itemWords.within(rule.unit)}</Text>
      </View>
      <View className="limit-from">{itemWords.countsFrom(rule.countsFrom)}</View>
    </View>
  )
}

/** For a matter of today, with the days that are not counted said one by one. */
function Example({ item, reckoned }: { item: ItemPage; reckoned?: Reckoned }) {
  if (!reckoned) return <View className="limit-eg">{itemWords.reckoning}</View>
  const { rule, reckoning } = reckoned
  const event = eventOf(rule.countsFrom).plain
  return (
    <View className="limit-eg">
      <View>
        <Text>{itemWords.example}</Text>
        <Text>{itemWords.exampleFrom(dateWithWeekday(reckoning.eventDate), event)} </Text>
        <Text className="b c1 nowrap">{dateWithWeekday(reckoning.lastDay)}</Text>
        <Text> {itemWords.exampleTo[item.mode]}</Text>
        {reckoning.provisional ? <Text className="mark limit-mark">{common.provisional}</Text> : null}
      </View>
      {reckoningNotes(reckoning, event).map(note => (
        <View className="limit-r" key={note.dates + note.text}>
          {note.dates ? <Text className="limit-d">{note.dates}</Text> : null}
          <Text className="grow">{note.text}</Text>
        </View>
      ))}
    </View>
  )
}

type BothProps = {
  promise?: DeadlineRule
  statutory: DeadlineRule
  exampleOf: (rule: DeadlineRule) => string | undefined
}

/** What the district promises beside what the law allows. */
function BothLimits({ promise, statutory, exampleOf }: BothProps) {
  const line = (rule: DeadlineRule) => {
    const lastDay = exampleOf(rule)
    return (
      <>
        <Text className="b">{periodWords(rule.days, rule.unit)}</Text>
        {lastDay ? <Text className="c2 nowrap"> {itemWords.latest(dateWithWeekday(lastDay))}</Text> : null}
        <View className="s c3">{rule.basis}</View>
      </>
    )
  }
  return (
    <View className="limit-both">
      {promise ? <KeyValue label={itemWords.promise}>{line(promise)}</KeyValue> : null}
      <KeyValue label={itemWords.statutory}>{line(statutory)}</KeyValue>
    </View>
  )
}
