import { View } from '@tarojs/components'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import type { Instant } from '../../../shared/calendar/model'
import type { NoticePage } from '../../../shared/contract/notices'
import { faceState } from '../../../shared/publicity/face'
import type { WindowState } from '../../../shared/publicity/model'
import { Button } from '../../components/Button'
import { NameTable } from '../../components/NameTable'
import { Note } from '../../components/Note'
import { Page } from '../../components/Page'
import { SummaryFour } from '../../components/SummaryFour'
import { type Reminder, useReminder } from '../../subscribe/use-reminder'
import { noticeWords } from '../../words/notice'
import { subscribeWords } from '../../words/subscribe'
import { Changes, Contents, Head, HowToObject, OBJECTION, Sources, Time } from './parts'

type Props = { notice: NoticePage; now: Instant; copyFrom?: Instant }

/** A notice, from what a villager asks first to what an official asks last. */
export function NoticeBody({ notice, now, copyFrom }: Props) {
  const state = faceState(notice.face, now)
  const isWithdrawn = notice.status === 'withdrawn'
  const reminder = useReminder({
    kind: 'notice',
    target: notice.id,
    events: ['notice-closing', 'notice-closed', 'calendar-settled'],
  })
  useShareAppMessage(() => ({ title: notice.title, path: `/pages/notice/index?id=${notice.id}` }))

  return (
    <Page
      title={noticeWords.page}
      copyFrom={copyFrom}
      said={reminder.said}
      footer={isWithdrawn ? undefined : footerOf(state, reminder)}
    >
      <Head notice={notice} />
      {isWithdrawn ? <Withdrawn reason={notice.withdrawnReason} /> : null}
      <SummaryFour plain={notice.plain} />
      <Changes changes={notice.changes} />
      {isWithdrawn ? null : <Time notice={notice} state={state} now={now} />}
      <Contents notice={notice} />
      {notice.list && notice.list.names !== 'none' ? <NameTable list={notice.list} /> : null}
      {isWithdrawn ? null : <HowToObject notice={notice} />}
      <Sources notice={notice} />
      {reminder.follows && state.phase !== 'closed' ? (
        <View className="notice-follow">
          {noticeWords.reminding(reminder.remaining)}
          <Button small look="soft" word={noticeWords.stopReminding} onTap={reminder.unfollow} />
        </View>
      ) : null}
    </Page>
  )
}

function Withdrawn({ reason }: { reason: string | null }) {
  return (
    <View className="notice-withdrawn">
      <Note>
        <View className="b">{noticeWords.withdrawnTitle}</View>
        {reason}
      </Note>
    </View>
  )
}

/** After the close there is nothing to be reminded of, and no more to object to. */
function footerOf(state: WindowState, reminder: Reminder) {
  if (state.phase === 'closed') return undefined
  const canBeReminded = reminder.canRemind && state.phase !== 'long-term'
  return (
    <>
      <Button
        look={canBeReminded ? 'line' : 'main'}
        icon="say"
        word={noticeWords.haveOpinion}
        onTap={() => Taro.pageScrollTo({ selector: `#${OBJECTION}` })}
      />
      {canBeReminded ? (
        <Button
          icon="bell"
          word={
            reminder.remaining > 0 && reminder.follows ? subscribeWords.again : subscribeWords.beforeClose
          }
          busyWord={reminder.isBusy ? subscribeWords.busy : undefined}
          onTap={reminder.remind}
        />
      ) : null}
    </>
  )
}
