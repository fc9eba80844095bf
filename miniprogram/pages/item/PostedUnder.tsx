import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Instant } from '../../../shared/calendar/model'
import type { BoardStatus } from '../../../shared/contract/notices'
import { faceState } from '../../../shared/publicity/face'
import { call } from '../../cloud/call'
import { useHomeUnit } from '../../cloud/places'
import { useLoaded } from '../../cloud/use-loaded'
import { NoticeCard } from '../../components/NoticeCard'
import type { ChosenUnit } from '../../components/UnitPicker'
import { aria } from '../../platform/aria'
import { itemWords } from '../../words/catalog'

type Props = { itemId: string; districtId: string; now: Instant }

/** What hangs, or has hung, on the home board under this item. Nothing where home is in another district. */
export function PostedUnder({ itemId, districtId, now }: Props) {
  const home = useHomeUnit()
  if (home?.districtId !== districtId) return null
  return <OnBoard key={home.code} unit={home} itemId={itemId} now={now} />
}

/** The last few that have closed are enough here; the board has them all. */
const MOST_CLOSED = 5

function OnBoard({ unit, itemId, now }: { unit: ChosenUnit; itemId: string; now: Instant }) {
  const running = useNotices(unit.code, itemId, 'open')
  const closed = useNotices(unit.code, itemId, 'closed')
  if (!running.data || !closed.data) return null
  const notices = [...running.data.notices, ...closed.data.notices.slice(0, MOST_CLOSED)]
  if (notices.length === 0) return <View className="section">{itemWords.postedNone(unit.name)}</View>
  return (
    <View>
      <View className="section" {...aria({ role: 'heading', level: 2 })}>
        {itemWords.postedIn(unit.name)}
      </View>
      {notices.map(notice => (
        <NoticeCard
          key={notice.id}
          notice={notice}
          state={faceState(notice.window, now)}
          onOpen={() => Taro.navigateTo({ url: `/pages/notice/index?id=${notice.id}` })}
        />
      ))}
    </View>
  )
}

function useNotices(unit: string, item: string, status: BoardStatus) {
  return useLoaded(`list:${unit}:${status}:${item}`, () => call('notices', 'list', { unit, item, status }))
}
