import type { Application } from '../application/model'
import type { Due } from '../procedures/due'
import type { Delivery } from './model'

/** What a message about an application is held against. `due` is the limit of the step it is at. */
export type ApplicationNow = Pick<Application, 'state'> & { due: Pick<Due, 'phase'> | null }

/**
 * Whether a message about an application says what is so when it is about to be sent. A decision stays one; all
 * else is overtaken as soon as the application has moved: its next message tells where it is.
 */
export function isStillTrueOfApplication(
  { event, round }: Pick<Delivery, 'event' | 'round'>,
  { state, due }: ApplicationNow,
): boolean {
  const { end, grounds, awaited, path } = state
  if (event === 'application-decided') return end !== null || grounds !== null
  const hasMoved = path.length !== round
  if (hasMoved || end !== null) return false
  switch (event) {
    case 'materials-missing':
      return awaited !== null
    case 'application-step':
      return awaited === null
    case 'deadline-approaching':
      return due?.phase === 'running'
    case 'overdue':
      return due?.phase === 'overdue'
    default:
      return false
  }
}
