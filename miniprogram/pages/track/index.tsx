import './index.scss'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useServerNow } from '../../cloud/server-time'
import { useLoaded } from '../../cloud/use-loaded'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Page } from '../../components/Page'
import { codeTyped } from '../../components/Receipt/code'
import { SheetSkeleton } from '../../components/Skeleton'
import { trackWords as words } from '../../words/progress'
import { AskCode } from './AskCode'
import { Found } from './Found'

/** 查办到哪一步: by a receipt's code, opened with `?code=` or without, to be typed or scanned. */
export default function Track() {
  const [code, setCode] = useState(codeTyped(useRouter().params.code ?? ''))
  const loaded = useLoaded(code ? `track:${code}` : null, () =>
    call('applications', 'track', { code: code ?? '' }),
  )
  const now = useServerNow()
  const { data, problem } = loaded

  if (code === null) {
    return (
      <Page title={words.page}>
        <AskCode onCode={setCode} />
      </Page>
    )
  }
  if (data) {
    return (
      <Found
        progress={data.progress}
        now={now}
        copyFrom={loaded.copyFrom ?? undefined}
        onAnother={() => setCode(null)}
      />
    )
  }
  const isUnknown = problem?.code === 'NOT_FOUND' || problem?.code === 'INVALID_INPUT'
  return (
    <Page title={words.page}>
      {isUnknown ? (
        <>
          <EmptyState icon="search" title={words.unknown} text={words.unknownWhy} />
          <AskCode onCode={setCode} first={code} />
        </>
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
