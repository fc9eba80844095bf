import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { CasePage } from '../../../shared/application/page'
import { addDays, beijingDate } from '../../../shared/calendar/date'
import type { CalendarDate, Instant } from '../../../shared/calendar/model'
import { dateWithWeekday, dateWords } from '../../../shared/calendar/words'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { KeyValue } from '../../components/KeyValue'
import { Note } from '../../components/Note'
import { Sheet } from '../../components/Sheet'
import { aria } from '../../platform/aria'
import { common } from '../../words/common'
import { caseWords } from '../../words/desk-cases'
import { limitChip, limitSentence } from '../limit-face'
import { deskUrl } from '../links'

type Props = { page: CasePage; today: CalendarDate }

const words = caseWords.one

/** Whose case, of which procedure, and how long there is still. */
export function Head({ page, today }: Props) {
  const chip = page.limit ? limitChip(page.limit, today) : null
  return (
    <View className="case-head">
      <View className="s c2">{`${page.procedureName} · ${page.unitName}`}</View>
      <View className="case-name" {...aria({ role: 'heading', level: 1 })}>
        {page.subject.name}
      </View>
      <View className="case-chips">
        {page.end ? (
          <Chip tone="closed" word={words.ended[page.end.outcome]} />
        ) : chip ? (
          <Chip tone={chip.tone} word={chip.word} />
        ) : null}
        {page.example ? <Text className="mark c2">{common.example}</Text> : null}
        <Text className="s c3">{page.caseNo}</Text>
      </View>
    </View>
  )
}

/** The step it is at: in whose hands, since when, until when and why, what it waits for. */
export function Standing({ page, today }: Props) {
  const { limit, overall, end } = page
  if (end) return <Ended page={page} />
  return (
    <Sheet title={words.step} icon="clock">
      <View className="b l case-step">{page.stepName}</View>
      <KeyValue label={words.hands}>
        {page.withApplicant ? words.withHousehold : page.hands.join('、')}
      </KeyValue>
      <KeyValue label={words.since}>{dateWithWeekday(beijingDate(page.since))}</KeyValue>
      <KeyValue label={words.limit}>
        {limit ? (
          <>
            <View className={limit.phase === 'overdue' ? 'b t-late' : 'b'}>
              {limitSentence(limit) || limitChip(limit, today).word}
            </View>
            <View className="s c2">{limit.words}</View>
            {limit.provisional ? <View className="s t-closing">{caseWords.limit.provisional}</View> : null}
          </>
        ) : (
          caseWords.limit.none
        )}
      </KeyValue>
      {overall && limitSentence(overall) ? (
        <KeyValue label={words.overall}>{limitSentence(overall)}</KeyValue>
      ) : null}
      <KeyValue label={words.ground}>
        <Text className="s">{page.ground}</Text>
      </KeyValue>
      <Awaited page={page} />
      <Publicity page={page} />
    </Sheet>
  )
}

function Ended({ page }: Pick<Props, 'page'>) {
  const { end } = page
  if (!end) return null
  return (
    <Sheet title={words.ended[end.outcome]} icon="tick">
      <View>{words.endedAt(dateWithWeekday(beijingDate(end.at)))}</View>
      {end.grounds ? (
        <>
          <KeyValue label={caseWords.act.reason}>{end.grounds.reason}</KeyValue>
          <KeyValue label={caseWords.act.clause}>{end.grounds.clause}</KeyValue>
          <KeyValue label={caseWords.act.appeal}>{end.grounds.appeal}</KeyValue>
        </>
      ) : null}
    </Sheet>
  )
}

function Awaited({ page }: Pick<Props, 'page'>) {
  const { awaited, handsInForThem } = page
  if (!awaited) return null
  return (
    <Note tone="pending">
      <View className="b">{words.awaited(awaited.items.length)}</View>
      <View className="s">{words.awaitedSince(dateWords(beijingDate(awaited.since)))}</View>
      {awaited.items.map((item, index) => (
        <View key={item}>{`${index + 1}. ${item}`}</View>
      ))}
      {awaited.pause ? <View className="s">{awaited.pause}</View> : null}
      {handsInForThem ? (
        <Button
          small
          look="soft"
          icon="paper"
          word={words.handInForThem}
          onTap={() => Taro.navigateTo({ url: deskUrl.handIn(page.id) })}
        />
      ) : null}
    </Note>
  )
}

function Publicity({ page }: Pick<Props, 'page'>) {
  const { publicity } = page
  if (!publicity) return null
  const { noticeId, closesAt, objections, unanswered } = publicity
  return (
    <Note tone={unanswered > 0 ? 'closing' : 'pending'}>
      <View className="b">{caseWords.publicity[publicity.phase]}</View>
      {closesAt ? <View>{words.closes(dateWithWeekday(lastDayBefore(closesAt)))}</View> : null}
      <View className="s">{publicity.words}</View>
      {objections > 0 ? <View className="b">{words.objections(objections, unanswered)}</View> : null}
      {noticeId ? (
        <Button
          small
          look="soft"
          icon="eye"
          word={words.notice}
          onTap={() => Taro.navigateTo({ url: deskUrl.notice(noticeId) })}
        />
      ) : null}
    </Note>
  )
}

/** A window closes at 24:00 of its last day, which is an instant of the next. */
function lastDayBefore(closesAt: Instant): CalendarDate {
  return addDays(beijingDate(closesAt), -1)
}
