import { fairShares } from '../kit/run-limit'
import { serveTimer } from '../kit/timer'
import { catchUp } from './catch-up'
import { moveApplications } from './move-applications'
import { moveDue } from './move-due'
import { recomputeWindows } from './recompute-windows'

/** A run begins nothing more after this; its function is ended after 60 s. */
const RUN_SECONDS = 40
const PARTS = 4

/**
 * The timer that opens and closes windows, and what waits for them. It may run twice at once, or not for days: each
 * step is written once and finds by itself what is still to do. A later calendar is applied first: a window whose day
 * a new schedule made a holiday is lengthened, not closed, if the schedule came before its close. What a notice has
 * to say to its applications comes before their own close.
 */
export const main = serveTimer('clock', async now => {
  const share = fairShares(RUN_SECONDS, PARTS)
  const recomputed = await recomputeWindows(now, share())
  const moved = await moveDue(now, share())
  const caughtUp = await catchUp(now, share())
  const applications = await moveApplications(now, share())
  return { recomputed, moved, caughtUp, applications }
})
