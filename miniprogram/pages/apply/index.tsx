import './index.scss'
import Taro, { useRouter } from '@tarojs/taro'
import { applyingWay, subject as subjectSchema } from '../../../shared/application/model'
import { call } from '../../cloud/call'
import { useLoaded } from '../../cloud/use-loaded'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Page } from '../../components/Page'
import { SheetSkeleton } from '../../components/Skeleton'
import { readParam } from '../../platform/address'
import { procedureWords, applyWords as words } from '../../words/application'
import { Apply } from './Apply'

/**
 * Applying, opened with `?district=&id=`; from the desk with `&start=&way=&unit=[&subject=]` too, from 办事 with `&draft=` to go
 * on with what lies on the phone.
 */
export default function ApplyPage() {
  const { district = '', id = '', start, way, unit, subject, draft } = useRouter().params
  const isAsked = district !== '' && id !== ''
  const loaded = useLoaded(isAsked ? `procedure:${district}:${id}` : null, () =>
    call('applications', 'procedure', { district, procedure: id }),
  )
  const { data, problem } = loaded
  const knownWay = applyingWay.safeParse(way).data
  const knownSubject = subjectSchema.shape.kind.safeParse(subject).data
  if (data) {
    const aim = { start, way: knownWay, unit: readParam(unit) || undefined, subject: knownSubject, draft }
    return <Apply procedure={data.procedure} aim={aim} />
  }
  const isMissing = !isAsked || problem?.code === 'NOT_FOUND' || problem?.code === 'INVALID_INPUT'
  return (
    <Page title={words.page}>
      {isMissing ? (
        <EmptyState
          icon="path"
          title={procedureWords.notFound}
          text={procedureWords.notFoundWhy}
          action={
            <Button
              small
              look="soft"
              word={procedureWords.toServices}
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
