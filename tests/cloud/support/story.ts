import * as z from 'zod/mini'
import type { Instant } from '../../../shared/calendar/model'
import type { House, Person } from './house'
import { type DraftInput, nameList, type Posted, post, ZEYA_TOWNSHIP } from './writing'

const DAY = '2026-09-28'
/** Monday 28 September 2026, 9:00 in Beijing: seven working days over 国庆, the last is Tuesday 13 October. */
export const POSTING = '2026-09-28T01:00:00.000Z'
/** A minute later, when the timers have the posting before them. */
export const POSTED = '2026-09-28T01:01:00.000Z'
/** 9:00 on the day before the last. */
export const CLOSING = '2026-10-12T01:00:00.000Z'
/** 24:00 of the last day. */
export const CLOSE = '2026-10-13T16:00:00.000Z'
/** 9:00 on the morning after, when the close is told. */
export const MORNING_AFTER = '2026-10-14T01:00:00.000Z'

/** A village with a cadre and a villager nobody else has to do with: stories share only the clock. */
export type Story = {
  village: string
  cadre: Person
  villager: Person
  /** Posts in the village. */
  post(input?: Partial<DraftInput>, day?: string): Promise<Posted>
}

/** Begins stories one after the other, each in the next village of 泽雅镇, with the clock set to `now`. */
export function storyteller(house: House) {
  let told = 0
  return async (now: Instant = POSTING): Promise<Story> => {
    await endStories(house)
    told += 1
    const { units } = await house.anonymous.call('catalog', 'units', { district: 'ouhai' })
    const villages = units.filter(one => one.parent === ZEYA_TOWNSHIP).map(one => one.code)
    // Those of 泽雅镇 in turn; of an earlier story in the same village nothing is left.
    const village = villages[told % villages.length] ?? ''
    const cadre = await house.welcome(`cadre-${told}`)
    const office = { personId: cadre.personId, unit: village, role: 'cadre', until: null }
    await house.load('members', [{ _id: `office-${told}`, ...office }])
    await house.setTime(now)
    return {
      village,
      cadre,
      villager: await house.welcome(`villager-${told}`),
      post: (input, day = DAY) => post(cadre, nameList(day, { unit: village, ...input })),
    }
  }
}

const anything = z.looseObject({ _id: z.string() })

const NOTHING_AHEAD = { nextTransitionAt: null, transitions: [], calendarRevision: null }

/** Of what was told before nothing happens any more: no follower, no transition, no job is left. */
async function endStories(house: House): Promise<void> {
  const [follows, notices, applications, jobs] = await Promise.all([
    house.stored('follows', anything),
    house.stored('notices', anything, {
      $or: [{ nextTransitionAt: { $ne: null } }, { calendarRevision: { $ne: null } }],
    }),
    house.stored('applications', anything, { nextTransitionAt: { $ne: null } }),
    house.stored('jobs', anything, { state: 'open' }),
  ])
  await house.load(
    'follows',
    follows.map(one => ({ ...one, topic: 'over' })),
  )
  await house.load(
    'notices',
    notices.map(one => ({ ...one, ...NOTHING_AHEAD })),
  )
  await house.load(
    'applications',
    applications.map(one => ({ ...one, nextTransitionAt: null })),
  )
  await house.load(
    'jobs',
    jobs.map(one => ({ ...one, state: 'done' })),
  )
}
