import './index.scss'
import { Text, View } from '@tarojs/components'
import { beijingDate } from '../../../shared/calendar/date'
import { dateWords, weekdayWords } from '../../../shared/calendar/words'
import type { NoticeCard as Notice } from '../../../shared/contract/notices'
import type { WindowState } from '../../../shared/publicity/model'
import { common } from '../../words/common'
import { noticeWords } from '../../words/notice'
import { windowWords } from '../../words/window'
import { Chip, PhaseChip } from '../Chip'
import { Icon } from '../Icon'
import { Ring } from '../Ring'
import { Tap } from '../Tap'
import { DaysLeft } from '../TimePanel/DaysLeft'

type Props = {
  notice: Notice
  /** Where its window stands now: `windowState(notice.window, now)`. */
  state: WindowState
  onOpen: () => void
}

/** A notice on a list. Time comes first: the ring, what is left, the date; then the title. */
export function NoticeCard({ notice, state, onOpen }: Props) {
  const isWithdrawn = notice.status === 'withdrawn'
  return (
    <Tap className="card" role="link" onTap={onOpen}>
      <View className="row">
        <Ring state={state} size="s" />
        <View className="card-time">
          <View className="grow">
            <View className="card-state">
              {isWithdrawn ? (
                <Chip tone="closed" word={common.withdrawn} />
              ) : (
                <PhaseChip phase={state.phase} />
              )}
              {notice.example ? <Text className="mark card-mark">{common.example}</Text> : null}
            </View>
            <DaysLeft state={state} firstDay={notice.window.countedDays[0]} />
          </View>
          <CloseDate notice={notice} state={state} />
        </View>
      </View>
      <View className="card-h">{noticeWords.listTitle(notice.title)}</View>
      <View className="card-f">
        {footOf(notice)}
        <Icon name="right" small />
      </View>
    </Tap>
  )
}

/** Beside the days that are left; under them where the type is large. */
function CloseDate({ notice, state }: { notice: Notice; state: WindowState }) {
  const { lastDay } = notice.window
  if (lastDay === null) return null
  return (
    <View className="card-due">
      <Text className="card-date">{dateWords(lastDay)}</Text>{' '}
      <Text className="card-day">{weekdayWords(lastDay) + dueWord(state)}</Text>
    </View>
  )
}

/** 明天截止 stands beside it already where the close is near. */
function dueWord(state: WindowState): string {
  if (state.phase === 'closed') return windowWords.closed
  return state.phase === 'closing' ? '' : windowWords.closes
}

function footOf(notice: Notice): string {
  const posted = noticeWords.postedOn(dateWords(beijingDate(notice.window.postedAt)))
  const households = notice.households === null ? [] : [noticeWords.households(notice.households)]
  return [notice.publisher, posted, ...households].join(' · ')
}
