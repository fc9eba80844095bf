import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { RegisterLine } from '../../../shared/application/page'
import type { CalendarDate } from '../../../shared/calendar/model'
import { fullDateWords } from '../../../shared/calendar/words'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Icon } from '../../components/Icon'
import { KeyValue } from '../../components/KeyValue'
import { Tap } from '../../components/Tap'
import { caseWords } from '../../words/desk-cases'
import { deskUrl } from '../links'
import { ChangeForm, type ChangeKind } from './ChangeForm'

type Props = {
  line: RegisterLine
  today: CalendarDate
  mayChange: boolean
  onChanged: (line: RegisterLine) => void
  onConflict: () => void
}

const words = caseWords.register

/** One household of the register: folded to its name and state, opened to the rest and to what may be changed. */
export function Line({ line, today, mayChange, onChanged, onConflict }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <View className="entry">
      <Tap className="entry-head" onTap={() => setOpen(!isOpen)}>
        <View className="grow">
          <View>
            <Text className="b">{line.subjectName}</Text>
            {line.people === null ? null : <Text className="s c2"> {words.peopleOf(line.people)}</Text>}
          </View>
          <View className="s c2">{line.unitName}</View>
          {line.reviewDue ? (
            <View className="s b t-closing">{words.reviewNow}</View>
          ) : line.reviewDueOn && line.status === 'in' ? (
            <View className="s c3">{words.reviewDueOn(fullDateWords(line.reviewDueOn))}</View>
          ) : null}
        </View>
        <Chip plain tone={line.status === 'in' ? 'open' : 'closed'} word={words.status[line.status]} />
        <Icon name={isOpen ? 'minus' : 'down'} small className="c3" />
      </Tap>
      {isOpen ? (
        <Opened
          line={line}
          today={today}
          mayChange={mayChange}
          onChanged={onChanged}
          onConflict={onConflict}
        />
      ) : null}
    </View>
  )
}

function Opened({ line, today, mayChange, onChanged, onConflict }: Props) {
  const [change, setChange] = useState<ChangeKind | null>(null)
  const [isSaved, setSaved] = useState(false)
  const open = (kind: ChangeKind) => {
    setSaved(false)
    setChange(kind)
  }
  const until = line.until ? words.until(fullDateWords(line.until)) : ''
  return (
    <View className="entry-body">
      <KeyValue label={words.idNumber}>{line.idNumber}</KeyValue>
      <KeyValue label={words.caseNo}>{line.caseNo}</KeyValue>
      <KeyValue label={words.status[line.status]}>
        {[words.since(fullDateWords(line.since)), until].filter(Boolean).join(' ')}
      </KeyValue>
      {line.reason ? <KeyValue label={words.reason}>{line.reason}</KeyValue> : null}
      {isSaved ? <View className="b t-open">{words.saved}</View> : null}
      {change ? (
        <ChangeForm
          line={line}
          kind={change}
          today={today}
          onChanged={changed => {
            setChange(null)
            setSaved(true)
            onChanged(changed)
          }}
          onConflict={onConflict}
          onClose={() => setChange(null)}
        />
      ) : (
        <View className="change-buttons">
          <Button
            small
            look="soft"
            word={words.openCase}
            onTap={() => Taro.navigateTo({ url: deskUrl.case(line.id) })}
          />
          {mayChange && line.status === 'in' ? (
            <>
              <Button small look="soft" word={words.reviewed} onTap={() => open('reviewed')} />
              <Button small look="soft" word={words.takeOut} onTap={() => open('out')} />
            </>
          ) : null}
        </View>
      )}
    </View>
  )
}
