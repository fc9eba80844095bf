import { serveTimer } from '../kit/timer'
import { moveDue } from './move-due'
import { recomputeWindows } from './recompute-windows'

/**
 * The timer that opens and closes windows. It may run twice at once, or not for days: each step is written
 * once and finds by itself what is still to do. A later calendar is applied first, so that no window closes
 * on a day that a schedule announced since has made a holiday.
 */
export const main = serveTimer('clock', async now => {
  const recomputed = await recomputeWindows(now)
  const moved = await moveDue(now)
  return { recomputed, moved }
})
