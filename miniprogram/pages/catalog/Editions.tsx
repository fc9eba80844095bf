import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DataOf } from '../../../shared/contract'
import { call } from '../../cloud/call'
import { useLoaded } from '../../cloud/use-loaded'
import { Button } from '../../components/Button'
import { ErrorState } from '../../components/ErrorState'
import { Sheet } from '../../components/Sheet'
import { SheetSkeleton } from '../../components/Skeleton'
import { catalogWords } from '../../words/catalog'
import { Change } from './Change'

type Edition = DataOf<'catalog', 'editions'>['editions'][number]

/** Which editions the catalog has had and what each changed; asked for only by a tap. */
export function Editions({ district }: { district: string }) {
  const [isOpen, setOpen] = useState(false)
  const { data, problem, reload, seeCopy } = useLoaded(isOpen ? `editions:${district}` : null, () =>
    call('catalog', 'editions', { district }),
  )
  if (!isOpen) {
    return (
      <View className="catalog-editions">
        <Button look="soft" icon="swap" word={catalogWords.editions} onTap={() => setOpen(true)} />
      </View>
    )
  }
  if (problem) {
    return (
      <ErrorState
        title={problem.title}
        text={problem.message}
        onRetry={() => void reload()}
        onSeeLast={seeCopy}
      />
    )
  }
  if (!data) return <SheetSkeleton count={1} />
  return (
    <Sheet title={catalogWords.editions} icon="swap">
      {[...data.editions].reverse().map(edition => (
        <One key={edition.id} edition={edition} />
      ))}
    </Sheet>
  )
}

function One({ edition }: { edition: Edition }) {
  return (
    <View className="edition">
      <View className="b">{edition.name}</View>
      <View className="s c3">{catalogWords.editionDates(edition.from, edition.to)}</View>
      {edition.changes.length === 0 ? <View className="s c2">{catalogWords.editionsNone}</View> : null}
      {edition.note ? <View className="s c2">{edition.note}</View> : null}
      {edition.changes.map(change => (
        <Change key={change.id} change={change} />
      ))}
    </View>
  )
}
