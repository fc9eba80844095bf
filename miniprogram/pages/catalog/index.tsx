import './index.scss'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Instant } from '../../../shared/calendar/model'
import { Button } from '../../components/Button'
import { ErrorState } from '../../components/ErrorState'
import { ChoiceField } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Page } from '../../components/Page'
import { RoofLine, RoofNote } from '../../components/Roof'
import { Sheet } from '../../components/Sheet'
import { SheetSkeleton } from '../../components/Skeleton'
import { Tap } from '../../components/Tap'
import type { DistrictChoice } from '../../components/UnitPicker/units'
import { catalogWords } from '../../words/catalog'
import { common } from '../../words/common'
import { CatalogList } from './CatalogList'
import { Editions } from './Editions'
import { calculatorUrl, itemUrl } from './links'
import { useDistrict } from './use-catalog'

/** 目录: what a district must disclose, by whom, where and by when. */
export default function Catalog() {
  const { districts, district, choose, problem, retry } = useDistrict()
  const [isChoosing, setChoosing] = useState(false)
  const [copyFrom, setCopyFrom] = useState<Instant | null>(null)
  return (
    <Page
      title={common.app}
      tab="catalog"
      copyFrom={copyFrom ?? undefined}
      roof={<CatalogRoof district={district} onChange={() => setChoosing(!isChoosing)} />}
    >
      {isChoosing && districts && district ? (
        <Sheet className="choices-sheet">
          <ChoiceField
            label={catalogWords.district}
            value={district.id}
            options={districts.map(({ id, name }) => ({ value: id, word: name }))}
            onChange={id => {
              choose(id)
              setChoosing(false)
            }}
          />
        </Sheet>
      ) : null}
      {problem ? <ErrorState title={problem.title} text={problem.message} onRetry={retry} /> : null}
      {district ? (
        <View key={district.id}>
          <CatalogList
            district={district.id}
            onOpen={item => Taro.navigateTo({ url: itemUrl(district.id, item.id) })}
            onCopy={setCopyFrom}
          />
          <Editions district={district.id} />
        </View>
      ) : problem ? null : (
        <SheetSkeleton count={3} />
      )}
    </Page>
  )
}

type RoofProps = { district: DistrictChoice | null; onChange: () => void }

function CatalogRoof({ district, onChange }: RoofProps) {
  if (!district) return <RoofLine>{catalogWords.title}</RoofLine>
  return (
    <View>
      <View className="row">
        <Tap
          className="catalog-place"
          label={`${district.name}，${catalogWords.changeDistrict}`}
          onTap={onChange}
        >
          <RoofLine>
            <Text>{district.name}</Text>
            <Icon name="down" className="catalog-down" />
          </RoofLine>
        </Tap>
        <Button
          small
          look="roof"
          icon="calendar"
          word={catalogWords.openCalculator}
          onTap={() => Taro.navigateTo({ url: calculatorUrl(district.id) })}
        />
      </View>
      <RoofNote>
        {catalogWords.title} · {catalogWords.edition(district.edition)}
      </RoofNote>
    </View>
  )
}
