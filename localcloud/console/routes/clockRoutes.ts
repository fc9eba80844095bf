import * as z from 'zod/mini'
import type { TransitionField } from '../../options'
import { parseSort } from '../../query/sort'
import type { Services } from '../../services'
import type { TimerRun } from '../../timers/timers'
import { InvalidParam } from '../../values/errors'
import type { Route } from '../route'
import { check } from '../route'

export interface ClockRoutesOptions extends Pick<Services, 'clock' | 'store' | 'documents'> {
  readonly setClock: (instantMs: number | null) => Promise<TimerRun[]>
  readonly transitions: TransitionField
}

const clockSchema = z.object({ now: z.nullable(z.string()) })

export function clockRoutes(options: ClockRoutesOptions): Route[] {
  return [
    ['GET clock', () => clockState(options)],
    ['POST clock', async ({ body }) => setClock(options, await body())],
    ['GET clock/next', () => nextTransition(options)],
  ]
}

function clockState({ clock }: ClockRoutesOptions) {
  return { now: clock.nowIso(), offsetMs: clock.offsetMs, isReal: clock.offsetMs === 0 }
}

async function setClock(options: ClockRoutesOptions, body: unknown) {
  const { now } = check(clockSchema, body)
  const instant = now === null ? null : Date.parse(now)
  if (instant !== null && Number.isNaN(instant)) {
    throw new InvalidParam('now 要写成 ISO 时刻 / now is not an ISO instant')
  }
  const ran = await options.setClock(instant)
  return { ...clockState(options), ran }
}

/** The next instant at which something opens or closes by itself, or null. */
function nextTransition({ store, documents, clock, transitions }: ClockRoutesOptions) {
  const { collection, field } = transitions
  if (!store.hasCollection(collection)) return { at: null }
  const [next] = documents.find(store.collection(collection), {
    query: { [field]: { $gt: clock.nowIso() } },
    sort: parseSort({ [field]: 1 }),
    limit: 1,
  })
  return { at: next?.[field] ?? null }
}
