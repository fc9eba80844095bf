import './index.scss'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { weekday } from '../../../shared/calendar/date'
import type { CalendarDate } from '../../../shared/calendar/model'
import { dateWithWeekday } from '../../../shared/calendar/words'
import type { ReckonedDay, Reckoning } from '../../../shared/publicity/model'
import { aria } from '../../platform/aria'
import { common } from '../../words/common'
import { windowWords } from '../../words/window'
import { Tap } from '../Tap'
import { type Cell, weeksOf } from './weeks'

type Props = {
  reckoning: Reckoning
  today: CalendarDate
  /** What happened on the day that is not counted, in two characters: 张贴, 形成, 收到. */
  event: string
  /** Reasons in words below: `10月1日—7日` `国庆放假，不算`. */
  notes?: { dates: string; text: string }[]
}

/** A calendar this long is shown by its beginning and its end; the weeks between open on a tap. */
const LONG = 8
const SHOWN_AT_AN_END = 3

/** A reckoning as a calendar: counted and gone, counted and to come, not counted, the day of the event. */
export function WindowCalendar({ reckoning, today, event, notes = [] }: Props) {
  const weeks = weeksOf(reckoning, today)
  const [isWhole, setWhole] = useState(false)
  const isFolded = weeks.length > LONG && !isWhole
  const hasBegun = today > reckoning.eventDate
  return (
    <View>
      <View className="cal" {...aria({ role: 'img', label: said(reckoning) })}>
        <View className="cal-w">
          {windowWords.weekdays.map(name => (
            <View className="cal-h" key={name}>
              {name}
            </View>
          ))}
        </View>
        <Weeks weeks={isFolded ? weeks.slice(0, SHOWN_AT_AN_END) : weeks} today={today} event={event} />
      </View>
      {isFolded ? (
        <>
          <Tap className="more" onTap={() => setWhole(true)}>
            {windowWords.calendar.weeksBetween(weeks.length - 2 * SHOWN_AT_AN_END)}
          </Tap>
          <View className="cal" {...aria({ hidden: true })}>
            <Weeks weeks={weeks.slice(-SHOWN_AT_AN_END)} today={today} event={event} />
          </View>
        </>
      ) : null}
      <Legend event={event} hasBegun={hasBegun} />
      <Reasons notes={notes} />
    </View>
  )
}

function Weeks({ weeks, today, event }: { weeks: Cell[][]; today: CalendarDate; event: string }) {
  return (
    <>
      {weeks.map(week => (
        <View className="cal-w" key={week[0]?.date}>
          {week.map(cell => (
            <Square key={cell.date} cell={cell} today={today} event={event} />
          ))}
        </View>
      ))}
    </>
  )
}

function Square({ cell, today, event }: { cell: Cell; today: CalendarDate; event: string }) {
  const { date, day, isLast, isToday } = cell
  const startsMonth = date.endsWith('-01') || day?.reason === 'event'
  const flag = flagOf(cell)
  return (
    <View className={`cal-d ${lookOf(day, today)}${isToday ? ' d-today' : ''}${isLast ? ' d-end' : ''}`}>
      <View className={`num ${startsMonth ? 'cal-md' : 'cal-n'}`}>
        {startsMonth ? <Text className="cal-m">{monthOf(date)}/</Text> : null}
        <Text>{dayOfMonth(date)}</Text>
      </View>
      <Text className="cal-l">
        {isToday ? windowWords.calendar.today : <Label day={day} event={event} />}
      </Text>
      {flag ? <Text className={`cal-flag ${isLast ? 'cal-last' : ''}`}>{flag}</Text> : null}
    </View>
  )
}

function lookOf(day: ReckonedDay | null, today: CalendarDate): string {
  if (day === null) return 'd-none'
  if (day.reason === 'event') return 'd-post'
  if (day.ordinal === null) return 'd-off'
  return day.date <= today ? 'd-past' : 'd-next'
}

function Label({ day, event }: { day: ReckonedDay | null; event: string }) {
  if (day === null) return <Text> </Text>
  if (day.reason === 'event') return <Short rest={event.slice(0, -1)} core={event.slice(-1)} />
  if (day.ordinal !== null) return <Short rest={windowWords.nth} core={`${day.ordinal}${windowWords.day}`} />
  if (day.reason === 'weekend') return <Weekend date={day.date} />
  return <Text>{windowWords.calendar.off}</Text>
}

/** `第3天`, or `3天` where the type is large. */
function Short({ rest, core }: { rest: string; core: string }) {
  return (
    <>
      <Text className="wide">{rest}</Text>
      <Text>{core}</Text>
    </>
  )
}

function Weekend({ date }: { date: CalendarDate }) {
  const { saturday, sunday, off } = windowWords.calendar
  return (
    <>
      <Text className="wide">{weekday(date) === 6 ? saturday : sunday}</Text>
      <Text className="narrow">{off}</Text>
    </>
  )
}

function flagOf({ day, isLast }: Cell): string {
  if (isLast) return windowWords.calendar.last
  return day?.reason === 'makeup' ? windowWords.calendar.makeup : ''
}

function Legend({ event, hasBegun }: { event: string; hasBegun: boolean }) {
  const { past, next, counted, off } = windowWords.legend
  return (
    <View className="leg">
      {hasBegun ? <Key look="d-past" word={past} /> : null}
      <Key look="d-next" word={hasBegun ? next : counted} />
      <Key look="d-off" word={off} />
      <Key look="d-post" word={windowWords.eventNotCounted(event)} />
    </View>
  )
}

function Key({ look, word }: { look: string; word: string }) {
  return (
    <View className="leg-i">
      <View className={`leg-s ${look}`} />
      <Text>{word}</Text>
    </View>
  )
}

function Reasons({ notes }: { notes: { dates: string; text: string }[] }) {
  if (notes.length === 0) return null
  return (
    <View className="why">
      {notes.map(note => (
        <View className="why-r" key={note.dates + note.text}>
          {note.dates ? <Text className="why-d">{note.dates}</Text> : null}
          <Text className="grow">{note.text}</Text>
        </View>
      ))}
    </View>
  )
}

function said(reckoning: Reckoning): string {
  const end = `${windowWords.until} ${dateWithWeekday(reckoning.lastDay)}，${windowWords.lastDayCounts}`
  const provisional = reckoning.provisional ? `，${common.provisional}` : ''
  return `${windowWords.of(reckoning.days)}，${end}${provisional}`
}

function dayOfMonth(date: CalendarDate): number {
  return Number(date.slice(8))
}

function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7))
}
