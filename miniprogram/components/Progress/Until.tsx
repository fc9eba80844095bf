import { Text, View } from '@tarojs/components'
import type { Progress } from '../../../shared/application/page'
import type { Instant } from '../../../shared/calendar/model'
import { dateWithWeekday } from '../../../shared/calendar/words'
import { progressWords as words } from '../../words/progress'
import { daysOver, isOpen, isOverdue, lastDayOf } from './phase'

/** Until when, and where the limit comes from; a suggested one says that it is no rule, none says that none is. */
export function Until({ progress, now }: { progress: Progress; now: Instant }) {
  const { limit, publicity } = progress
  const closesAt = publicity && isOpen(publicity, now) ? publicity.closesAt : null
  if (limit === null && closesAt) {
    return (
      <View>
        <Text className="b">{dateWithWeekday(lastDayOf(closesAt))}</Text>
        <Text className="c2">{words.publicity.last}</Text>
      </View>
    )
  }
  if (limit === null) return <Text>{withoutLimit(progress)}</Text>
  return (
    <>
      <LimitDay limit={limit} now={now} />
      {limit.provisional ? <View className="s t-pending">{words.provisional}</View> : null}
      <View className="s c2">{limit.words}</View>
    </>
  )
}

function withoutLimit({ awaited, withApplicant }: Progress): string {
  if (awaited) return words.noSupplyLimit
  return withApplicant ? words.noOwnLimit : words.noLimit
}

function LimitDay({ limit, now }: { limit: NonNullable<Progress['limit']>; now: Instant }) {
  const { phase, dueOn } = limit
  if (phase === 'paused') return <View>{words.paused}</View>
  if (phase === 'begun') return <View>{words.begun}</View>
  if (dueOn === null) return <View>{words.undated}</View>
  const day = dateWithWeekday(dueOn)
  if (phase === 'free') return <View>{words.free(day)}</View>
  if (limit.atLeast) return <View>{words.atLeast(day)}</View>
  if (isOverdue(limit, now)) {
    return (
      <View className="t-late">
        <Text className="b">{day}</Text>
        <Text>{words.daysOver(daysOver(limit, now))}</Text>
      </View>
    )
  }
  return (
    <View>
      <Text className="b">{day}</Text>
      <Text className="c2">{words.lastDayCounts}</Text>
    </View>
  )
}
