import type { Outcome, Procedure, Step, Transition } from '../../../../shared/procedures/definition'
import { shortestWay } from '../../../unit/procedures/driver'
import { startsOf, stepIn } from '../../../unit/procedures/loaded'

/**
 * At which publicity somebody objects. Upheld the first time where `isUpheld`; one to a posting after that, as any
 * other, is without ground.
 */
export type ObjectionPlan = { at: string; isUpheld: boolean }

/** One application from a start of its drawing to an end. */
export type CasePlan = {
  /** `A.9 objected at village-publicity, upheld`: a name for a test. */
  name: string
  procedure: Procedure
  /** Ids of steps, the start first. */
  way: readonly string[]
  objection: ObjectionPlan | null
  /** True where the applicant withdraws at the last step of the way, which is no end. */
  isWithdrawn: boolean
}

type Line = { from: Step; line: Transition }

/**
 * For each of the procedures a run to each of its ends: granted from every start, refused at every end that is no
 * success, returned along every line back, objected at every publicity, with and without ground, and withdrawn.
 */
export function plansOf(procedures: readonly Procedure[]): CasePlan[] {
  return procedures.flatMap(procedure => [
    ...granted(procedure),
    ...refused(procedure),
    ...returned(procedure),
    ...objected(procedure),
    ...withdrawn(procedure),
  ])
}

const isSuccess = (step: Step) => step.end === 'completed'

function plan(procedure: Procedure, what: string, way: readonly string[]): CasePlan {
  return { name: `${procedure.procedureId} ${what}`, procedure, way, objection: null, isWithdrawn: false }
}

function granted(procedure: Procedure): CasePlan[] {
  return startsOf(procedure).map(start =>
    plan(procedure, `granted, begun at ${start}`, shortestWay(procedure, [start], isSuccess)),
  )
}

function refused(procedure: Procedure): CasePlan[] {
  return procedure.steps
    .filter(step => step.end === 'rejected' || step.end === 'withdrawn')
    .map(end =>
      plan(
        procedure,
        `ended at ${end.id}`,
        shortestWay(procedure, householdStarts(procedure), ({ id }) => id === end.id),
      ),
    )
}

/** Each line by which something is asked for, and on to the success. */
function returned(procedure: Procedure): CasePlan[] {
  return linesOf(procedure, 'return').map(({ from, line }) =>
    plan(procedure, `returned from ${from.id} to ${line.to}`, wayAlong(procedure, from, line)),
  )
}

/**
 * An objection at every publicity that takes one: upheld, looked into again, and where the way leads to another
 * posting, objected to once more without ground. Where it leads to none, or no way back is drawn, that is its own run.
 */
function objected(procedure: Procedure): CasePlan[] {
  const upheld = linesOf(procedure, 'recheck')
    .filter(({ from }) => from.kind === 'publicity')
    .map(({ from, line }) => {
      const way = wayAlong(procedure, from, line)
      return {
        ...plan(procedure, `objected at ${from.id}, upheld, to ${line.to}`, way),
        objection: { at: from.id, isUpheld: true },
      }
    })
  const isPostedAgain = (id: string) =>
    upheld.some(({ objection, way }) => objection.at === id && way.indexOf(id) < way.lastIndexOf(id))
  const unfounded = procedure.steps
    .filter(
      ({ id, publicity, kind }) => kind === 'publicity' && publicity?.acceptsObjection && !isPostedAgain(id),
    )
    .map(from => {
      const line = from.next.find(({ outcome }) => outcome === 'ok')
      if (line === undefined) throw new Error(`${procedure.procedureId} has no way on from ${from.id}`)
      return {
        ...plan(procedure, `objected at ${from.id}, without ground`, wayAlong(procedure, from, line)),
        objection: { at: from.id, isUpheld: false },
      }
    })
  return [...upheld, ...unfounded]
}

function withdrawn(procedure: Procedure): CasePlan[] {
  if (procedure.withdrawal === undefined) return []
  const [start = ''] = householdStarts(procedure)
  const on = stepIn(procedure, start).next.find(({ outcome }) => outcome === 'ok')
  if (on === undefined) throw new Error(`${procedure.procedureId} has no way on from ${start}`)
  return [{ ...plan(procedure, `withdrawn at ${on.to}`, [start, on.to]), isWithdrawn: true }]
}

/** Where a household comes in. */
function householdStarts({ entrySteps, joinSteps }: Procedure): string[] {
  return joinSteps.length > 0 ? joinSteps : entrySteps
}

function wayAlong(procedure: Procedure, from: Step, line: Transition): string[] {
  const before = shortestWay(procedure, startsOf(procedure), ({ id }) => id === from.id)
  return [...before, ...shortestWay(procedure, [line.to], isSuccess)]
}

function linesOf(procedure: Procedure, wanted: Outcome): Line[] {
  return procedure.steps.flatMap(from =>
    from.next.filter(({ outcome }) => outcome === wanted).map(line => ({ from, line })),
  )
}
