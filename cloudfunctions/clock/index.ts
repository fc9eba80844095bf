import { runLimit } from '../kit/run-limit'
import { serveTimer } from '../kit/timer'
import { moveDue } from './move-due'
import { recomputeWindows } from './recompute-windows'

/** Each half of a run begins nothing more after this; its function is ended after 60 s. */
const HALF_SECONDS = 20

/**
 * The timer that opens and closes windows. It may run twice at once, or not for days: each step is written
 * once and finds by itself what is still to do. A later calendar is applied first: a window whose day a new
 * schedule made a holiday is lengthened, not closed, if the schedule came before its close.
 */
export const main = serveTimer('clock', async now => {
  const recomputed = await recomputeWindows(now, runLimit(HALF_SECONDS))
  const moved = await moveDue(now, runLimit(HALF_SECONDS))
  return { recomputed, moved }
})
