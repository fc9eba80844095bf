import { Text, View } from '@tarojs/components'
import type { CalendarDate } from '../../../shared/calendar/model'
import { dateWithWeekday, dateWords, weekdayWords } from '../../../shared/calendar/words'
import type { NoticePage } from '../../../shared/contract/notices'
import { periodWords, reckoningNotes } from '../../../shared/publicity/reckoning-words'
import { Note } from '../../components/Note'
import { Sheet } from '../../components/Sheet'
import { Stepper } from '../../components/Stepper'
import { WindowCalendar } from '../../components/WindowCalendar'
import { common } from '../../words/common'
import { deskWords } from '../../words/desk'
import { windowWords } from '../../words/window'

type Props = {
  notice: NoticePage
  today: CalendarDate
  /** Null where the notice has no end. */
  minimumDays: number | null
  onDays: (days: number) => void
}

/** A window may be lengthened, but nobody means a notice of a year by it. */
const MOST_DAYS_MORE = 60
const words = deskWords.preview

/** The last day first, large; then how many days, and how they are counted. */
export function WindowPanel({ notice, today, minimumDays, onDays }: Props) {
  const { reckoning } = notice.window
  return (
    <Sheet>
      {reckoning ? (
        <>
          <View className="c2">{words.until}</View>
          <View className="until">
            <Text className="until-date num">{dateWords(reckoning.lastDay)}</Text>{' '}
            <Text className="until-day b">{words.midnight(weekdayWords(reckoning.lastDay))}</Text>
          </View>
          {reckoning.provisional ? (
            <View className="s t-pending">
              <Text className="mark">{common.provisional}</Text> {words.provisional}
            </View>
          ) : null}
          {minimumDays === null ? null : (
            <View className="until-days">
              <Stepper
                label={words.days}
                hint={words.least(periodWords(minimumDays, reckoning.unit))}
                value={reckoning.days}
                unit={words.unit}
                min={minimumDays}
                max={minimumDays + MOST_DAYS_MORE}
                onChange={onDays}
              />
            </View>
          )}
          <WindowCalendar
            reckoning={reckoning}
            today={today}
            event={windowWords.posted}
            notes={reckoningNotes(reckoning)}
          />
        </>
      ) : (
        <View className="until">
          <Text className="until-day b">{words.longTerm}</Text>
        </View>
      )}
      <Deadline lastDay={notice.deadline?.lastDay ?? null} today={today} />
    </Sheet>
  )
}

/** By when the catalog wants the matter disclosed, and whether today is in time. */
function Deadline({ lastDay, today }: { lastDay: CalendarDate | null; today: CalendarDate }) {
  if (lastDay === null) return null
  const isLate = today > lastDay
  const said = isLate ? words.late : words.inTime
  return (
    <View className="until-deadline">
      <Note tone={isLate ? 'closing' : 'plain'}>{said(dateWithWeekday(lastDay))}</Note>
    </View>
  )
}
