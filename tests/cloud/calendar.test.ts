import * as z from 'zod/mini'
import type { YearSchedule } from '../../shared/calendar/model'
import { notice } from '../../shared/notice/model'
import {
  TRIAL_2027,
  TRIAL_2027_FROM_DECEMBER,
  TRIAL_2027_LONG_NEW_YEAR,
  TRIAL_2027_WORKED_SUNDAY,
} from '../unit/calendar/schedule-2027'
import { brokenAt, chained } from './support/chain'
import { follow } from './support/followers'
import { type House, openHouse } from './support/house'
import { type Story, storyteller } from './support/story'
import { policyFile, post } from './support/writing'

/** Monday 28 December 2026, 9:00: seven working days reach into a year whose schedule is not announced. */
const POSTING = '2026-12-28T01:00:00.000Z'
const DAY = '2026-12-28'
const NEXT_DAY = '2026-12-29T01:00:00.000Z'

let house: House
let begin: ReturnType<typeof storyteller>
let story: Story
beforeAll(async () => {
  house = await openHouse(POSTING)
  begin = storyteller(house)
})
afterAll(() => house.stop())
beforeEach(async () => {
  await house.holdTimer('clock', false)
  story = await begin(POSTING)
  await load([], '2026-01-01T00:00:00.000Z')
})

const settling = z.pick(notice, {
  window: true,
  deadline: true,
  closesBy: true,
  provisional: true,
  transitions: true,
  nextTransitionAt: true,
  calendarRevision: true,
  history: true,
})
async function stateOf(id: string) {
  const [one] = await house.stored('notices', settling, { _id: id })
  if (!one) throw new Error(`no notice ${id}`)
  const { history, ...rest } = one
  return {
    ...rest,
    lastDay: one.window?.reckoning?.lastDay,
    actions: history.map(entry => entry.action),
    entry: history.at(-1),
  }
}
/** 国务院办公厅 announces: a document in the database, no release. */
function announce(schedule: YearSchedule, loadedAt: string): Promise<void> {
  return load([schedule], loadedAt)
}
function load(schedules: YearSchedule[], loadedAt: string): Promise<void> {
  return house.load('calendars', [{ _id: 'cn-2027', districtId: null, schedules, overrides: [], loadedAt }])
}

describe('a notice posted on 28 December 2026', () => {
  it('is provisional until a schedule for 2027 is there', async () => {
    const { id } = await story.post({}, DAY)
    await house.setTime(NEXT_DAY)
    expect(await stateOf(id)).toMatchObject({
      lastDay: '2027-01-07',
      provisional: true,
      actions: ['drafted', 'published', 'opened'],
    })
    const { notice: page } = await house.anonymous.call('notices', 'get', { id })
    expect(page.publicitySentence).toContain('暂定')
    expect(page.face.provisional).toBe(true)
  })

  it('settles at the next run of the clock where the schedule changes nothing, and nobody is told', async () => {
    const { id } = await story.post({}, DAY)
    await follow(house, story.villager, 'notice', id)
    await house.setTime('2026-12-28T01:01:00.000Z')
    await announce(TRIAL_2027, '2026-12-29T00:30:00.000Z')
    await house.setTime(NEXT_DAY)
    expect(await stateOf(id)).toMatchObject({
      lastDay: '2027-01-07',
      provisional: false,
      calendarRevision: expect.any(String),
      actions: ['drafted', 'published', 'opened', 'calendar-settled'],
    })
    expect((await house.inbox(story.villager)).map(one => one.title)).toEqual(['公示开始提醒'])
  })

  it('ends later where 元旦 is longer than was thought: recorded, shown, and told once', async () => {
    const { id } = await story.post({}, DAY)
    await follow(house, story.villager, 'notice', id)
    await follow(house, story.villager, 'unit', story.village)
    await house.setTime('2026-12-28T01:01:00.000Z')
    await announce(TRIAL_2027_LONG_NEW_YEAR, '2026-12-29T00:30:00.000Z')
    await house.holdTimer('clock', true)
    await house.setTime(NEXT_DAY)
    await house.fire('clock', 2)
    await Promise.all([house.fire('clock', 2), house.fire('courier', 2)])
    await house.fire('courier', 2)

    const settled = await stateOf(id)
    expect(settled).toMatchObject({
      lastDay: '2027-01-09',
      provisional: false,
      closesBy: '2027-01-09T16:00:00.000Z',
      actions: ['drafted', 'published', 'opened', 'calendar-settled'],
      transitions: [
        { event: 'closing', at: '2027-01-08T01:00:00.000Z' },
        { event: 'closed', at: '2027-01-09T16:00:00.000Z' },
      ],
      nextTransitionAt: '2027-01-08T01:00:00.000Z',
    })
    expect(settled.window?.reckoning?.calendar.at(-1)).toMatchObject({ date: '2027-01-09', reason: 'makeup' })
    expect(settled.entry).toMatchObject({
      by: { role: 'system' },
      before: { window: { closesAt: '2027-01-07T16:00:00.000Z' }, provisional: true },
      after: { window: { closesAt: '2027-01-09T16:00:00.000Z' }, provisional: false },
    })

    const { notice: page } = await house.anonymous.call('notices', 'get', { id })
    expect(page.publicitySentence).not.toContain('暂定')
    expect(page.changes.map(one => one.text).join()).toContain('1月9日')
    const told = (await house.inbox(story.villager)).filter(one => one.title === '公示日期确定通知')
    expect(told).toHaveLength(1)
    expect(Object.values(told[0]?.data ?? {})).toEqual(
      expect.arrayContaining(['2027年1月7日', '2027年1月9日']),
    )
  })

  it('and goes on to close on its new last day', async () => {
    const { id } = await story.post({}, DAY)
    await follow(house, story.villager, 'notice', id)
    await announce(TRIAL_2027_LONG_NEW_YEAR, '2026-12-29T00:30:00.000Z')
    for (const now of [NEXT_DAY, '2027-01-06T01:00:00.000Z', '2027-01-07T16:00:00.000Z']) {
      await house.setTime(now)
      expect((await stateOf(id)).actions).not.toContain('closing')
    }
    await house.setTime('2027-01-08T01:00:00.000Z')
    await house.setTime('2027-01-09T16:00:00.000Z')
    await house.setTime('2027-01-10T01:00:00.000Z')
    expect((await stateOf(id)).actions.slice(-2)).toEqual(['closing', 'closed'])
    const titles = (await house.inbox(story.villager)).map(one => one.title).sort()
    expect(titles).toEqual(['公示即将结束提醒', '公示开始提醒', '公示日期确定通知', '公示结束通知'].sort())
  })

  it('keeps the promised end where the schedule has more working days than was thought', async () => {
    const { id } = await story.post({}, DAY)
    await follow(house, story.villager, 'notice', id)
    await announce(TRIAL_2027_WORKED_SUNDAY, '2026-12-29T00:30:00.000Z')
    await house.setTime(NEXT_DAY)
    const settled = await stateOf(id)
    expect(settled).toMatchObject({ lastDay: '2027-01-07', provisional: false })
    expect(settled.window?.reckoning?.days).toBe(8)
    expect((await house.inbox(story.villager)).map(one => one.title)).toEqual(['公示开始提醒'])
  })

  it('posted after the schedule is there is not provisional', async () => {
    await announce(TRIAL_2027_LONG_NEW_YEAR, '2026-12-28T00:30:00.000Z')
    const { window } = await story.post({}, DAY)
    expect(window.reckoning).toMatchObject({ lastDay: '2027-01-09', provisional: false })
  })

  it('and one without an end or long closed are left alone', async () => {
    const policy = await post(house.as('ouhai-officer'), policyFile(DAY))
    await house.setTime('2026-12-22T01:00:00.000Z')
    const closed = await story.post({}, '2026-12-22')
    expect(closed.window.reckoning).toMatchObject({ lastDay: '2026-12-31', provisional: true })
    // No timer has run since before the close: the window is closed all the same.
    await house.holdTimer('clock', true)
    await house.setTime('2027-01-01T02:00:00.000Z')
    await announce(TRIAL_2027_FROM_DECEMBER, '2027-01-01T01:30:00.000Z')
    await house.holdTimer('clock', false)
    await house.setTime('2027-01-01T02:01:00.000Z')
    const left = await stateOf(closed.id)
    expect(left.actions).not.toContain('calendar-settled')
    expect(left).toMatchObject({ lastDay: '2026-12-31', calendarRevision: null, nextTransitionAt: null })
    const standing = await stateOf(policy.id)
    expect(standing.actions.filter(action => action === 'calendar-settled')).toEqual([])
    expect(standing.deadline).toMatchObject({ provisional: false })
    expect(standing.calendarRevision).toBeNull()
  })

  it('is lengthened, not closed, by a schedule that came before a close the clock has missed', async () => {
    const { id } = await story.post({}, DAY)
    await house.setTime('2026-12-28T01:01:00.000Z')
    await house.holdTimer('clock', true)
    await announce(TRIAL_2027_LONG_NEW_YEAR, '2026-12-29T00:30:00.000Z')
    await house.setTime('2027-01-08T02:00:00.000Z')
    await house.holdTimer('clock', false)
    await house.setTime('2027-01-08T02:01:00.000Z')
    expect(await stateOf(id)).toMatchObject({ lastDay: '2027-01-09', closesBy: '2027-01-09T16:00:00.000Z' })
    expect((await stateOf(id)).actions).not.toContain('closed')
  })

  it('is recomputed by a calendar that was corrected in place, whatever its date of loading says', async () => {
    const { id } = await story.post({}, DAY)
    await announce(TRIAL_2027, '2026-12-29T00:30:00.000Z')
    await house.setTime(NEXT_DAY)
    await announce(TRIAL_2027_LONG_NEW_YEAR, '2026-12-29T00:30:00.000Z')
    await house.setTime('2026-12-29T01:02:00.000Z')
    expect(await stateOf(id)).toMatchObject({ lastDay: '2027-01-09' })
  })

  it('goes its way by the schedules that are sound while another has a slip in it', async () => {
    const { id } = await story.post({}, DAY)
    await house.setTime('2026-12-28T01:01:00.000Z')
    await announce({ ...TRIAL_2027, holidays: TRIAL_2027.holidays.slice(0, 1) }, '2026-12-29T00:30:00.000Z')
    await house.setTime(NEXT_DAY)
    expect(await stateOf(id)).toMatchObject({ provisional: true, lastDay: '2027-01-07' })
    await house.setTime('2027-01-06T01:00:00.000Z')
    await house.setTime('2027-01-07T16:00:00.000Z')
    expect((await stateOf(id)).actions).toEqual(['drafted', 'published', 'opened', 'closing', 'closed'])
  })
})

describe('the history of a notice that lived through everything', () => {
  async function liveThrough() {
    const { id } = await story.post({}, DAY)
    await house.setTime('2026-12-28T01:01:00.000Z')
    await announce(TRIAL_2027_LONG_NEW_YEAR, '2026-12-29T00:30:00.000Z')
    for (const now of [NEXT_DAY, '2027-01-08T01:00:00.000Z', '2027-01-09T16:00:00.000Z']) {
      await house.setTime(now)
    }
    const [stored] = await house.stored('notices', chained, { _id: id })
    if (!stored) throw new Error('the notice is gone')
    return stored
  }

  it('is a chain whose every hash anybody can recompute, and in which every later edit shows', async () => {
    const stored = await liveThrough()
    expect(stored.history.map(entry => entry.action)).toEqual([
      'drafted',
      'published',
      'opened',
      'calendar-settled',
      'closing',
      'closed',
    ])
    expect(brokenAt(stored)).toBeNull()

    const published = stored.history.findIndex(entry => entry.action === 'published')
    const edited = (change: (history: typeof stored.history) => typeof stored.history) =>
      brokenAt({ ...stored, history: change(structuredClone(stored.history)) })
    const withEntry = (over: object) =>
      edited(history => history.map((entry, at) => (at === published ? { ...entry, ...over } : entry)))
    expect(withEntry({ at: '2026-12-27T01:00:00.000Z' })).toBe('entry 2 was changed')
    expect(withEntry({ by: { personId: 'wx:other', role: 'cadre', unit: story.village } })).toBe(
      'entry 2 was changed',
    )
    expect(withEntry({ after: {} })).toBe('entry 2 was changed')
    expect(edited(history => history.filter((_, at) => at !== published))).toBe('entry 2 is numbered 3')
    expect(edited(history => history.slice(0, -1))).toBe('version 6 has 5 entries')
    expect(brokenAt({ ...stored, version: 5, history: stored.history.slice(0, -1) })).toBe(
      'the last entry is missing',
    )
  })

  it('names who did each thing: a cadre of the village, then the clock', async () => {
    const stored = await liveThrough()
    const who = z.looseObject({ by: z.object({ personId: z.string(), role: z.string(), unit: z.string() }) })
    expect(stored.history.map(entry => z.parse(who, entry).by)).toEqual([
      ...Array(2).fill({ personId: story.cadre.personId, role: 'cadre', unit: story.village }),
      ...Array(4).fill({ personId: 'system:clock', role: 'system', unit: '' }),
    ])
  })
})
