import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { beijingDate } from '../../../shared/calendar/date'
import { dateWords, weekdayWords } from '../../../shared/calendar/words'
import type { BoardStatus } from '../../../shared/contract/notices'
import { useServerNow } from '../../cloud/server-time'
import { Icon } from '../../components/Icon'
import { Page } from '../../components/Page'
import { RoofLine, RoofNote } from '../../components/Roof'
import { type Segment, Segments } from '../../components/Segments'
import { Tap } from '../../components/Tap'
import type { ChosenUnit } from '../../components/UnitPicker'
import { boardWords } from '../../words/board'
import { common } from '../../words/common'
import { NoticeList } from './NoticeList'
import { Search } from './Search'
import { TellMeStrip } from './TellMeStrip'
import { useNoticePages } from './use-notice-pages'

const segments: Segment<BoardStatus>[] = [
  { value: 'open', word: boardWords.open, tone: 'open' },
  { value: 'closing', word: boardWords.closing, tone: 'closing' },
  { value: 'closed', word: boardWords.closed, tone: 'closed' },
]

type Props = { unit: ChosenUnit; onChangePlace: () => void }

/** The board of one unit, by what runs, what closes soon, what has closed; or a search over the district. */
export function Board({ unit, onChangePlace }: Props) {
  const [status, setStatus] = useState<BoardStatus>('open')
  const [isSearching, setSearching] = useState(false)
  const list = useNoticePages({ unit: unit.code, status })
  const now = useServerNow()

  usePullDownRefresh(() => list.reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => {
    if (!isSearching) list.loadMore()
  })
  // Coming back from a notice or from the desk, the board shows what has changed meanwhile.
  useDidShow(() => {
    if (list.now) void list.reload()
  })

  const board = (
    <>
      <Segments label={boardWords.segments} segments={segments} value={status} onChange={setStatus} />
      <NoticeList list={list} now={now} empty={emptyTitle(status, unit.name)} />
      {status === 'open' ? <TellMeStrip unit={unit} /> : null}
    </>
  )
  return (
    <Page
      title={common.app}
      tab="notices"
      copyFrom={list.copyFrom ?? undefined}
      roof={
        <BoardRoof
          unit={unit}
          today={beijingDate(now)}
          isSearching={isSearching}
          onChangePlace={onChangePlace}
          onSearch={() => setSearching(!isSearching)}
        />
      }
    >
      {isSearching ? (
        <Search district={unit.districtId} now={now}>
          {board}
        </Search>
      ) : (
        board
      )}
    </Page>
  )
}

function emptyTitle(status: BoardStatus, unit: string): string {
  if (status === 'closed') return boardWords.emptyClosed
  return status === 'closing' ? boardWords.emptyClosing : boardWords.emptyOpen(unit)
}

type RoofProps = {
  unit: ChosenUnit
  today: string
  isSearching: boolean
  onChangePlace: () => void
  onSearch: () => void
}

function BoardRoof({ unit, today, isSearching, onChangePlace, onSearch }: RoofProps) {
  return (
    <View className="row">
      <View className="grow">
        <Tap className="board-place" label={`${unit.name}，${boardWords.change}`} onTap={onChangePlace}>
          <RoofLine>
            <Text>{unit.name}</Text>
            <Icon name="down" className="board-down" />
          </RoofLine>
          {unit.within ? <RoofNote>{unit.within}</RoofNote> : null}
        </Tap>
        <RoofNote>{boardWords.today(dateWords(today), weekdayWords(today))}</RoofNote>
      </View>
      <Tap
        className="board-search"
        label={isSearching ? boardWords.stopSearch : boardWords.search}
        onTap={onSearch}
      >
        {isSearching ? <Text>{boardWords.stopSearch}</Text> : <Icon name="search" />}
      </Tap>
    </View>
  )
}
