import { Text, View } from '@tarojs/components'
import type { CalendarDate } from '../../../shared/calendar/model'
import type { ItemPage } from '../../../shared/contract/catalog'
import type { DeadlineRule } from '../../../shared/publicity/model'
import { periodWords, reckoningNotes } from '../../../shared/publicity/reckoning-words'
import { DateField } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { WindowCalendar } from '../../components/WindowCalendar'
import { calculatorWords as words } from '../../words/calculator'
import { itemWords } from '../../words/catalog'
import { eventOf } from '../../words/event'
import { LastDay } from './LastDay'
import { Trouble } from './Trouble'
import { useReckoned } from './use-reckoned'

type Props = {
  item: ItemPage
  district: string
  today: CalendarDate
  eventDate: CalendarDate
  onChange: (date: CalendarDate) => void
}

/** An item whose rule sets no limit has nothing to fill in. */
export function DeadlineSheet(props: Props) {
  if (props.item.deadlines.length > 0) return <Deadlines {...props} />
  return (
    <Sheet title={words.deadline} icon="clock">
      <View className="c2">{words.noDeadline}</View>
    </Sheet>
  )
}

/** By when: counted from the day the matter was settled, or the request came in. */
function Deadlines({ item, district, today, eventDate, onChange }: Props) {
  const { reckoned, problem, isBusy, retry } = useReckoned({ district, item: item.id, eventDate })
  const asked = eventOf(item.deadlines[0]?.countsFrom ?? '')
  const isRefused = problem?.code === 'INVALID_INPUT'
  const deadlines = reckoned?.deadlines ?? []
  return (
    <Sheet title={item.mode === 'on-request' ? words.reply : words.deadline} icon="clock">
      <DateField
        label={asked.question}
        hint={asked.hint}
        value={eventDate}
        problem={isRefused ? problem.message : undefined}
        onChange={date => onChange(date || today)}
      />
      <Trouble problem={isRefused ? null : problem} isBusy={isBusy && !reckoned} onRetry={retry} />
      {deadlines.map(({ rule, reckoning }, index) => (
        <View className="calc-answer" key={rule.basis}>
          {item.statutory ? <View className="b">{nameOf(rule, item)}</View> : null}
          <LastDay word={words.latest} reckoning={reckoning} today={today} />
          <View className="s c2">
            {itemWords.countsFrom(rule.countsFrom)}，{periodWords(rule.days, rule.unit)}
          </View>
          <View className="calc-calendar">
            <WindowCalendar
              reckoning={reckoning}
              today={today}
              event={eventOf(rule.countsFrom).word}
              notes={reckoningNotes(reckoning, eventOf(rule.countsFrom).plain)}
            />
          </View>
          <View className="s c3 calc-basis">
            <Text>{words.basis}：</Text>
            <Text>{rule.basis}</Text>
          </View>
          {index < deadlines.length - 1 ? <View className="hr calc-hr" /> : null}
        </View>
      ))}
      {reckoned && deadlines.length === 0 ? (
        <View className="c2">
          {words.edition(reckoned.edition.name)}。{words.noDeadline}
        </View>
      ) : null}
    </Sheet>
  )
}

function nameOf(rule: DeadlineRule, { statutory }: ItemPage): string {
  return rule.basis === statutory?.basis ? words.statutory : words.promise
}
