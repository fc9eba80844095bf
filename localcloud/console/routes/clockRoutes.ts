import * as z from 'zod/mini'
import { saveClock } from '../../clock/savedClock'
import { parseSort } from '../../query/sort'
import type { Services } from '../../services'
import type { Collection } from '../../store/store'
import type { TimerRun } from '../../timers/timers'
import { InvalidParam } from '../../values/errors'
import type { Route } from '../route'
import { check } from '../route'

export interface ClockRoutesOptions extends Pick<Services, 'clock' | 'store' | 'documents'> {
  readonly setClock: (instantMs: number | null) => Promise<TimerRun[]>
  readonly dueFields: readonly string[]
}

const clockSchema = z.object({ now: z.nullable(z.string()) })
const standSchema = z.object({ stands: z.boolean() })

export function clockRoutes(options: ClockRoutesOptions): Route[] {
  return [
    ['GET clock', () => clockState(options)],
    ['POST clock', async ({ body }) => setClock(options, await body())],
    ['POST clock/stand', async ({ body }) => stand(options, await body())],
    ['GET clock/next', () => nextChange(options)],
  ]
}

function clockState({ clock }: ClockRoutesOptions) {
  const { offsetMs, isReal, isStanding } = clock
  return { now: clock.nowIso(), offsetMs, isReal, isStanding }
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

async function stand(options: ClockRoutesOptions, body: unknown) {
  options.clock.stand(check(standSchema, body).stands)
  await saveClock(options.store, options.clock)
  return clockState(options)
}

/** The next instant at which a document changes by itself, and in which collection; nulls when there is none. */
function nextChange({ store, documents, clock, dueFields }: ClockRoutesOptions) {
  const changes = store.listCollections().flatMap(collection =>
    dueFieldsOf(collection, dueFields).flatMap(field => {
      const [next] = documents.find(collection, {
        query: { [field]: { $gt: clock.nowIso() } },
        sort: parseSort({ [field]: 1 }),
        limit: 1,
      })
      const at = next?.[field]
      return typeof at === 'string' ? [{ at, collection: collection.name }] : []
    }),
  )
  changes.sort((left, right) => (left.at < right.at ? -1 : 1))
  return changes[0] ?? { at: null, collection: null }
}

/** A collection that waits for moments has an index by which its timer finds them. */
function dueFieldsOf({ indexes }: Collection, dueFields: readonly string[]): string[] {
  const leading = new Set(indexes.map(({ fields }) => fields[0]?.name))
  return dueFields.filter(field => leading.has(field))
}
