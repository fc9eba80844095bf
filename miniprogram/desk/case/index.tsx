import '../parts.scss'
import './index.scss'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Page } from '../../components/Page'
import { SheetSkeleton } from '../../components/Skeleton'
import { caseWords } from '../../words/desk-cases'
import { backOr } from '../links'
import { useLive } from '../use-live'
import { Case } from './Case'

/** One case of the desk, opened with `?id=`. */
export default function CasePageOf() {
  const { id = '' } = useRouter().params
  const loaded = useLive(id ? `case:${id}` : null, () => call('applications', 'case', { id }))
  const { data, problem } = loaded
  // Back from the notice: it may be up now.
  useDidShow(() => {
    if (data) void loaded.reload()
  })

  if (data) {
    return (
      <Case
        page={data.case}
        now={data.now}
        trouble={problem?.message ?? ''}
        reload={async () => (await loaded.reload())?.case ?? null}
        onChanged={page => loaded.replace({ ...data, case: page })}
      />
    )
  }
  const isMissing = id === '' || problem?.code === 'NOT_FOUND' || problem?.code === 'INVALID_INPUT'
  const mayNot = problem?.code === 'FORBIDDEN'
  return (
    <Page title={caseWords.one.page}>
      {isMissing || mayNot ? (
        <EmptyState
          icon="paper"
          title={caseWords.one.missing}
          text={mayNot ? problem.message : caseWords.one.missingWhy}
          action={<Button small look="soft" word={caseWords.one.toList} onTap={toDesk} />}
        />
      ) : problem ? (
        <ErrorState title={problem.title} text={problem.message} onRetry={() => void loaded.reload()} />
      ) : (
        <SheetSkeleton count={3} />
      )}
    </Page>
  )
}

function toDesk() {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else backOr('/desk/home/index')
}
