import type { ApplyingWay } from '../../../shared/application/model'
import type { DataOf } from '../../../shared/contract'

export type Start = DataOf<'applications', 'starts'>['starts'][number]
export type StartGroup = { way: ApplyingWay; starts: Start[] }

const ORDER: readonly ApplyingWay[] = ['cadre', 'nominated', 'office', 'family', 'self']

/** What may be begun, by how it is begun; `word` looks in the names. */
export function startGroups(starts: readonly Start[], word: string): StartGroup[] {
  const found = starts.filter(({ procedureName }) => procedureName.includes(word))
  return ORDER.map(way => ({ way, starts: found.filter(start => start.way === way) })).filter(
    group => group.starts.length > 0,
  )
}

/** Where the application is filled in. */
export function applyUrl(district: string, unit: string, { procedureId, step, way }: Start): string {
  const query = { district, id: procedureId, start: step, way, unit }
  const parts = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `/pages/apply/index?${parts.join('&')}`
}
