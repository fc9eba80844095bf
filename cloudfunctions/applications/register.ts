import { beijingDate } from '../../shared/calendar/date'
import { command } from '../kit/documents'
import type { Call } from '../kit/serve'
import { countsOf } from './register-counts'
import { type Filter, lineOf, registerQuery, registerSources } from './register-lines'
import { reachOf } from './register-reach'

type Input = { unit: string; after?: string | undefined } & Filter

const PAGE = 20

/**
 * The register of low-income households (低收入农户数据库) of a unit and all within it, with the counts of those that
 * are in. Refuses with FORBIDDEN whoever holds no office there or above.
 */
export async function register({ unit, after, ...filter }: Input, { caller, now }: Call) {
  const reach = await reachOf(caller, 'applications.register', unit)
  const today = beijingDate(now)
  const query = registerQuery(reach, filter, today)
  const beyond = after === undefined ? query : { ...query, caseNo: command().gt(after) }
  const [counts, found] = await Promise.all([
    countsOf(reach, { procedure: filter.procedure, status: 'in' }, today),
    registerSources.findSound(beyond, { order: [['caseNo', 'asc']], limit: PAGE + 1 }),
  ])
  const shown = found.slice(0, PAGE)
  return {
    now,
    ...counts,
    byUnit: counts.byUnit.sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    lines: shown.flatMap(one => lineOf(one, today)),
    next: found.length > PAGE ? (shown.at(-1)?.caseNo ?? null) : null,
  }
}
