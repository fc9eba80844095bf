import type { ApplyingWay } from '../../../shared/application/model'

/** Where a procedure's page is. */
export function procedureUrl(district: string, procedure: string): string {
  return `/pages/procedure/index?district=${district}&id=${procedure}`
}

export type ApplyAim = {
  district: string
  procedure: string
  /** For others, from the desk: the step to begin at, the way and the unit. */
  start?: string
  way?: ApplyingWay
  unit?: string
  /** A draft of this phone to go on with. */
  draft?: string
}

/** Where one applies. */
export function applyUrl({ district, procedure, ...rest }: ApplyAim): string {
  const more = Object.entries(rest).map(([key, value]) => `&${key}=${encodeURIComponent(value)}`)
  return `/pages/apply/index?district=${district}&id=${procedure}${more.join('')}`
}

/** Where an application is. */
export function applicationUrl(id: string): string {
  return `/pages/application/index?id=${id}`
}

/** The same right after it was made: with its receipt at first. */
export function receiptUrl(id: string): string {
  return `${applicationUrl(id)}&receipt=1`
}

export const trackUrl = '/pages/track/index'
