import './index.scss'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { dateWords } from '../../../shared/calendar/words'
import type { PublicList } from '../../../shared/contract/notices'
import { noticeWords } from '../../words/notice'
import { Icon } from '../Icon'
import { Sheet } from '../Sheet'
import { Tap } from '../Tap'

const SHOWN_AT_FIRST = 5
/** More columns than this do not fit side by side on a phone: each row becomes a small card. */
const COLUMNS_SIDE_BY_SIDE = 3

/** The public list of a notice, masked by the server, with a word on when the names go. */
export function NameTable({ list }: { list: PublicList }) {
  const words = noticeWords.names
  const [isWhole, setWhole] = useState(false)
  const rows = isWhole ? list.rows : list.rows.slice(0, SHOWN_AT_FIRST)
  const isWide = list.columns.length <= COLUMNS_SIDE_BY_SIDE
  const hasMore = list.rows.length > SHOWN_AT_FIRST
  return (
    <Sheet title={words.title(list.total)} icon="people">
      {rows.length > 0 && isWide ? <Head list={list} /> : null}
      {rows.map((row, index) =>
        isWide ? (
          <WideRow key={numberOf(index)} number={numberOf(index)} list={list} row={row} />
        ) : (
          <StackedRow key={numberOf(index)} number={numberOf(index)} list={list} row={row} />
        ),
      )}
      {hasMore ? (
        <Tap className="more" onTap={() => setWhole(!isWhole)}>
          <Text>{isWhole ? words.less : words.more(list.rows.length)}</Text>
          {isWhole ? null : <Icon name="down" small />}
        </Tap>
      ) : null}
      <View className="why row top">
        <Icon name="vanish" small />
        <Text className="names-fate">{fateOf(list)}</Text>
      </View>
    </Sheet>
  )
}

type RowProps = { number: string; list: PublicList; row: Record<string, string> }

function Head({ list }: { list: PublicList }) {
  return (
    <View className="tbl-r tbl-h">
      <Text className="tbl-n">{noticeWords.names.number}</Text>
      {list.columns.map(column => (
        <Text className="tbl-c" key={column.key}>
          {column.label}
        </Text>
      ))}
    </View>
  )
}

function WideRow({ number, list, row }: RowProps) {
  return (
    <View className="tbl-r">
      <Text className="tbl-n">{number}</Text>
      {list.columns.map((column, index) => (
        <Text className={`tbl-c ${index === 0 ? 'b' : ''}`} key={column.key}>
          {row[column.key]}
        </Text>
      ))}
    </View>
  )
}

function StackedRow({ number, list, row }: RowProps) {
  const [name, ...rest] = list.columns
  return (
    <View className="tbl-r top tbl-stack">
      <Text className="tbl-n">{number}</Text>
      <View className="grow">
        {name ? <View className="b">{row[name.key]}</View> : null}
        {rest.map(column => (
          <View className="tbl-pair" key={column.key}>
            <Text className="tbl-k">{column.label}</Text>
            <Text className="grow">{row[column.key]}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}

function fateOf(list: PublicList): string {
  const words = noticeWords.names
  if (list.names === 'retired') return words.retired
  if (list.names === 'elsewhere') return words.elsewhere
  return words.masked + (list.goneFrom === null ? words.stays : words.goneFrom(dateWords(list.goneFrom)))
}

function numberOf(index: number): string {
  return String(index + 1)
}
