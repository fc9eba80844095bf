import type { Procedure, Step } from '../../../shared/procedures/definition'
import { whereItStands } from '../../../shared/procedures/standing'
import { applicationState } from '../../../shared/procedures/state'
import { calendar, Run, shortestWay, shortestWayOrNull } from './driver'
import { EACH, startsOf, stepIn } from './loaded'

/** The walk of a plan of steps, at every step in somebody's hands, and of the right form at its end. */
function walk(procedure: Procedure, plan: readonly string[]): Run {
  const [start = '', ...others] = plan
  const run = new Run(procedure, start)
  for (const to of others) {
    run.go(to)
    const standing = whereItStands(procedure, run.state, run.now, calendar)
    expect(standing).toMatchObject({ step: to, since: run.state.since })
    expect(standing.actors.length).toBeGreaterThan(0)
  }
  expect(applicationState.parse(run.state)).toEqual(run.state)
  return run
}

/** A plan through one line of the drawing and on to an end. */
function planThrough(procedure: Procedure, from: Step, to: string): string[] {
  const before = shortestWay(procedure, startsOf(procedure), step => step.id === from.id)
  const after = shortestWay(procedure, [to], step => step.kind === 'end')
  return [...before, ...after]
}

const ends = EACH.flatMap(([id, procedure]) =>
  procedure.steps.flatMap((step): [string, string, Procedure, Step][] =>
    step.kind === 'end' ? [[id, `${step.id} ${step.name}`, procedure, step]] : [],
  ),
)

describe('each of the thirty, walked over its own drawing', () => {
  test.each(ends)('%s comes to its end %s', (_id, _name, procedure, end) => {
    for (const start of startsOf(procedure)) {
      const plan = shortestWay(procedure, [start], step => step.id === end.id)
      const { state } = walk(procedure, plan)
      expect(state.end).toMatchObject({ outcome: end.end })
      expect([state.startStep, ...state.path.map(({ to }) => to)]).toEqual(plan)
    }
  })

  test.each(EACH)(
    '%s takes every one of its lines: on, returned, objected, refused; and comes to an end',
    (_id, procedure) => {
      for (const step of procedure.steps) {
        for (const line of step.next) {
          const plan = planThrough(procedure, step, line.to)
          const { state } = walk(procedure, plan)
          expect(state.end).not.toBeNull()
          const taken = state.path.map(({ from, to, outcome }) => ({ from, to, outcome }))
          expect(taken).toContainEqual({ from: step.id, to: line.to, outcome: line.outcome })
          expect(state.path).toHaveLength(plan.length - 1)
        }
      }
    },
  )

  test.each(EACH)(
    '%s may be withdrawn at each step of the household’s own way until it is paid',
    (_id, procedure) => {
      const name = procedure.withdrawal?.by[0]
      const joins = procedure.joinSteps.length > 0 ? procedure.joinSteps : procedure.entrySteps
      for (const step of procedure.steps.filter(({ kind }) => kind !== 'end')) {
        const way = shortestWayOrNull(procedure, joins, ({ id }) => id === step.id)
        if (way === null) continue
        const run = walk(procedure, way)
        const isPaid = way.slice(0, -1).some(id => stepIn(procedure, id).kind === 'pay')
        const answer = run.try({ type: 'withdraw', by: { name: name ?? '申请人' } })
        if (name === undefined) expect(answer).toMatchObject({ ok: false, error: { code: 'wrong-actor' } })
        else if (isPaid) expect(answer).toMatchObject({ ok: false, error: { code: 'paid-already' } })
        else
          expect(answer).toMatchObject({ ok: true, state: { end: { outcome: 'withdrawn' }, step: step.id } })
      }
    },
  )

  test.each(EACH)('%s with a disclosure on the way leaves a duty to disclose', (_id, procedure) => {
    const step = procedure.steps.find(({ disclosures, next }) => disclosures.length > 0 && next.length > 0)
    const on = step?.next.find(({ outcome }) => outcome === 'ok')
    if (step === undefined || on === undefined) return
    const { state } = walk(procedure, planThrough(procedure, step, on.to))
    expect(state.duties.map(({ item, step: from }) => [from, item])).toEqual(
      expect.arrayContaining(step.disclosures.map(item => [step.id, item])),
    )
  })
})
