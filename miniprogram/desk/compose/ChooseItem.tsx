import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ItemFace } from '../../../shared/contract/catalog'
import { call } from '../../cloud/call'
import { useLoaded } from '../../cloud/use-loaded'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { TextBox } from '../../components/Field/boxes'
import { Icon } from '../../components/Icon'
import { Page } from '../../components/Page'
import { SheetSkeleton } from '../../components/Skeleton'
import { StepBar } from '../../components/StepBar'
import { Tap } from '../../components/Tap'
import { deskWords } from '../../words/desk'
import { ChooseForm } from './ChooseForm'
import { itemsWith } from './items-with'

export type Choice = { item: string; itemName: string; template: string }

type Props = {
  district: string
  onChoose: (choice: Choice) => void
  /** Set where a form is chosen already: back to it. */
  onKeep?: (() => void) | undefined
}

/** The first step: what the notice is about, then the form it takes. */
export function ChooseItem({ district, onChoose, onKeep }: Props) {
  const loaded = useLoaded(`items:${district}`, () => call('catalog', 'items', { district }))
  const [word, setWord] = useState('')
  const [chosen, setChosen] = useState<ItemFace | null>(null)
  const { data, problem } = loaded
  return (
    <Page
      title={deskWords.post}
      copyFrom={loaded.copyFrom ?? undefined}
      footer={onKeep ? <Button word={deskWords.choose.keep} onTap={onKeep} /> : undefined}
    >
      <StepBar steps={deskWords.steps} current={0} />
      {chosen ? (
        <ChooseForm
          district={district}
          item={chosen}
          onAnother={() => setChosen(null)}
          onChoose={template => onChoose({ item: chosen.id, itemName: chosen.name, template })}
        />
      ) : data ? (
        <>
          <View className="pick-find">
            <TextBox
              label={deskWords.choose.find}
              placeholder={deskWords.choose.findHint}
              value={word}
              maxLength={20}
              onChange={setWord}
            />
          </View>
          <Items items={data.items} word={word.trim()} onPick={setChosen} />
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

type ItemsProps = { items: ItemFace[]; word: string; onPick: (item: ItemFace) => void }

function Items({ items, word, onPick }: ItemsProps) {
  const words = deskWords.choose
  const found = itemsWith(items, word)
  if (found.length === 0) {
    return word ? (
      <EmptyState icon="search" title={words.nothing(word)} text={words.nothingWhy} />
    ) : (
      <EmptyState icon="book" title={words.empty} />
    )
  }
  const proactive = found.filter(item => item.mode === 'proactive')
  const onRequest = found.filter(item => item.mode === 'on-request')
  return (
    <>
      <ItemGroup title={words.proactive} items={proactive} onPick={onPick} />
      <ItemGroup title={words.onRequest} items={onRequest} onPick={onPick} />
    </>
  )
}

function ItemGroup({ title, items, onPick }: Omit<ItemsProps, 'word'> & { title: string }) {
  if (items.length === 0) return null
  return (
    <View>
      <View className="section">{title}</View>
      <View className="pick-list">
        {items.map(item => (
          <Tap className="pick-line" key={item.id} onTap={() => onPick(item)}>
            <View className="grow">
              <View className="b">{item.name}</View>
              <Text className="s c3">{item.group ?? item.category}</Text>
            </View>
            <Icon name="right" small />
          </Tap>
        ))}
      </View>
    </View>
  )
}
