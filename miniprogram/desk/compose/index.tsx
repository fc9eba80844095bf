import './index.scss'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { DataOf } from '../../../shared/contract'
import { call } from '../../cloud/call'
import { serverNow } from '../../cloud/server-time'
import { useLoaded } from '../../cloud/use-loaded'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Page } from '../../components/Page'
import { SheetSkeleton } from '../../components/Skeleton'
import { readParam } from '../../platform/address'
import { deskWords } from '../../words/desk'
import { keptDraft } from '../phone-drafts'
import { Compose } from './Compose'
import { type Draft, newDraft, newDraftId } from './draft'
import { draftOf } from './opened'
import { useOpened } from './use-opened'

type Post = DataOf<'members', 'me'>['posts'][number]

/** 发公示, opened with `?unit=` for a new one, and `&id=` to go on with a draft. */
export default function ComposePage() {
  const { unit: written, id = '' } = useRouter().params
  const unit = readParam(written)
  const me = useLoaded('me', () => call('members', 'me', {}))
  const title = deskWords.post
  if (me.data) {
    const post = me.data.posts.find(one => one.mayPost && (unit === '' || one.unit === unit))
    if (!post) return <NotCadre title={title} />
    return id ? <Continued post={post} id={id} /> : <New post={post} />
  }
  return (
    <Page title={title}>
      {me.problem ? (
        <ErrorState
          title={me.problem.title}
          text={me.problem.message}
          onRetry={() => void me.reload()}
          onSeeLast={me.seeCopy}
        />
      ) : (
        <SheetSkeleton />
      )}
    </Page>
  )
}

function New({ post }: { post: Post }) {
  const [draft] = useState<Draft>(() => newDraft(newDraftId(), post.unit, post.districtId, serverNow()))
  return <Compose draft={draft} gaps={[]} unitName={post.unitName} />
}

/** What the phone has and the server has not comes first; else the server's is opened. */
function Continued({ post, id }: { post: Post; id: string }) {
  const [unsent] = useState(() => {
    const kept = keptDraft(id)
    return kept && !kept.isSent && kept.unit === post.unit ? kept : null
  })
  const [last, setLast] = useState<Draft | null>(null)
  const opened = useOpened(unsent ? null : id)
  const here = unsent ?? last
  if (here) return <Compose draft={here} gaps={[]} unitName={post.unitName} />
  if (opened.answer) {
    return <Compose draft={draftOf(opened.answer)} gaps={opened.answer.gaps} unitName={post.unitName} />
  }
  const kept = opened.problem?.passes ? keptDraft(id) : null
  return (
    <Page title={deskWords.post}>
      {opened.problem ? (
        <ErrorState
          title={opened.problem.title}
          text={opened.problem.message}
          onRetry={opened.reload}
          {...(kept ? { onSeeLast: () => setLast(kept) } : {})}
        />
      ) : (
        <SheetSkeleton count={3} />
      )}
    </Page>
  )
}

function NotCadre({ title }: { title: string }) {
  return (
    <Page title={title}>
      <EmptyState
        icon="person"
        title={deskWords.notCadre}
        text={deskWords.notCadreWhy}
        action={
          <Button
            small
            look="soft"
            word={deskWords.toMine}
            onTap={() => Taro.switchTab({ url: '/pages/mine/index' })}
          />
        }
      />
    </Page>
  )
}
