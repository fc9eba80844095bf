import './index.scss'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { villageNameOf } from '../../../shared/notice/village-name'
import { aria } from '../../platform/aria'
import { useDisplay } from '../../theme/display'
import { common } from '../../words/common'
import { fieldWords } from '../../words/field'
import { ErrorState } from '../ErrorState'
import { TextBox } from '../Field/boxes'
import { Icon } from '../Icon'
import { SheetSkeleton } from '../Skeleton'
import { Tap } from '../Tap'
import { childrenOf, type DistrictChoice, matching, namesAbove, type Unit } from './units'
import { type UnitSource, useUnits } from './use-units'

export type { Unit } from './units'
export type { UnitSource } from './use-units'

/** `within`: the names above it, e.g. 某区 · 某镇; empty for a whole district. */
export type ChosenUnit = { districtId: string; code: string; name: string; within: string }

type Props = {
  source: UnitSource
  onChoose: (unit: ChosenUnit) => void
  onClose: () => void
}

const words = fieldWords.unit

/** Choosing one's village: district, township, village; or its name in the search box. Covers the page. */
export function UnitPicker({ source, onChoose, onClose }: Props) {
  const { className } = useDisplay()
  const [district, setDistrict] = useState<DistrictChoice | null>(null)
  return (
    <View className={`picker ${className}`} {...aria({ role: 'dialog', label: words.title })}>
      <View className="picker-head">
        <View className="picker-title">{words.title}</View>
        <Tap className="picker-close" onTap={onClose}>
          {common.close}
        </Tap>
      </View>
      {district ? (
        <UnitsOf
          key={district.id}
          district={district}
          source={source}
          onBack={() => setDistrict(null)}
          onChoose={onChoose}
        />
      ) : (
        <Districts source={source} onPick={setDistrict} />
      )}
    </View>
  )
}

function Districts({ source, onPick }: { source: UnitSource; onPick: (district: DistrictChoice) => void }) {
  const { loaded, problem, retry } = useUnits(source.districts)
  if (problem) return <ErrorState title={problem.title} text={problem.message} onRetry={retry} />
  if (!loaded) return <SheetSkeleton count={1} />
  return (
    <View className="picker-list">
      <View className="section">{words.chooseDistrict}</View>
      {loaded.map(district => (
        <Line key={district.id} word={district.name} note={district.city} onTap={() => onPick(district)} />
      ))}
    </View>
  )
}

type UnitsProps = {
  district: DistrictChoice
  source: UnitSource
  onBack: () => void
  onChoose: (unit: ChosenUnit) => void
}

function UnitsOf({ district, source, onBack, onChoose }: UnitsProps) {
  const { loaded: units, problem, retry } = useUnits(() => source.units(district.id))
  const [township, setTownship] = useState<Unit | null>(null)
  const [word, setWord] = useState('')
  if (problem) return <ErrorState title={problem.title} text={problem.message} onRetry={retry} />
  if (!units) return <SheetSkeleton count={2} />

  const whole: Unit = township ?? {
    code: district.code,
    name: district.name,
    level: 'district',
    parent: null,
  }
  const shown = word ? matching(units, word) : childrenOf(units, whole)
  const choose = ({ code, name }: Unit) =>
    onChoose({
      districtId: district.id,
      code,
      name: villageNameOf(name),
      within: namesAbove(units, district, code),
    })
  const open = (unit: Unit) => {
    setWord('')
    if (childrenOf(units, unit).length > 0) setTownship(unit)
    else choose(unit)
  }
  return (
    <View className="picker-list">
      <View className="picker-search">
        <TextBox
          label={words.search}
          placeholder={words.search}
          value={word}
          maxLength={20}
          onChange={setWord}
        />
      </View>
      {word ? null : (
        <>
          <View className="section">
            <Text>{whole.name}</Text>
            <Tap className="picker-back" onTap={township ? () => setTownship(null) : onBack}>
              {words.back}
            </Tap>
          </View>
          <Line word={words.whole(whole.name)} onTap={() => choose(whole)} />
        </>
      )}
      {shown.map(unit => (
        <Line
          key={unit.code}
          word={villageNameOf(unit.name)}
          note={word ? namesAbove(units, district, unit.code) : ''}
          onTap={() => open(unit)}
        />
      ))}
      {shown.length === 0 ? <View className="picker-none">{words.nothing(word)}</View> : null}
    </View>
  )
}

function Line({ word, note, onTap }: { word: string; note?: string; onTap: () => void }) {
  return (
    <Tap className="picker-line" onTap={onTap}>
      <Text className="grow">{word}</Text>
      {note ? <Text className="s c3">{note}</Text> : null}
      <Icon name="right" small />
    </Tap>
  )
}
