import { Text, View } from '@tarojs/components'
import type { DeskCase } from '../../../shared/application/page'
import { beijingDate } from '../../../shared/calendar/date'
import { dateWithWeekday, dateWords } from '../../../shared/calendar/words'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { classes } from '../../theme/classes'
import { common } from '../../words/common'
import { caseWords } from '../../words/desk-cases'

type Props = {
  one: DeskCase
  namesStep: boolean
  isLate: boolean
  /** Null where cases are opened; else whether this one is ticked. */
  chosen: boolean | null
  onTap: () => void
}

const words = caseWords.list

/** One case on the list: the step, who, and of what. */
export function CaseCard({ one, namesStep, isLate, chosen, onTap }: Props) {
  const isChoosing = chosen !== null
  return (
    <Tap
      className={classes('todo', chosen === true && 'todo-on')}
      role={isChoosing ? 'checkbox' : 'link'}
      {...(isChoosing ? { checked: chosen, label: words.chosen(one.subjectName) } : {})}
      onTap={onTap}
    >
      {isChoosing ? (
        <View className={classes('tick-box', chosen && 'tick-box-on')}>
          {chosen ? <Icon name="check" small /> : null}
        </View>
      ) : null}
      <View className="grow">
        {namesStep ? <View className="s c2">{one.stepName}</View> : null}
        <View className="todo-name">
          <Text className="b">{one.subjectName}</Text>
          {one.example ? <Text className="mark c2">{common.example}</Text> : null}
        </View>
        <View className="s c2">{namesStep ? `${one.procedureName} · ${one.unitName}` : one.unitName}</View>
        <Foot one={one} isLate={isLate} />
      </View>
      {isChoosing ? null : <Icon name="right" small className="c3" />}
    </Tap>
  )
}

function Foot({ one, isLate }: Pick<Props, 'one' | 'isLate'>) {
  if (one.unanswered > 0) return <View className="s t-closing">{words.unanswered(one.unanswered)}</View>
  const dueOn = one.limit?.dueOn ?? null
  if (isLate && dueOn) return <View className="s t-late">{words.lateOn(dateWithWeekday(dueOn))}</View>
  const since = words.since(dateWords(beijingDate(one.since)))
  const state = one.publicity ? `${caseWords.publicity[one.publicity]} · ` : ''
  return <View className="s c3">{state + since}</View>
}
