import type { Application } from '../../shared/application/model'
import type { Action } from '../../shared/procedures/actions'
import { advance } from '../../shared/procedures/advance'
import type { Actor } from '../../shared/procedures/state'
import { changeApplication, type Ruling } from '../kit/application-store'
import { stateAfter } from '../kit/procedure-refusal'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { type HandedIn, withMaterials } from './materials'
import { answerOf, ownApplication } from './own-application'
import { WORDS } from './words'

/** What the household does to its application as it saw it at `version`. */
type Doing = { id: string; version: number; materials: readonly HandedIn[] }

/** `name` stands in the history; `actionIn` says what it is in the procedure, in the name of one of the household. */
type Deed = {
  name: 'supplied' | 'proceeded' | 'withdrawn'
  actionIn: (ruling: Ruling, found: Application, household: readonly Actor[]) => Action
}

/**
 * Does it in one step with the files that come with it. Sent again after a lost answer it is done once. Refuses with
 * CONFLICT where the application is no longer as the caller saw it.
 */
export async function ownDoing({ id, version, materials }: Doing, { name, actionIn }: Deed, call: Call) {
  const { caller, now } = call
  const { found, ruling, by, household } = await ownApplication(id, caller)
  const isDoneAlready = found.history.some(
    ({ seq, action, by: { personId } }) => seq === version + 1 && action === name && personId === by.personId,
  )
  if (isDoneAlready && holdsAll(found, materials)) return answerOf(found, now)
  if (found.version !== version) throw new Refusal('CONFLICT', WORDS.changed)

  const action = actionIn(ruling, found, household)
  const state = stateAfter(advance(ruling.procedure, found.state, action, now, ruling.calendar))
  const keeper = { personId: by.personId, application: id, now }
  const all = await withMaterials(found.materials, materials, keeper)
  const changes = materials.length > 0 ? { state, materials: all } : { state }
  const changed = await changeApplication(found, { at: now, by, action: name, changes }, ruling)
  if (changed === null) throw new Refusal('CONFLICT', WORDS.changed)
  return answerOf(changed, now)
}

function holdsAll({ materials }: Application, handedIn: readonly HandedIn[]): boolean {
  return handedIn.every(one => materials.some(({ id }) => id === one.id))
}
