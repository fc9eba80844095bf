import type { RefusalCode } from './refusals'
import { knownStep, type Situation } from './situation'
import type { Actor } from './state'

/** Why the actor cannot withdraw the application, or null. What is paid out cannot be taken back by withdrawing. */
export function withdrawalProblem(at: Situation, by: Actor): RefusalCode | null {
  const isApplicant = at.procedure.withdrawal?.by.includes(by.name) === true
  if (!isApplicant) return 'wrong-actor'
  const own = stepsSinceJoined(at)
  if (own === null) return 'wrong-step'
  return own.some(id => knownStep(at.procedure, id).kind === 'pay') ? 'paid-already' : null
}

/** The steps done since the household came in; null while the matter is still everybody's (决策部署). */
function stepsSinceJoined({ procedure, state }: Situation): string[] | null {
  const visited = [state.startStep, ...state.path.map(({ to }) => to)]
  const left = visited.slice(0, -1)
  if (procedure.joinSteps.length === 0) return left
  const joined = Math.max(...procedure.joinSteps.map(id => visited.lastIndexOf(id)))
  return joined === -1 ? null : left.slice(joined)
}
