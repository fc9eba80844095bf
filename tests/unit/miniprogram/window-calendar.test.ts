import { weeksOf } from '../../../miniprogram/components/WindowCalendar/weeks'
import { createCalendar } from '../../../shared/calendar/work-calendar'
import type { Reckoning } from '../../../shared/publicity/model'
import { openWindow } from '../../../shared/publicity/window'
import { morningOf, SEVEN_WORKDAYS } from '../publicity/rules'

/** Posted on Monday 28 September 2026, over the National Day holiday, until Tuesday 13 October. */
function overNationalDay(): Reckoning {
  const { reckoning } = openWindow({
    rule: SEVEN_WORKDAYS,
    postedAt: morningOf('2026-09-28'),
    calendar: createCalendar(),
    number: 1,
  })
  if (!reckoning) throw new Error('a window of seven working days has a reckoning')
  return reckoning
}

const cellsOn = (today: string) => weeksOf(overNationalDay(), today).flat()

test('a calendar begins on the Monday of the posting and ends on the Sunday of the last day', () => {
  const weeks = weeksOf(overNationalDay(), '2026-10-08')
  expect(weeks.map(week => [week[0]?.date, week[6]?.date])).toEqual([
    ['2026-09-28', '2026-10-04'],
    ['2026-10-05', '2026-10-11'],
    ['2026-10-12', '2026-10-18'],
  ])
})

test('the last day is marked once, and the days after it belong to no reckoning', () => {
  const cells = cellsOn('2026-10-08')
  expect(cells.filter(cell => cell.isLast).map(cell => cell.date)).toEqual(['2026-10-13'])
  expect(cells.find(cell => cell.date === '2026-10-14')?.day).toBeNull()
})

test('the make-up working Saturday, 10 October, is counted as the fifth day', () => {
  const saturday = cellsOn('2026-10-08').find(cell => cell.date === '2026-10-10')
  expect(saturday?.day).toMatchObject({ reason: 'makeup', ordinal: 5 })
})

test('today is marked while the window runs, and not after it', () => {
  expect(cellsOn('2026-10-08').filter(cell => cell.isToday)).toHaveLength(1)
  expect(cellsOn('2026-10-15').filter(cell => cell.isToday)).toHaveLength(0)
})
