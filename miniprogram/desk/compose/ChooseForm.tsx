import { View } from '@tarojs/components'
import type { ItemFace } from '../../../shared/contract/catalog'
import { call } from '../../cloud/call'
import { useLoaded } from '../../cloud/use-loaded'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Icon } from '../../components/Icon'
import { Sheet } from '../../components/Sheet'
import { SheetSkeleton } from '../../components/Skeleton'
import { Tap } from '../../components/Tap'
import { deskWords } from '../../words/desk'
import { ruleWords } from './rule-words'

type Props = {
  district: string
  item: ItemFace
  onAnother: () => void
  onChoose: (template: string) => void
}

/** The forms of an item, each with how long it stays up. */
export function ChooseForm({ district, item, onAnother, onChoose }: Props) {
  const words = deskWords.choose
  const loaded = useLoaded(`item:${district}:${item.id}`, () =>
    call('catalog', 'item', { district, item: item.id }),
  )
  const { data, problem } = loaded
  return (
    <>
      <Sheet
        title={item.name}
        icon="book"
        side={<Button small look="soft" word={words.another} onTap={onAnother} />}
      >
        <View className="s c2">{item.group ? `${item.category} · ${item.group}` : item.category}</View>
      </Sheet>
      {data ? (
        <Forms templates={data.item.templates} onChoose={onChoose} />
      ) : problem ? (
        <ErrorState
          title={problem.title}
          text={problem.message}
          onRetry={() => void loaded.reload()}
          onSeeLast={loaded.seeCopy}
        />
      ) : (
        <SheetSkeleton count={1} />
      )}
    </>
  )
}

type Template = { id: string; name: string; windowRule: Parameters<typeof ruleWords>[0] | null }

function Forms({ templates, onChoose }: { templates: Template[]; onChoose: (template: string) => void }) {
  const words = deskWords.choose
  // A form without a window answers whoever asked; it is never posted.
  const posted = templates.flatMap(({ id, name, windowRule }) =>
    windowRule ? [{ id, name, rule: windowRule }] : [],
  )
  if (posted.length === 0) return <EmptyState icon="paper" title={words.noForms} text={words.noFormsWhy} />
  return (
    <View>
      <View className="section">{words.forms}</View>
      <View className="pick-list">
        {posted.map(({ id, name, rule }) => (
          <Tap className="pick-line" key={id} onTap={() => onChoose(id)}>
            <View className="grow">
              <View className="b">{name}</View>
              <View className="s c2">{ruleWords(rule)}</View>
            </View>
            <Icon name="right" small />
          </Tap>
        ))}
      </View>
    </View>
  )
}
