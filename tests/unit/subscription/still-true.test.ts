import { createCalendar } from '../../../shared/calendar/work-calendar'
import type { MessageEvent } from '../../../shared/catalog/message'
import type { NoticeStatus } from '../../../shared/notice/model'
import type { PublicityWindow } from '../../../shared/publicity/model'
import { openWindow } from '../../../shared/publicity/window'
import { isStillTrue } from '../../../shared/subscription/still-true'
import { LONG_TERM, morningOf, SEVEN_WORKDAYS } from '../publicity/rules'

const calendar = createCalendar()
const postedAt = morningOf('2026-09-28')
/** Seven working days over 国庆: the last is Tuesday 13 October 2026. */
const WINDOW = openWindow({ rule: SEVEN_WORKDAYS, postedAt, calendar, number: 1 })
/** The same, moved by a day off in between: the last is Wednesday 14 October. */
const MOVED = openWindow({
  rule: SEVEN_WORKDAYS,
  postedAt,
  calendar: createCalendar({ overrides: [{ date: '2026-10-09', working: false, reason: '台风' }] }),
  number: 1,
})

const DAY_BEFORE_LAST = '2026-10-12T01:00:00.000Z'
const LAST_DAY = '2026-10-13T15:59:59.999Z'
const CLOSE = '2026-10-13T16:00:00.000Z'

type Matter = { status?: NoticeStatus; window?: PublicityWindow | null; round?: number }
function isTrue(event: MessageEvent, now: string, matter: Matter = {}): boolean {
  const { status = 'published', window = WINDOW, round = 1 } = matter
  return isStillTrue({ event, round }, { status, window }, now)
}

describe('that a notice has opened', () => {
  test('is so until its close', () => {
    expect(isTrue('notice-opened', postedAt)).toBe(true)
    expect(isTrue('notice-opened', LAST_DAY)).toBe(true)
    expect(isTrue('notice-opened', CLOSE)).toBe(false)
  })

  test('is so for good where it has no end', () => {
    const window = openWindow({ rule: LONG_TERM, postedAt, calendar, number: 1 })
    expect(isTrue('notice-opened', '2027-10-13T16:00:00.000Z', { window })).toBe(true)
  })
})

describe('that a notice closes tomorrow', () => {
  test('is so on the day before its last, and on the last', () => {
    expect(isTrue('notice-closing', '2026-10-11T15:59:59.999Z')).toBe(false)
    expect(isTrue('notice-closing', DAY_BEFORE_LAST)).toBe(true)
    expect(isTrue('notice-closing', LAST_DAY)).toBe(true)
    expect(isTrue('notice-closing', CLOSE)).toBe(false)
  })

  test('is not so any more where its end has moved away, until it is near again', () => {
    expect(MOVED.reckoning?.lastDay).toBe('2026-10-14')
    expect(isTrue('notice-closing', DAY_BEFORE_LAST, { window: MOVED })).toBe(false)
    expect(isTrue('notice-closing', '2026-10-13T01:00:00.000Z', { window: MOVED })).toBe(true)
  })
})

describe('that a notice has closed', () => {
  test('is so from 24:00 of its last day', () => {
    expect(isTrue('notice-closed', LAST_DAY)).toBe(false)
    expect(isTrue('notice-closed', CLOSE)).toBe(true)
  })

  test('is not so where its end has moved away', () => {
    expect(isTrue('notice-closed', CLOSE, { window: MOVED })).toBe(false)
  })
})

describe('nothing is so', () => {
  test.each<MessageEvent>(['notice-opened', 'notice-closing', 'calendar-settled'])(
    'of %s: of a draft, a withdrawn notice, one without a window, or a window restarted since',
    event => {
      expect(isTrue(event, DAY_BEFORE_LAST)).toBe(true)
      expect(isTrue(event, DAY_BEFORE_LAST, { status: 'draft' })).toBe(false)
      expect(isTrue(event, DAY_BEFORE_LAST, { status: 'withdrawn' })).toBe(false)
      expect(isTrue(event, DAY_BEFORE_LAST, { window: null })).toBe(false)
      expect(isTrue(event, DAY_BEFORE_LAST, { window: { ...WINDOW, number: 2 } })).toBe(false)
    },
  )
})
