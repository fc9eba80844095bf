import './list.scss'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Instant } from '../../../shared/calendar/model'
import type { ItemFace } from '../../../shared/contract/catalog'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { SheetSkeleton } from '../../components/Skeleton'
import { catalogWords } from '../../words/catalog'
import { Filters, SearchBox } from './Filters'
import { type CatalogFilter, filtered, noFilter } from './filter'
import { ItemLines } from './ItemLines'
import { type CatalogPage, useCatalog } from './use-catalog'

type Props = {
  district: string
  onOpen: (item: ItemFace) => void
  /** Told where the list is drawn from the phone's copy. */
  onCopy?: (copyFrom: Instant | null) => void
}

/** Typing goes on for a moment after each character; only then is the server asked. */
const PAUSE_MS = 500

/** A district's catalog to look through: by word, table, mode and publisher. */
export function CatalogList({ district, onOpen, onCopy }: Props) {
  const [typed, setTyped] = useState('')
  const word = useSettled(typed.trim())
  const [filter, setFilter] = useState(noFilter)
  const catalog = useCatalog(district, word)
  useEffect(() => onCopy?.(catalog.copyFrom), [catalog.copyFrom, onCopy])

  const showAll = () => {
    setTyped('')
    setFilter(noFilter)
  }
  return (
    <View>
      <SearchBox value={typed} onChange={setTyped} />
      {catalog.data ? (
        <>
          <Filters catalog={catalog.data} filter={filter} onChange={setFilter} />
          <Found catalog={catalog.data} filter={filter} onOpen={onOpen} onShowAll={showAll} />
        </>
      ) : catalog.problem ? (
        <ErrorState
          title={catalog.problem.title}
          text={catalog.problem.message}
          onRetry={() => void catalog.reload()}
          onSeeLast={catalog.seeCopy}
        />
      ) : (
        <SheetSkeleton count={3} />
      )}
    </View>
  )
}

type FoundProps = {
  catalog: CatalogPage
  filter: CatalogFilter
  onOpen: (item: ItemFace) => void
  onShowAll: () => void
}

function Found({ catalog, filter, onOpen, onShowAll }: FoundProps) {
  const items = filtered(catalog.items, filter)
  if (items.length > 0) return <ItemLines items={items} onOpen={onOpen} />
  return (
    <EmptyState
      icon="book"
      title={catalogWords.foundNothing}
      text={catalogWords.foundNothingWhy}
      action={<Button small look="soft" word={catalogWords.showAll} onTap={onShowAll} />}
    />
  )
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
