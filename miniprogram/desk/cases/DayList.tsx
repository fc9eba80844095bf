import { CustomWrapper, Text, View } from '@tarojs/components'
import type { DeskCase } from '../../../shared/application/page'
import type { CalendarDate } from '../../../shared/calendar/model'
import { weekdayWords } from '../../../shared/calendar/words'
import { Chip } from '../../components/Chip'
import { aria } from '../../platform/aria'
import { classes } from '../../theme/classes'
import { caseWords } from '../../words/desk-cases'
import { byDay, type DayGroup } from './by-day'
import { CaseCard } from './CaseCard'

type Props = {
  cases: readonly DeskCase[]
  today: CalendarDate
  /** False where all stand at one step that is named above. */
  namesStep: boolean
  /** Ids that are ticked; null where cases are opened. */
  chosen: readonly string[] | null
  onTap: (one: DeskCase) => void
}

const words = caseWords.list

/** The desk by date: a day leaf, and what is due that day. */
export function DayList({ cases, today, namesStep, chosen, onTap }: Props) {
  return (
    <View>
      {byDay(cases, today).map(group => (
        <View className="day" key={group.key}>
          {group.date ? <Leaf date={group.date} kind={group.kind} /> : null}
          <View className="grow">
            <DayHead group={group} />
            {group.cases.map(one => (
              <CustomWrapper key={one.id}>
                <CaseCard
                  one={one}
                  namesStep={namesStep}
                  isLate={group.kind === 'late'}
                  chosen={chosen === null ? null : chosen.includes(one.id)}
                  onTap={() => onTap(one)}
                />
              </CustomWrapper>
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}

function Leaf({ date, kind }: { date: CalendarDate; kind: DayGroup['kind'] }) {
  const look = kind === 'late' ? 'leaf-late' : kind === 'today' ? 'leaf-today' : ''
  return (
    <View className={classes('leaf', look)} {...aria({ hidden: true })}>
      <View className="leaf-month">{`${Number(date.slice(5, 7))}月`}</View>
      <View className="leaf-day num">{Number(date.slice(8, 10))}</View>
    </View>
  )
}

function DayHead({ group }: { group: DayGroup }) {
  const { kind, date, days } = group
  if (kind === 'late') {
    return (
      <View className="day-head">
        <Chip tone="late" word={words.lateBy(-days)} />
      </View>
    )
  }
  if (date === null) {
    const [head, why] = UNDATED[kind] ?? UNDATED_WORDS
    return (
      <View className="day-head">
        <Text className="b l">{head}</Text>
        {why ? <Text className="s c2">{why}</Text> : null}
      </View>
    )
  }
  return (
    <View className="day-head">
      <Text className="b l">{nearWords(kind) ?? weekdayWords(date)}</Text>
      {kind === 'day' ? <Text className="s c2">{caseWords.limit.left(days)}</Text> : null}
    </View>
  )
}

const UNDATED_WORDS: [string, string] = [words.undated, '']
const UNDATED: Partial<Record<DayGroup['kind'], [string, string]>> = {
  paused: [words.paused, words.pausedWhy],
  posted: [words.posted, words.postedWhy],
}

function nearWords(kind: DayGroup['kind']): string | null {
  if (kind === 'today') return words.today
  return kind === 'tomorrow' ? words.tomorrow : null
}
