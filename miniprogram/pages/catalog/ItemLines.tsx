import { Text, View } from '@tarojs/components'
import type { ItemFace } from '../../../shared/contract/catalog'
import { periodWords } from '../../../shared/publicity/reckoning-words'
import { Chip } from '../../components/Chip'
import { Icon } from '../../components/Icon'
import { Sheet } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { aria } from '../../platform/aria'
import { catalogWords } from '../../words/catalog'
import { grouped, type ItemGroup, rowOf } from './filter'

type Props = { items: ItemFace[]; onOpen: (item: ItemFace) => void }

/** The catalog's rows, a sheet for each table. */
export function ItemLines({ items, onOpen }: Props) {
  return (
    <>
      {grouped(items).map(group => (
        <View key={group.key}>
          <View className="section" {...aria({ role: 'heading', level: 2 })}>
            {titleOf(group)}
          </View>
          <Sheet className="lines">
            {group.items.map(item => (
              <Line key={item.id} item={item} onTap={() => onOpen(item)} />
            ))}
          </Sheet>
        </View>
      ))}
    </>
  )
}

function titleOf({ table, name }: ItemGroup): string {
  return table === null ? name : catalogWords.tableNamed(table, name)
}

function Line({ item, onTap }: { item: ItemFace; onTap: () => void }) {
  return (
    <Tap className="line" role="link" onTap={onTap}>
      <Text className="line-no num">{rowOf(item.id)}</Text>
      <View className="grow">
        <View className="b">{item.name}</View>
        {item.group ? <View className="s c2">{item.group}</View> : null}
        <View className="line-f">
          <Text className="line-limit">{limitOf(item)}</Text>
          {item.mode === 'on-request' ? (
            <Chip tone="pending" plain word={catalogWords.mode[item.mode]} />
          ) : (
            <Text>{catalogWords.mode[item.mode]}</Text>
          )}
        </View>
      </View>
      <Icon name="right" small className="c3" />
    </Tap>
  )
}

function limitOf({ deadline }: ItemFace): string {
  return deadline ? catalogWords.within(periodWords(deadline.days, deadline.unit)) : catalogWords.noLimit
}
