import { runLimit } from '../kit/run-limit'
import { serveTimer } from '../kit/timer'
import { fanOut } from './fan-out'
import { sendDue } from './send-due'

const FAN_OUT_SECONDS = 15
const WHOLE_RUN_SECONDS = 40

/** The timer that sends what the outbox holds: first a delivery for each follower, then one attempt each. */
export const main = serveTimer('courier', async now => {
  const isOverTime = runLimit(WHOLE_RUN_SECONDS)
  const written = await fanOut(now, runLimit(FAN_OUT_SECONDS))
  const sent = await sendDue(now, isOverTime)
  return { written, ...sent }
})
