import { Text, View } from '@tarojs/components'
import type { Progress } from '../../../shared/application/page'
import { beijingDate } from '../../../shared/calendar/date'
import type { Instant } from '../../../shared/calendar/model'
import { dateWords } from '../../../shared/calendar/words'
import { Button } from '../../components/Button'
import { Note } from '../../components/Note'
import { Page } from '../../components/Page'
import { StandingSheet, StepsSheet } from '../../components/Progress'
import { WithdrawnNote } from '../../components/Progress/EndSheet'
import { PublicitySheet } from '../../components/Progress/PublicitySheet'
import { aria } from '../../platform/aria'
import { useReminder } from '../../subscribe/use-reminder'
import { common } from '../../words/common'
import { progressWords, trackWords as words } from '../../words/progress'
import { callPhone, phoneIn } from '../notice/phone'

type Props = { progress: Progress; now: Instant; copyFrom?: Instant; onAnother: () => void }

/**
 * Where a matter stands, for whoever has its code. What was asked for and why it was refused are written by hand
 * and may name people: here stand only how many and where to ask.
 */
export function Found({ progress, now, copyFrom, onAnother }: Props) {
  const { end, awaited, publicity, phone } = progress
  const reminder = useReminder({
    kind: 'application',
    target: progress.trackCode,
    events: ['application-step', 'materials-missing', 'application-decided'],
  })
  const number = phoneIn(phone)

  return (
    <Page
      title={words.page}
      copyFrom={copyFrom}
      said={reminder.said}
      footer={
        <>
          {number ? (
            <Button look="line" icon="phone" word={progressWords.ask} onTap={() => callPhone(number)} />
          ) : null}
          {reminder.canRemind && !end ? (
            <Button
              icon="bell"
              word={
                reminder.follows && reminder.remaining > 0 ? progressWords.remindAgain : progressWords.remind
              }
              busyWord={reminder.isBusy ? progressWords.reminderBusy : undefined}
              onTap={reminder.remind}
            />
          ) : (
            <Button look={number ? 'main' : 'line'} icon="search" word={words.another} onTap={onAnother} />
          )}
        </>
      }
    >
      <Head progress={progress} />
      <StandingSheet progress={progress} now={now} voice="code" />
      {awaited ? (
        <View className="stand-note">
          <Note tone="closing">
            <View className="b">{progressWords.missing.some}</View>
            {progressWords.missing.other}
          </Note>
        </View>
      ) : null}
      {end?.outcome === 'rejected' ? (
        <View className="stand-note">
          <Note>
            <View className="b">{progressWords.refusal.title}</View>
            {progressWords.refusal.other}
          </Note>
        </View>
      ) : null}
      {end?.outcome === 'withdrawn' ? <WithdrawnNote /> : null}
      {publicity ? <PublicitySheet publicity={publicity} now={now} /> : null}
      <StepsSheet progress={progress} voice="code" />
      <View className="track-foot">{words.onlyProgress}</View>
      <View className="track-another">
        <Button small look="soft" icon="search" word={words.another} onTap={onAnother} />
      </View>
    </Page>
  )
}

function Head({ progress }: { progress: Progress }) {
  const { procedureName, startedAt, caseNo, example } = progress
  const applied = progressWords.appliedOn(dateWords(beijingDate(startedAt)))
  return (
    <View className="track-head">
      <View className="track-title" {...aria({ role: 'heading', level: 1 })}>
        {procedureName}
      </View>
      <View className="s c2">
        <Text>{[applied, ''].join(' · ')}</Text>
        <Text className="track-no">{progressWords.caseNo(caseNo)}</Text>
        {example ? <Text className="mark">{common.example}</Text> : null}
      </View>
    </View>
  )
}
