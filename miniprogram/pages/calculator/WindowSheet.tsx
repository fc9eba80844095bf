import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { CalendarDate } from '../../../shared/calendar/model'
import type { ItemPage } from '../../../shared/contract/catalog'
import type { WindowRule } from '../../../shared/publicity/model'
import { periodWords, reckoningNotes } from '../../../shared/publicity/reckoning-words'
import { ChoiceField, DateField } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Stepper } from '../../components/Stepper'
import { WindowCalendar } from '../../components/WindowCalendar'
import { calculatorWords as words } from '../../words/calculator'
import { itemWords } from '../../words/catalog'
import { LastDay } from './LastDay'
import { Trouble } from './Trouble'
import { useReckoned } from './use-reckoned'

type Props = { item: ItemPage; district: string; today: CalendarDate; template?: string }
type Form<R = WindowRule> = { id: string; name: string; rule: R }
type LimitedRule = Exclude<WindowRule, { mode: 'long-term' }>

/** Until when: a notice of the chosen form, posted on a day, for as many days as its rule or more. */
export function WindowSheet({ item, district, today, template }: Props) {
  const forms = formsOf(item)
  const [chosen, setChosen] = useState(template ?? '')
  const form = forms.find(({ id }) => id === chosen) ?? usualOf(forms)
  if (!form) {
    return (
      <Sheet title={words.window} icon="calendar">
        <View className="c2">{words.noWindow}</View>
      </Sheet>
    )
  }
  return (
    <Sheet title={words.window} icon="calendar">
      {forms.length > 1 ? (
        <ChoiceField
          label={words.form}
          value={form.id}
          options={forms.map(({ id, name }) => ({ value: id, word: name }))}
          onChange={setChosen}
        />
      ) : (
        <View className="b calc-form">{form.name}</View>
      )}
      {isLimited(form) ? (
        <Posting key={form.id} form={form} item={item} district={district} today={today} />
      ) : (
        <View className="b l">{words.longTerm}</View>
      )}
      <View className="s c3 calc-basis">
        <Text>{itemWords.basis}：</Text>
        <Text>{form.rule.basis}</Text>
      </View>
    </Sheet>
  )
}

function formsOf(item: ItemPage): Form[] {
  return item.templates.flatMap(({ id, name, windowRule }) =>
    windowRule ? [{ id, name, rule: windowRule }] : [],
  )
}

function isLimited(form: Form): form is Form<LimitedRule> {
  return form.rule.mode !== 'long-term'
}

/** Where none was asked for: the first with days to count. */
function usualOf(forms: Form[]): Form | undefined {
  return forms.find(isLimited) ?? forms[0]
}

type PostingProps = { form: Form<LimitedRule>; item: ItemPage; district: string; today: CalendarDate }

/** As the server takes it: a year, however the days are counted. */
const MOST_DAYS = 366

function Posting({ form, item, district, today }: PostingProps) {
  const { rule } = form
  const [postedAt, setPostedAt] = useState(today)
  const [days, setDays] = useState(rule.days)
  const { reckoned, problem, isBusy, retry } = useReckoned({
    district,
    item: item.id,
    template: form.id,
    postedAt,
    days,
  })
  const isRefused = problem?.code === 'INVALID_INPUT'
  const reckoning = reckoned?.window?.window.reckoning ?? null
  return (
    <>
      <DateField
        label={words.postedAt}
        hint={reckoning?.calendar[0]?.ordinal === 1 ? words.postedAtCounts : words.postedAtHint}
        value={postedAt}
        problem={isRefused ? problem.message : undefined}
        onChange={date => setPostedAt(date || today)}
      />
      <View className="calc-days">
        <Stepper
          label={words.days[rule.unit]}
          hint={words.daysHint(periodWords(rule.days, rule.unit))}
          value={days}
          unit={words.dayUnit[rule.unit]}
          min={rule.days}
          max={MOST_DAYS}
          onChange={setDays}
        />
      </View>
      <Trouble problem={isRefused ? null : problem} isBusy={isBusy && !reckoned} onRetry={retry} />
      {reckoning ? (
        <View className="calc-answer">
          <LastDay word={words.until} reckoning={reckoning} today={today} counts />
          <View className="calc-calendar">
            <WindowCalendar
              reckoning={reckoning}
              today={today}
              event={words.posted}
              notes={reckoningNotes(reckoning)}
            />
          </View>
        </View>
      ) : null}
    </>
  )
}
