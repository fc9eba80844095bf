import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ItemFace } from '../../../shared/contract/catalog'
import { ChoiceField } from '../../components/Field'
import { TextBox } from '../../components/Field/boxes'
import { Icon } from '../../components/Icon'
import { Sheet } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { aria } from '../../platform/aria'
import { catalogWords } from '../../words/catalog'
import { type CatalogFilter, countIn } from './filter'
import type { CatalogPage } from './use-catalog'

type Props = {
  catalog: CatalogPage
  filter: CatalogFilter
  onChange: (filter: CatalogFilter) => void
}

export function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <View className="catalog-find">
      <TextBox
        label={catalogWords.search}
        placeholder={catalogWords.searchHint}
        value={value}
        maxLength={30}
        onChange={onChange}
      />
    </View>
  )
}

/** By table in sight; by mode and publisher behind a tap, for whoever looks for more. */
export function Filters({ catalog, filter, onChange }: Props) {
  const [isWide, setWide] = useState(filter.mode !== null || filter.publisher !== null)
  return (
    <View>
      <Tables catalog={catalog} filter={filter} onChange={onChange} />
      <Tap className="catalog-more" onTap={() => setWide(!isWide)}>
        <Text>{isWide ? catalogWords.less : catalogWords.more}</Text>
        <Icon name="down" small className={isWide ? 'catalog-up' : undefined} />
      </Tap>
      {isWide ? (
        <Sheet className="choices-sheet">
          <ChoiceField<ItemFace['mode'] | 'all'>
            label={catalogWords.modes}
            value={filter.mode ?? 'all'}
            options={[
              { value: 'all', word: catalogWords.all },
              { value: 'proactive', word: catalogWords.mode.proactive },
              { value: 'on-request', word: catalogWords.mode['on-request'] },
            ]}
            onChange={mode => onChange({ ...filter, mode: mode === 'all' ? null : mode })}
          />
          <ChoiceField
            label={catalogWords.publishers}
            value={filter.publisher ?? catalogWords.all}
            options={[catalogWords.all, ...catalog.publishers].map(name => ({ value: name, word: name }))}
            onChange={name => onChange({ ...filter, publisher: name === catalogWords.all ? null : name })}
          />
        </Sheet>
      ) : null}
    </View>
  )
}

/** A catalog without tables has nothing to choose here. */
function Tables({ catalog, filter, onChange }: Props) {
  if (catalog.tables.length === 0) return null
  const tables = [null, ...catalog.tables.map(({ table }) => table)]
  return (
    <View className="picks" {...aria({ role: 'radiogroup', label: catalogWords.tables })}>
      {tables.map(table => (
        <Tap
          key={table ?? 'all'}
          role="radio"
          checked={table === filter.table}
          className={`pick ${table === filter.table ? 'pick-on' : ''}`}
          onTap={() => onChange({ ...filter, table })}
        >
          <Text>{table === null ? catalogWords.all : catalogWords.table(table)}</Text>
          <Text className="pick-n num">{countIn(catalog.items, filter, table)}</Text>
        </Tap>
      ))}
    </View>
  )
}
