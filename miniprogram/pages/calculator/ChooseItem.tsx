import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Instant } from '../../../shared/calendar/model'
import { ChoiceField } from '../../components/Field'
import { Page } from '../../components/Page'
import { Sheet } from '../../components/Sheet'
import { calculatorWords } from '../../words/calculator'
import { catalogWords } from '../../words/catalog'
import { CatalogList } from '../catalog/CatalogList'
import type { ChosenDistrict } from '../catalog/use-catalog'

type Props = { chosen: ChosenDistrict; districtId: string; onChoose: (itemId: string) => void }

/** First what is to be reckoned: a district and an item of its catalog. */
export function ChooseItem({ chosen, districtId, onChoose }: Props) {
  const [copyFrom, setCopyFrom] = useState<Instant | null>(null)
  const districts = chosen.districts ?? []
  return (
    <Page title={calculatorWords.title} copyFrom={copyFrom ?? undefined}>
      <View className="calc-intro">{calculatorWords.intro}</View>
      <Sheet className="choices-sheet">
        <ChoiceField
          label={catalogWords.district}
          value={districtId}
          options={districts.map(({ id, name }) => ({ value: id, word: name }))}
          onChange={chosen.choose}
        />
      </Sheet>
      <View className="section">{calculatorWords.item}</View>
      <CatalogList
        key={districtId}
        district={districtId}
        onOpen={item => onChoose(item.id)}
        onCopy={setCopyFrom}
      />
    </Page>
  )
}
