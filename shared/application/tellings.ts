import type { MessageEvent } from '../catalog/message'
import type { Procedure } from '../procedures/definition'
import type { ApplicationState, Move } from '../procedures/state'
import { applicantNames } from './hands'

/**
 * What those who follow an application are told of one change: that something is missing, that it is decided, or that
 * it lies at the next step. What the household did itself is not told: a message costs one of the consents they gave.
 */
export function tellingsOf(
  procedure: Pick<Procedure, 'actors'>,
  before: ApplicationState,
  after: ApplicationState,
): MessageEvent[] {
  const move = after.path.length > before.path.length ? after.path.at(-1) : undefined
  if (move === undefined) return []
  const isDecided = (before.end === null && after.end !== null) || isRefused(before, after)
  const isOwnDoing = isByHousehold(procedure, move)
  if (isDecided) return isOwnDoing && after.end?.outcome === 'withdrawn' ? [] : ['application-decided']
  if (isAskedAnew(before, after)) return ['materials-missing']
  return isOwnDoing ? [] : ['application-step']
}

/** Grounds given just now, though it may still be objected to (不予决定). */
function isRefused(before: ApplicationState, after: ApplicationState): boolean {
  return before.grounds === null && after.grounds !== null
}

function isAskedAnew(before: ApplicationState, after: ApplicationState): boolean {
  return after.awaited !== null && after.awaited.since !== before.awaited?.since
}

/** By the household or whoever of its own acts for it; a handler who does it for them is somebody else. */
function isByHousehold(procedure: Pick<Procedure, 'actors'>, { by }: Move): boolean {
  return applicantNames(procedure, [by.name]).length > 0
}
