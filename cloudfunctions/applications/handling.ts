import type { Handling } from '../../shared/contract/applications'
import type { Action } from '../../shared/procedures/actions'
import type { Actor } from '../../shared/procedures/state'

/** What a handler does, as the interpreter takes it. */
export function actionOf(handling: Handling, by: Actor): Action {
  switch (handling.type) {
    case 'begin':
      return { type: 'begin', by }
    case 'move':
      return { type: 'move', by, to: handling.to, remark: handling.remark }
    case 'ask':
      return { type: 'ask', by, to: handling.to, items: handling.items }
    case 'refuse': {
      const { to, reason, clause, appeal } = handling
      return { type: 'refuse', by, to, reason, clause, appeal }
    }
    case 'withdraw':
      return { type: 'withdraw', by, remark: handling.remark }
    case 'object':
      return { type: 'object', by, objectionId: handling.objectionId }
    case 'answer': {
      const { objectionId, text, upheld } = handling
      return { type: 'answer', by, objectionId, text, upheld }
    }
    case 'date':
      return { type: 'date', by, event: handling.event, date: handling.date }
  }
}
