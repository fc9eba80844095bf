import { Text, View } from '@tarojs/components'
import { dateWords } from '../../../shared/calendar/words'
import type { NoticeForm } from '../../../shared/contract/catalog'
import type { NoticePage, PublicList } from '../../../shared/contract/notices'
import { KeyValue } from '../../components/KeyValue'
import { Note } from '../../components/Note'
import { Sheet } from '../../components/Sheet'
import { deskWords } from '../../words/desk'
import { isNameList } from './name-list'

const words = deskWords.preview
const NAMES_SHOWN = 4

/** The notice as the village will see it, and what vanishes with the close. */
export function Seen({ form, notice }: { form: NoticeForm; notice: NoticePage }) {
  const { list } = notice
  return (
    <Sheet title={words.seen} icon="eye">
      <KeyValue label={words.title}>
        <Text className="b">{notice.title}</Text>
      </KeyValue>
      <KeyValue label={words.publisher}>{notice.publisher}</KeyValue>
      {notice.body ? <KeyValue label={words.text}>{notice.body}</KeyValue> : null}
      {list && list.total > 0 ? (
        <KeyValue label={isNameList(form) ? words.names : words.table} last>
          {listWords(list)}
        </KeyValue>
      ) : null}
      <View className="seen-fate">
        <Note tone="pending">
          {list?.goneFrom ? (
            <>
              <Text className="b">{words.goes(dateWords(list.goneFrom))}</Text>
              <Text>{words.goesWhat}</Text>
            </>
          ) : (
            words.stays
          )}
        </Note>
      </View>
    </Sheet>
  )
}

function listWords({ columns, rows, total, names }: PublicList): string {
  if (names === 'elsewhere') return words.elsewhere
  const [first] = columns
  const shown = first ? rows.slice(0, NAMES_SHOWN).map(row => row[first.key] ?? '') : []
  return (rows.length > NAMES_SHOWN ? words.first : words.whole)(shown.join('　'), total)
}
