import type { ErrorCode } from '../../shared/contract/answer'
import type { Advanced } from '../../shared/procedures/actions'
import type { RefusalCode } from '../../shared/procedures/refusals'
import type { ApplicationState } from '../../shared/procedures/state'
import { Refusal } from './refusal'

/**
 * What the caller can do about a refusal of the interpreter. CONFLICT: look again, the matter has gone on.
 * NOT_READY: wait, or do something else first. INVALID_INPUT: write it otherwise.
 */
const CODE: Readonly<Record<RefusalCode, ErrorCode>> = {
  'wrong-actor': 'FORBIDDEN',
  'other-procedure': 'CONFLICT',
  ended: 'CONFLICT',
  'time-reversed': 'CONFLICT',
  'wrong-step': 'CONFLICT',
  'begun-already': 'CONFLICT',
  'paid-already': 'CONFLICT',
  'window-closed': 'CONFLICT',
  'other-notice': 'CONFLICT',
  'objection-known': 'CONFLICT',
  'objection-unknown': 'CONFLICT',
  'answered-already': 'CONFLICT',
  'too-early': 'NOT_READY',
  'notice-missing': 'NOT_READY',
  'window-open': 'NOT_READY',
  'no-window': 'NOT_READY',
  'no-objection': 'NOT_READY',
  'objection-not-taken': 'NOT_READY',
  'objection-unanswered': 'NOT_READY',
  'objection-upheld': 'NOT_READY',
  'choice-needed': 'NOT_READY',
  'not-a-start': 'INVALID_INPUT',
  'remark-missing': 'INVALID_INPUT',
  'items-missing': 'INVALID_INPUT',
  'told-already': 'INVALID_INPUT',
  'grounds-missing': 'INVALID_INPUT',
  'answer-missing': 'INVALID_INPUT',
  'event-unknown': 'INVALID_INPUT',
  'window-too-short': 'INVALID_INPUT',
  'window-endless': 'INVALID_INPUT',
  'window-before-step': 'INVALID_INPUT',
}

/** The state the interpreter came to. Refuses with its own sentence where it did not go on. */
export function stateAfter(advanced: Advanced): ApplicationState {
  if (advanced.ok) return advanced.state
  const { code, message } = advanced.error
  throw new Refusal(CODE[code], message)
}
