import { CustomWrapper, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Instant } from '../../../shared/calendar/model'
import { faceState } from '../../../shared/publicity/face'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { NoticeCard } from '../../components/NoticeCard'
import { CardSkeleton } from '../../components/Skeleton'
import { boardWords } from '../../words/board'
import type { NoticePages } from './use-notice-pages'

type Props = {
  list: NoticePages
  now: Instant
  /** Said when there is none. */
  empty: string
  emptyWhy?: string
}

/** Cards, or why there are none: loading, nothing there, a problem. */
export function NoticeList({ list, now, empty, emptyWhy = boardWords.emptyWhy }: Props) {
  const { notices, problem } = list
  if (problem) {
    return (
      <ErrorState
        title={problem.title}
        text={problem.message}
        onRetry={() => void list.reload()}
        onSeeLast={list.seeCopy}
      />
    )
  }
  if (notices === null) return <CardSkeleton />
  if (notices.length === 0) return <EmptyState icon="board" title={empty} text={emptyWhy} />
  return (
    <View>
      {notices.map(notice => (
        // A wrapper of its own keeps a change of one card from being sent with the whole page.
        <CustomWrapper key={notice.id}>
          <NoticeCard
            notice={notice}
            state={faceState(notice.window, now)}
            onOpen={() => Taro.navigateTo({ url: `/pages/notice/index?id=${notice.id}` })}
          />
        </CustomWrapper>
      ))}
      {list.moreProblem ? <View className="board-end">{list.moreProblem.message}</View> : null}
      {list.hasMore ? (
        <View className="board-more">
          <Button
            look="soft"
            word={boardWords.more}
            busyWord={list.isLoadingMore ? boardWords.loadingMore : undefined}
            onTap={list.loadMore}
          />
        </View>
      ) : null}
    </View>
  )
}
