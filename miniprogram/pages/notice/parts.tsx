import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { beijingDate } from '../../../shared/calendar/date'
import type { Instant } from '../../../shared/calendar/model'
import { dateWithWeekday, dateWords, instantWords } from '../../../shared/calendar/words'
import type { NoticePage } from '../../../shared/contract/notices'
import type { WindowState } from '../../../shared/publicity/model'
import { reckoningNotes } from '../../../shared/publicity/reckoning-words'
import { Icon } from '../../components/Icon'
import { KeyValue } from '../../components/KeyValue'
import { Note } from '../../components/Note'
import { Seal } from '../../components/Seal'
import { Sheet, SheetTitle } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { TimePanel } from '../../components/TimePanel'
import { WindowCalendar } from '../../components/WindowCalendar'
import { aria } from '../../platform/aria'
import { common } from '../../words/common'
import { noticeWords } from '../../words/notice'
import { windowWords } from '../../words/window'
import { callPhone, phoneIn } from './phone'

type Part = { notice: NoticePage }

/** Title and seal, who posted it, when, and where else it hangs. */
export function Head({ notice }: Part) {
  const posted = noticeWords.postedAt(dateWords(beijingDate(notice.window.postedAt)))
  return (
    <View className="notice-head">
      <View className="grow">
        <View className="notice-title" {...aria({ role: 'heading', level: 1 })}>
          {notice.title}
        </View>
        <View className="s c2">
          <Text>{notice.publisher}</Text>
          {saysExample(notice) ? <Text className="mark notice-mark">{common.example}</Text> : null}
        </View>
        <View className="s c2">
          {notice.channels.length > 0
            ? `${posted} · ${noticeWords.alsoAt(notice.channels.join('、'))}`
            : posted}
        </View>
      </View>
      {notice.status === 'withdrawn' ? null : <Seal />}
    </View>
  )
}

/** 示例 stands once, even where the publisher's name says it too. */
function saysExample({ example, publisher }: NoticePage): boolean {
  return example && !publisher.includes(common.example)
}

export function Changes({ changes }: { changes: NoticePage['changes'] }) {
  if (changes.length === 0) return null
  return (
    <Sheet title={noticeWords.changed} icon="edit">
      {changes.map(change => (
        <Note key={change.at + change.text} tone="closing">
          <View className="s c2">{instantWords(change.at)}</View>
          {change.text}
        </Note>
      ))}
    </Sheet>
  )
}

/** The window at a glance, then how its days were counted. */
export function Time({ notice, state, now }: Part & { state: WindowState; now: Instant }) {
  const { reckoning } = notice.window
  return (
    <Sheet>
      <TimePanel
        state={state}
        lastDay={notice.face.lastDay}
        provisional={notice.face.provisional}
        firstDay={notice.face.countedDays[0]}
      />
      {reckoning ? (
        <>
          <View className="hr notice-hr" />
          <SheetTitle icon="calendar" title={windowWords.howCounted(reckoning.days)} />
          <WindowCalendar
            reckoning={reckoning}
            today={beijingDate(now)}
            event={windowWords.posted}
            notes={reckoningNotes(reckoning)}
          />
        </>
      ) : null}
    </Sheet>
  )
}

/** The official text as it hangs in the village, then its parts one by one. */
export function Contents({ notice }: Part) {
  const isEmpty = notice.body === '' && notice.fields.length === 0
  if (isEmpty) return null
  return (
    <Sheet title={noticeWords.contents} icon="paper">
      {paragraphs(notice.body).map(paragraph => (
        <View className="notice-p" key={paragraph}>
          {paragraph}
        </View>
      ))}
      {notice.publicitySentence ? <View className="notice-p">{notice.publicitySentence}</View> : null}
      {notice.fields.map((field, index) => (
        <KeyValue key={field.key} label={field.label} last={index === notice.fields.length - 1}>
          {field.value}
        </KeyValue>
      ))}
    </Sheet>
  )
}

/** Where 我有意见 leads. */
export const OBJECTION = 'objection'

export function HowToObject({ notice }: Part) {
  const { contacts } = notice
  const words = noticeWords.contact
  const isEmpty = notice.objectionSentence === '' && !Object.values(contacts).some(Boolean)
  if (isEmpty) return null
  return (
    <Sheet id={OBJECTION} title={noticeWords.howToObject} icon="say">
      {notice.objectionSentence ? <View className="notice-p">{notice.objectionSentence}</View> : null}
      {contacts.unit ? <KeyValue label={words.unit}>{contacts.unit}</KeyValue> : null}
      {contacts.phone ? (
        <KeyValue label={words.phone}>
          <Phone text={contacts.phone} />
        </KeyValue>
      ) : null}
      {contacts.address ? <KeyValue label={words.address}>{contacts.address}</KeyValue> : null}
      {contacts.hours ? <KeyValue label={words.hours}>{contacts.hours}</KeyValue> : null}
      {contacts.supervisionPhone ? (
        <KeyValue label={words.supervision} last>
          <Phone text={contacts.supervisionPhone} />
        </KeyValue>
      ) : null}
    </Sheet>
  )
}

function Phone({ text }: { text: string }) {
  const phone = phoneIn(text)
  if (!phone) return <Text>{text}</Text>
  return (
    <Tap
      className="notice-phone"
      role="link"
      label={noticeWords.callTo(phone)}
      onTap={() => callPhone(phone)}
    >
      <Icon name="phone" small />
      <Text>{text}</Text>
    </Tap>
  )
}

/** What it rests on: the catalog's item, who must publish and where, by when, and the documents. */
export function Sources({ notice }: Part) {
  const openItem = () =>
    Taro.navigateTo({
      url: `/pages/item/index?district=${notice.districtId}&item=${encodeURIComponent(notice.itemId)}`,
    })
  return (
    <Sheet title={noticeWords.basis} icon="book">
      <KeyValue label={noticeWords.item}>
        <Tap className="notice-link" role="link" onTap={openItem}>
          <Text>{notice.itemName}</Text>
          <Icon name="right" small />
        </Tap>
      </KeyValue>
      <KeyValue label={noticeWords.publisher}>
        {notice.catalogPublishers.map(publisher => (
          <View key={publisher.name}>
            <Text>{publisher.name}</Text>
            {publisher.successor ? (
              <Text className="s c3"> {noticeWords.nowCalled(publisher.successor)}</Text>
            ) : null}
          </View>
        ))}
      </KeyValue>
      {notice.deadline ? (
        <KeyValue label={noticeWords.deadline}>{dateWithWeekday(notice.deadline.lastDay)}</KeyValue>
      ) : null}
      {notice.basis.length > 0 ? (
        <KeyValue label={noticeWords.documents} last>
          {notice.basis.map(line => (
            <View className="s c2" key={line}>
              {line}
            </View>
          ))}
        </KeyValue>
      ) : null}
    </Sheet>
  )
}

function paragraphs(text: string): string[] {
  return text.split('\n').filter(line => line.trim() !== '')
}
