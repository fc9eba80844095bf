import type { Instant } from '../../../shared/calendar/model'
import { createCalendar } from '../../../shared/calendar/work-calendar'
import { faceOf, faceState } from '../../../shared/publicity/face'
import { type WindowRule, windowFace } from '../../../shared/publicity/model'
import { transitionsOf, windowState } from '../../../shared/publicity/state'
import { openWindow } from '../../../shared/publicity/window'
import { LONG_TERM, morningOf, SEVEN_DAYS, SEVEN_WORKDAYS } from './rules'

const calendar = createCalendar()

function post(rule: WindowRule, postedAt: Instant) {
  return openWindow({ rule, postedAt, calendar, number: 1 })
}

describe('the state of seven working days posted on Monday 28 September 2026', () => {
  const window = post(SEVEN_WORKDAYS, morningOf('2026-09-28'))

  it.each([
    ['the second of posting', '2026-09-28T01:00:00.000Z', 'posted', 0, 7, 15],
    ['the last millisecond of the posting day', '2026-09-28T15:59:59.999Z', 'posted', 0, 7, 15],
    ['00:00 of the first day', '2026-09-28T16:00:00.000Z', 'open', 1, 6, 14],
    ['the middle of 国庆', '2026-10-04T04:00:00.000Z', 'open', 2, 5, 9],
    ['the third day', '2026-10-08T02:00:00.000Z', 'open', 3, 4, 5],
    ['the make-up Saturday', '2026-10-10T02:00:00.000Z', 'open', 5, 2, 3],
    ['the Sunday that is not counted', '2026-10-11T02:00:00.000Z', 'open', 5, 2, 2],
    ['the day before the last', '2026-10-11T16:00:00.000Z', 'closing', 6, 1, 1],
    ['00:00 of the last day', '2026-10-12T16:00:00.000Z', 'closing', 7, 0, 0],
    ['the last millisecond', '2026-10-13T15:59:59.999Z', 'closing', 7, 0, 0],
    ['24:00 of the last day', '2026-10-13T16:00:00.000Z', 'closed', 7, 0, -1],
    ['a month later', '2026-11-13T16:00:00.000Z', 'closed', 7, 0, -32],
  ])('at %s, %s, is %s', (_name, now, phase, day, daysLeft, calendarDaysToLast) => {
    expect(windowState(window, now)).toEqual({ phase, day, total: 7, daysLeft, calendarDaysToLast })
  })

  it('is the same from the face that a card holds', () => {
    const face = windowFace.parse(faceOf(window))
    for (const now of ['2026-09-28T01:00:00.000Z', '2026-10-10T02:00:00.000Z', '2026-10-13T16:00:00.000Z']) {
      expect(faceState(face, now)).toEqual(windowState(window, now))
    }
  })

  it('is refused for what is no instant', () => {
    expect(() => windowState(window, '2026-10-10')).toThrow(
      expect.objectContaining({ code: 'instant-invalid' }),
    )
  })
})

describe('the state of a window whose last day moved', () => {
  const window = post(SEVEN_DAYS, morningOf('2026-09-25'))

  it('has one day left all through the holiday that is jumped over', () => {
    expect(windowState(window, '2026-10-01T04:00:00.000Z')).toMatchObject({ day: 6, daysLeft: 1 })
    expect(windowState(window, '2026-10-05T04:00:00.000Z')).toMatchObject({
      phase: 'open',
      day: 6,
      daysLeft: 1,
    })
    expect(windowState(window, '2026-10-07T04:00:00.000Z')).toMatchObject({ phase: 'closing', daysLeft: 1 })
    expect(windowState(window, '2026-10-08T04:00:00.000Z')).toMatchObject({ day: 7, total: 7, daysLeft: 0 })
  })
})

describe('the state of a window of one day', () => {
  it('is about to close from the posting on', () => {
    const window = post({ ...SEVEN_WORKDAYS, days: 1 }, morningOf('2026-11-02'))
    expect(windowState(window, morningOf('2026-11-02'))).toMatchObject({
      phase: 'closing',
      day: 0,
      daysLeft: 1,
    })
  })
})

describe('the state of 长期公开', () => {
  it('has no end to count to', () => {
    const window = post(LONG_TERM, morningOf('2026-11-02'))
    expect(windowState(window, '2036-11-02T01:00:00.000Z').phase).toBe('long-term')
  })
})

describe('the transitions of a window', () => {
  it('are opened, closing at nine the day before the last, and closed', () => {
    expect(transitionsOf(post(SEVEN_WORKDAYS, morningOf('2026-09-28')))).toEqual([
      { event: 'opened', at: '2026-09-28T01:00:00.000Z' },
      { event: 'closing', at: '2026-10-12T01:00:00.000Z' },
      { event: 'closed', at: '2026-10-13T16:00:00.000Z' },
    ])
  })

  it('say closing on the day before on the wall calendar, working day or not', () => {
    const window = post(SEVEN_WORKDAYS, morningOf('2026-11-05'))
    expect(window.reckoning?.lastDay).toBe('2026-11-16')
    expect(transitionsOf(window)[1]).toEqual({ event: 'closing', at: '2026-11-15T01:00:00.000Z' })
  })

  it('leave closing out where the posting is not before it', () => {
    const oneDay = { ...SEVEN_WORKDAYS, days: 1 }
    const events = (postedAt: Instant) => transitionsOf(post(oneDay, postedAt)).map(({ event }) => event)
    expect(events('2026-11-02T00:59:59.999Z')).toEqual(['opened', 'closing', 'closed'])
    expect(events('2026-11-02T01:00:00.000Z')).toEqual(['opened', 'closed'])
    expect(events('2026-11-02T09:00:00.000Z')).toEqual(['opened', 'closed'])
  })

  it('of 长期公开 are the opening alone', () => {
    const postedAt = morningOf('2026-11-02')
    expect(transitionsOf(post(LONG_TERM, postedAt))).toEqual([{ event: 'opened', at: postedAt }])
  })
})
