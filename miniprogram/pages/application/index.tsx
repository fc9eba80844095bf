import './index.scss'
import Taro, { useRouter } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useServerNow } from '../../cloud/server-time'
import { useLoaded } from '../../cloud/use-loaded'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Page } from '../../components/Page'
import { SheetSkeleton } from '../../components/Skeleton'
import { progressWords as words } from '../../words/progress'
import { ApplicationBody } from './ApplicationBody'
import { ownPageOf } from './own-application'

/** 我的办件: where one's own application stands and what is to be done, opened with `?id=`; just made, with `&receipt=1`. */
export default function Application() {
  const { id = '', receipt } = useRouter().params
  const loaded = useLoaded(id ? `application:${id}` : null, async () =>
    ownPageOf(await call('applications', 'get', { id })),
  )
  const now = useServerNow()
  const { data, problem } = loaded

  if (data) {
    const { application } = data
    // The page may be opened again by the same address when it has long gone on.
    const isUntouched = application.since === application.startedAt && application.awaited === null
    const isNew = receipt === '1' && isUntouched
    return <ApplicationBody application={application} isNew={isNew} now={now} loaded={loaded} />
  }
  const isMissing =
    id === '' ||
    problem?.code === 'NOT_FOUND' ||
    problem?.code === 'FORBIDDEN' ||
    problem?.code === 'INVALID_INPUT'
  return (
    <Page title={words.page}>
      {isMissing ? (
        <EmptyState
          icon="paper"
          title={words.notFound}
          text={words.notFoundWhy}
          action={
            <Button
              small
              look="soft"
              word={words.toTrack}
              onTap={() => Taro.navigateTo({ url: '/pages/track/index' })}
            />
          }
        />
      ) : problem ? (
        <ErrorState
          title={problem.title}
          text={problem.message}
          onRetry={() => void loaded.reload()}
          onSeeLast={loaded.seeCopy}
        />
      ) : (
        <SheetSkeleton count={3} />
      )}
    </Page>
  )
}
