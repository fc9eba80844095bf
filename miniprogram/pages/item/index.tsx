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
import { catalogWords, itemWords } from '../../words/catalog'
import { itemIdIn } from '../catalog/links'
import { ItemBody } from './ItemBody'

/** One item of the catalog, opened with `?district=&item=`. */
export default function Item() {
  const params = useRouter().params
  const district = params.district ?? ''
  const itemId = itemIdIn(params.item)
  const isAsked = district !== '' && itemId !== ''
  const loaded = useLoaded(isAsked ? `item:${district}:${itemId}` : null, () =>
    call('catalog', 'item', { district, item: itemId }),
  )
  const now = useServerNow()
  const { data, problem } = loaded

  if (data)
    return <ItemBody page={data} districtId={district} now={now} copyFrom={loaded.copyFrom ?? undefined} />
  const isMissing = !isAsked || problem?.code === 'NOT_FOUND' || problem?.code === 'INVALID_INPUT'
  return (
    <Page title={catalogWords.title}>
      {isMissing ? (
        <EmptyState
          icon="book"
          title={itemWords.notFound}
          text={itemWords.notFoundWhy}
          action={
            <Button
              small
              look="soft"
              word={itemWords.toCatalog}
              onTap={() => Taro.switchTab({ url: '/pages/catalog/index' })}
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
