import { Text, View } from '@tarojs/components'
import type { CasePage } from '../../../shared/application/page'
import { beijingDate } from '../../../shared/calendar/date'
import { dateWords, instantWords } from '../../../shared/calendar/words'
import { KeyValue } from '../../components/KeyValue'
import { Sheet } from '../../components/Sheet'
import { caseWords } from '../../words/desk-cases'

type Props = { page: CasePage }

const words = caseWords.one

/** What earlier steps wrote down, the latest first. */
export function Records({ page }: Props) {
  const latestFirst = [...page.records].reverse()
  if (latestFirst.length === 0) return null
  return (
    <Sheet title={words.records} icon="book">
      {latestFirst.map(record => (
        <View className="past" key={record.id}>
          <View className="b">{record.title}</View>
          <View className="s c2">{words.recordOf(record.body, dateWords(beijingDate(record.at)))}</View>
          {record.values.map(({ label, value }) => (
            <KeyValue key={label} label={label}>
              {value}
            </KeyValue>
          ))}
        </View>
      ))}
    </Sheet>
  )
}

/** Objections with what was answered; who made them is not kept. */
export function Objections({ page }: Props) {
  if (page.objections.length === 0) return null
  return (
    <Sheet title={words.objectionList} icon="say">
      {page.objections.map(({ id, at, text, answer }) => (
        <View className="past" key={id}>
          <View className="s c2">{instantWords(at)}</View>
          <View>{text}</View>
          {answer ? (
            <View className="why">
              <Text className="b">{answer.upheld ? words.upheld : words.notUpheld}</Text>
              <View>{answer.text}</View>
              <View className="s">{words.answered(dateWords(beijingDate(answer.at)))}</View>
            </View>
          ) : (
            <View className="b t-closing">{words.notAnswered}</View>
          )}
        </View>
      ))}
    </Sheet>
  )
}

/** Every move so far, the latest first. */
export function Moves({ page }: Props) {
  if (page.moves.length === 0) return null
  return (
    <Sheet title={words.moves} icon="path">
      {[...page.moves].reverse().map(move => (
        <View className="past" key={move.at + move.to}>
          <View className="s c2">{`${instantWords(move.at)} · ${move.by}`}</View>
          <View>{words.moveOf(move.from, move.to)}</View>
          {move.remark ? <View className="s c2">{move.remark}</View> : null}
        </View>
      ))}
    </Sheet>
  )
}

/** The household's entry in the register, where the case led to one. */
export function RegisterEntry({ page }: Props) {
  const { register } = page
  if (!register) return null
  return (
    <Sheet title={words.register} icon="people">
      <View className="b">{words.registered[register.status]}</View>
      <View className="c2">{caseWords.register.since(dateWords(register.since))}</View>
      {register.reviewDueOn ? (
        <View className="c2">{caseWords.register.reviewDueOn(dateWords(register.reviewDueOn))}</View>
      ) : null}
      {register.reason ? <View className="s c2">{register.reason}</View> : null}
    </Sheet>
  )
}
