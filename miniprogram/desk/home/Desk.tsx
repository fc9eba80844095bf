import { CustomWrapper, Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, useState } from 'react'
import { beijingDate } from '../../../shared/calendar/date'
import type { Instant } from '../../../shared/calendar/model'
import { dateWords, instantWords, weekdayWords } from '../../../shared/calendar/words'
import type { DataOf } from '../../../shared/contract'
import type { DraftSummary } from '../../../shared/contract/notices'
import { villageNameOf } from '../../../shared/notice/village-name'
import { faceState } from '../../../shared/publicity/face'
import { call } from '../../cloud/call'
import { useServerNow } from '../../cloud/server-time'
import { type Loaded, useLoaded } from '../../cloud/use-loaded'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Icon } from '../../components/Icon'
import { NoticeCard } from '../../components/NoticeCard'
import { Page } from '../../components/Page'
import { RoofLine, RoofNote } from '../../components/Roof'
import { CardSkeleton } from '../../components/Skeleton'
import { Tap } from '../../components/Tap'
import { deskWords } from '../../words/desk'
import type { Draft } from '../compose/draft'
import { unsentDrafts } from '../phone-drafts'
import { DeskCases } from './DeskCases'
import { deskOrder, type PostedSummary, runningOf } from './desk-order'
import type { Office } from './offices'

/** The desk of one unit. */
export function Desk({ post, children }: PropsWithChildren<{ post: Office }>) {
  const loaded = useLoaded(post.mayPost ? `desk:${post.unit}` : null, () =>
    call('notices', 'desk', { unit: post.unit }),
  )
  const [unsent, setUnsent] = useState(() => unsentDrafts(post.unit))
  const now = useServerNow()
  const { data } = loaded
  useDidShow(() => {
    setUnsent(unsentDrafts(post.unit))
    if (data) void loaded.reload()
  })
  const posted = deskOrder(data?.posted ?? [], now)
  const unit = villageNameOf(post.unitName)

  return (
    <Page
      title={deskWords.deskOf(unit)}
      copyFrom={loaded.copyFrom ?? undefined}
      roof={<DeskRoof unit={unit} post={post} running={data ? runningOf(posted, now) : null} now={now} />}
    >
      {children}
      <DeskCases key={post.unit} post={post} />
      {post.mayPost ? (
        <Notices post={post} loaded={loaded} unsent={unsent} posted={posted} now={now} />
      ) : null}
    </Page>
  )
}

type NoticesProps = {
  post: Office
  loaded: Loaded<DataOf<'notices', 'desk'>>
  unsent: Draft[]
  posted: PostedSummary[]
  now: Instant
}

/** What the unit is writing and what it has posted. */
function Notices({ post, loaded, unsent, posted, now }: NoticesProps) {
  const { data, problem } = loaded
  return (
    <>
      <Drafts unit={post.unit} drafts={data?.drafts ?? []} unsent={unsent} />
      {problem ? (
        <ErrorState
          title={problem.title}
          text={problem.message}
          onRetry={() => void loaded.reload()}
          onSeeLast={loaded.seeCopy}
        />
      ) : data ? (
        <Posted posted={posted} post={post} now={now} />
      ) : (
        <CardSkeleton />
      )}
    </>
  )
}

type RoofProps = { unit: string; post: Office; running: number | null; now: Instant }

function DeskRoof({ unit, post, running, now }: RoofProps) {
  const today = beijingDate(now)
  return (
    <View className="desk-roof">
      <View className="desk-roof-words">
        <RoofLine>{running === null ? deskWords.deskOf(unit) : deskWords.running(running)}</RoofLine>
        <RoofNote>{deskWords.today(dateWords(today), weekdayWords(today), unit)}</RoofNote>
      </View>
      {post.mayPost ? (
        <Button
          look="roof"
          icon="plus"
          word={deskWords.post}
          onTap={() => Taro.navigateTo({ url: `/desk/compose/index?unit=${encodeURIComponent(post.unit)}` })}
        />
      ) : null}
    </View>
  )
}

type DraftsProps = { unit: string; drafts: DraftSummary[]; unsent: Draft[] }

/** What is begun and not posted; what only the phone has comes first. */
function Drafts({ unit, drafts, unsent }: DraftsProps) {
  const onPhone = new Set(unsent.map(({ id }) => id))
  const others = drafts.filter(({ id }) => !onPhone.has(id))
  if (unsent.length + others.length === 0) return null
  const titleOf = (id: string) => drafts.find(draft => draft.id === id)?.title
  return (
    <View>
      <View className="section">{deskWords.drafts}</View>
      {unsent.map(draft => (
        <DraftCard
          key={draft.id}
          id={draft.id}
          unit={unit}
          title={titleOf(draft.id) || draft.itemName || deskWords.untitled}
          note={deskWords.onThisPhone}
        />
      ))}
      {others.map(draft => (
        <DraftCard
          key={draft.id}
          id={draft.id}
          unit={unit}
          title={draft.title || draft.itemName}
          note={deskWords.changedAt(instantWords(draft.updatedAt))}
        />
      ))}
    </View>
  )
}

type CardProps = { id: string; unit: string; title: string; note: string }

function DraftCard({ id, unit, title, note }: CardProps) {
  return (
    <Tap
      className="desk-draft"
      role="link"
      onTap={() => Taro.navigateTo({ url: `/desk/compose/index?unit=${encodeURIComponent(unit)}&id=${id}` })}
    >
      <View className="grow">
        <View className="b">{title}</View>
        <View className="s c2">{note}</View>
      </View>
      <Text className="cb b nowrap">{deskWords.goOn}</Text>
      <Icon name="right" small className="cb" />
    </Tap>
  )
}

type PostedProps = { posted: PostedSummary[]; post: Office; now: Instant }

function Posted({ posted, post, now }: PostedProps) {
  if (posted.length === 0) {
    return <EmptyState icon="board" title={deskWords.nothing} text={deskWords.nothingWhy} />
  }
  return (
    <View>
      <View className="section">{deskWords.posted}</View>
      {posted.map(notice => (
        <CustomWrapper key={notice.id}>
          <NoticeCard
            notice={{
              ...notice,
              unitCode: post.unit,
              publisher: notice.itemName,
              households: null,
            }}
            state={faceState(notice.window, now)}
            onOpen={() => Taro.navigateTo({ url: `/pages/notice/index?id=${notice.id}` })}
          />
        </CustomWrapper>
      ))}
    </View>
  )
}
