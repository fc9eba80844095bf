import type { Instant } from '../../shared/calendar/model'
import type { LocalcloudClient } from '../lib/localcloud-client'
import { plannedApplications } from './applications'
import { plannedNotices } from './notices'

/** Something done by one of the trial identities through the functions, at a moment of the past. */
export type TrialEvent = { at: Instant; happen: () => Promise<void> }

/** Fills the trial as of now, and leaves the clock at real time. */
export async function setUpTrial(client: LocalcloudClient, now: Instant): Promise<void> {
  await playTrial(client, now)
  await client.moveClock(null)
}

/**
 * Makes the trial's notices and applications as people would have by `now`: the clock goes to each event in turn,
 * never back, so that the timers do their part, and stands at `now` in the end.
 */
export async function playTrial(client: LocalcloudClient, now: Instant): Promise<void> {
  const events = [...(await plannedNotices(client, now)), ...plannedApplications(client, now)]
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  for (const { at, happen } of events) {
    await client.moveClock(at)
    await happen()
  }
  await client.moveClock(now)
}
