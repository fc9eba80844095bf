import '../parts.scss'
import './index.scss'
import { useRouter } from '@tarojs/taro'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Page } from '../../components/Page'
import { CardSkeleton } from '../../components/Skeleton'
import { readParam } from '../../platform/address'
import { caseWords } from '../../words/desk-cases'
import { CaseList } from './CaseList'
import { useCasePages } from './use-case-pages'

/** What waits for the caller at a unit, opened with `?unit=`. */
export default function Cases() {
  const unit = readParam(useRouter().params.unit)
  const pages = useCasePages(unit)
  const { first, problem } = pages
  if (first) return <CaseList unit={unit} pages={pages} first={first} />
  return (
    <Page title={caseWords.list.page}>
      {problem?.code === 'FORBIDDEN' ? (
        <EmptyState icon="person" title={caseWords.list.notHandler} text={caseWords.list.notHandlerWhy} />
      ) : problem ? (
        <ErrorState title={problem.title} text={problem.message} onRetry={pages.reload} />
      ) : (
        <CardSkeleton />
      )}
    </Page>
  )
}
