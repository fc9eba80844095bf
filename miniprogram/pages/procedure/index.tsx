import './index.scss'
import Taro, { useRouter } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useLoaded } from '../../cloud/use-loaded'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Page } from '../../components/Page'
import { SheetSkeleton } from '../../components/Skeleton'
import { procedureWords as words } from '../../words/application'
import { ProcedureBody } from './ProcedureBody'

/** How one thing is done, opened with `?district=&id=`. */
export default function Procedure() {
  const { district = '', id = '' } = useRouter().params
  const isAsked = district !== '' && id !== ''
  const loaded = useLoaded(isAsked ? `procedure:${district}:${id}` : null, () =>
    call('applications', 'procedure', { district, procedure: id }),
  )
  const { data, problem } = loaded
  if (data) return <ProcedureBody page={data.procedure} copyFrom={loaded.copyFrom ?? undefined} />
  const isMissing = !isAsked || problem?.code === 'NOT_FOUND' || problem?.code === 'INVALID_INPUT'
  return (
    <Page title={words.page}>
      {isMissing ? (
        <EmptyState
          icon="path"
          title={words.notFound}
          text={words.notFoundWhy}
          action={
            <Button
              small
              look="soft"
              word={words.toServices}
              onTap={() => Taro.switchTab({ url: '/pages/services/index' })}
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
