import './index.scss'
import { useRouter } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useServerNow } from '../../cloud/server-time'
import { useLoaded } from '../../cloud/use-loaded'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Page } from '../../components/Page'
import { SheetSkeleton } from '../../components/Skeleton'
import { noticeWords } from '../../words/notice'
import { NoticeBody } from './NoticeBody'
import { withoutGoneNames } from './names'

/** 公示详情, opened with `?id=`. */
export default function Notice() {
  const { id = '' } = useRouter().params
  const loaded = useLoaded(id ? `notice:${id}` : null, () => call('notices', 'get', { id }))
  const now = useServerNow()
  const { data, problem } = loaded

  if (data) {
    const notice = withoutGoneNames(data.notice, now)
    return <NoticeBody notice={notice} now={now} copyFrom={loaded.copyFrom ?? undefined} />
  }
  const isMissing = id === '' || problem?.code === 'NOT_FOUND' || problem?.code === 'INVALID_INPUT'
  return (
    <Page title={noticeWords.page}>
      {isMissing ? (
        <EmptyState icon="paper" title={noticeWords.notFound} text={noticeWords.notFoundWhy} />
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
