import './index.scss'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useLoaded } from '../../cloud/use-loaded'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Page } from '../../components/Page'
import { SheetSkeleton } from '../../components/Skeleton'
import { calculatorWords } from '../../words/calculator'
import { itemWords } from '../../words/catalog'
import { itemIdIn } from '../catalog/links'
import { useDistrict } from '../catalog/use-catalog'
import { ChooseItem } from './ChooseItem'
import { Reckoner } from './Reckoner'

/** 算日子, for everybody: opened with `?district=&item=&template=`, each of which may be missing. */
export default function Calculator() {
  const params = useRouter().params
  const [itemId, setItemId] = useState(itemIdIn(params.item))
  const chosen = useDistrict(params.district ?? null)
  const { district, problem, retry } = chosen

  if (!district) {
    return (
      <Page title={calculatorWords.title}>
        {problem ? (
          <ErrorState title={problem.title} text={problem.message} onRetry={retry} />
        ) : (
          <SheetSkeleton count={2} />
        )}
      </Page>
    )
  }
  if (itemId === '') return <ChooseItem chosen={chosen} districtId={district.id} onChoose={setItemId} />
  return (
    <OfItem
      key={`${district.id}:${itemId}`}
      district={district.id}
      itemId={itemId}
      template={params.template}
      onChange={() => setItemId('')}
    />
  )
}

type Props = { district: string; itemId: string; template?: string; onChange: () => void }

function OfItem({ district, itemId, template, onChange }: Props) {
  const { data, problem, copyFrom, reload, seeCopy } = useLoaded(`item:${district}:${itemId}`, () =>
    call('catalog', 'item', { district, item: itemId }),
  )
  const isMissing = problem?.code === 'NOT_FOUND' || problem?.code === 'INVALID_INPUT'
  return (
    <Page title={calculatorWords.title} copyFrom={copyFrom ?? undefined}>
      {data ? (
        <Reckoner page={data} district={district} template={template} onChange={onChange} />
      ) : isMissing ? (
        <EmptyState
          icon="calendar"
          title={itemWords.notFound}
          text={itemWords.notFoundWhy}
          action={<Button small look="soft" word={calculatorWords.change} onTap={onChange} />}
        />
      ) : problem ? (
        <ErrorState
          title={problem.title}
          text={problem.message}
          onRetry={() => void reload()}
          onSeeLast={seeCopy}
        />
      ) : (
        <SheetSkeleton count={2} />
      )}
    </Page>
  )
}
