import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { caseWords } from '../../words/desk-cases'
import type { CaseKind } from './kinds'

type Props = {
  kinds: CaseKind[]
  picked: CaseKind | null
  total: number
  isOpen: boolean
  isCounting: boolean
  onOpen: (isOpen: boolean) => void
  onPick: (key: string | null) => void
}

const words = caseWords.list

/** 按步骤挑: one step of one procedure, with how many wait there. */
export function KindPicker({ kinds, picked, total, isOpen, isCounting, onOpen, onPick }: Props) {
  return (
    <View className="kinds">
      <Tap className="kind" onTap={() => onOpen(!isOpen)}>
        <View className="grow">
          <View className="b">{picked ? picked.stepName : words.pick}</View>
          <View className="s c2">{picked ? underOf(picked) : words.pickWhy}</View>
        </View>
        {isOpen ? (
          <Text className="cb b nowrap">{words.close}</Text>
        ) : (
          <Icon name="down" small className="cb" />
        )}
      </Tap>
      {isOpen ? (
        <View>
          {isCounting ? <View className="kind s c2">{words.counting}</View> : null}
          <Tap className="kind" role="radio" checked={picked === null} onTap={() => onPick(null)}>
            <View className="grow b">{words.all(total)}</View>
          </Tap>
          {kinds.map(kind => (
            <Tap
              className="kind"
              role="radio"
              checked={kind.key === picked?.key}
              key={kind.key}
              onTap={() => onPick(kind.key)}
            >
              <View className="grow">
                <View className="b">{kind.stepName}</View>
                <View className="s c2">{underOf(kind)}</View>
              </View>
              <Text className="num nowrap">{words.count(kind.count)}</Text>
            </Tap>
          ))}
        </View>
      ) : null}
    </View>
  )
}

function underOf({ procedureName, publicity, body }: CaseKind): string {
  return [procedureName, publicity ? caseWords.publicity[publicity] : '', body].filter(Boolean).join(' · ')
}
