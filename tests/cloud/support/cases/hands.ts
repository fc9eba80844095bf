import { type Application, deskKey } from '../../../../shared/application/model'
import { stepIn } from '../../../unit/procedures/loaded'
import type { CasePlan } from './plans'
import { type Stage, villageOf } from './stage'

type Held = Pick<Application, 'state' | 'partners' | 'ownerId'>

/**
 * On which desks an application must lie, worked out from the definition and the units alone: those of the step's
 * actors and of whoever a line names, of an asker who may give it up; the household's own where it has no phone.
 */
export function expectedDesks(plan: CasePlan, { state, partners, ownerId }: Held, stage: Stage): string[] {
  if (state.end !== null) return []
  const { procedure } = plan
  const step = stepIn(procedure, state.step)
  const asker = state.awaited === null ? null : stepIn(procedure, state.awaited.askedBy)
  const mayGiveUp = asker?.next.some(({ to }) => stepIn(procedure, to).end === 'withdrawn') === true
  const names = [
    ...step.actors,
    ...step.next.flatMap(line => line.by ?? []),
    ...(mayGiveUp ? (asker?.actors ?? []) : []),
  ]
  return [...new Set(names.flatMap(name => desksOfActor(name)))].sort()

  function desksOfActor(name: string): string[] {
    const village = villageOf(stage, procedure.districtId)
    const own = stage.units.filter(unit => unit.districtId === procedure.districtId)
    const inPath = (level: string) =>
      own.filter(unit => unit.level === level && village.path.includes(unit._id))
    const that = (level: string) =>
      own.filter(unit => unit.level === level && unit.bodies?.includes(name) === true)
    const keys = (units: readonly { _id: string }[]) => units.map(({ _id }) => deskKey(_id, name))
    switch (procedure.actors.find(actor => actor.name === name)?.at) {
      case 'applicant':
        return ownerId === null ? keys(inPath('village')) : []
      case 'village':
        return keys(inPath('village'))
      case 'township':
        return keys(inPath('township'))
      case 'district':
        return keys(inPath('district'))
      case 'department':
        return keys(that('department'))
      default:
        return keys(that('partner').filter((unit, _, all) => all.length === 1 || unit._id === partners[name]))
    }
  }
}
