import { serveTimer } from '../kit/timer'
import { fanOut } from './fan-out'
import { sendDue } from './send-due'

/** The timer that sends what the outbox holds: first a delivery for each follower, then one attempt each. */
export const main = serveTimer('courier', async now => {
  const written = await fanOut(now)
  const sent = await sendDue(now)
  return { written, ...sent }
})
