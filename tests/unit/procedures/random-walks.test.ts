import * as fc from 'fast-check'
import type { Action } from '../../../shared/procedures/actions'
import { advance, closePublicity } from '../../../shared/procedures/advance'
import { availableActions, type Offer } from '../../../shared/procedures/available'
import { overallDue, stepDue } from '../../../shared/procedures/due'
import type { ApplicationState } from '../../../shared/procedures/state'
import { calendar, Run } from './driver'
import { find, stepIn } from './loaded'
import { anyTurn, anyWalk, filled, offersOf, walk, wild } from './random-walk'

const isOpen = ({ publicity }: ApplicationState, now: string): boolean =>
  publicity !== null && publicity.closesAt !== null && now < publicity.closesAt

const MOVES_ON: readonly Offer['type'][] = ['move', 'ask', 'refuse', 'post-notice', 'answer']
const ONLY_TIME: readonly string[] = ['window-open', 'too-early']

describe('however an application is handled, it', () => {
  test('is never stuck: somebody can take it on, now or once the time has come', () => {
    fc.assert(
      fc.property(anyWalk, drawn => {
        const run = walk(drawn, () => undefined)
        if (run.state.end !== null) return
        const ahead = offersOf(run).filter(({ offer }) => MOVES_ON.includes(offer.type))
        const codes = ahead.map(({ offer }) => offer.blocked?.code ?? null)
        expect(codes.some(code => code === null || ONLY_TIME.includes(code))).toBe(true)
        run.wait(400)
        const later = offersOf(run).filter(({ offer }) => MOVES_ON.includes(offer.type))
        expect(later.some(({ offer }) => offer.blocked === null)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('is never past a publicity whose window is open', () => {
    fc.assert(
      fc.property(anyWalk, drawn => {
        walk(drawn, (before, { state, now }) => {
          const hasLeft = state.step !== before.step || state.since !== before.since
          if (hasLeft) expect(isOpen(before, now)).toBe(false)
          const passed = hasLeft && stepIn(drawn.procedure, before.step).kind === 'publicity'
          const isForward = state.path[state.path.length - 1]?.outcome === 'ok'
          if (passed && isForward) expect(before.publicity).not.toBeNull()
        })
      }),
      { numRuns: 400 },
    )
  })

  test('leaves no objection behind unanswered, save on the way to the re-check', () => {
    fc.assert(
      fc.property(anyWalk, drawn => {
        walk(drawn, (before, { state }) => {
          const last = state.path[state.path.length - 1]
          const hasMoved = state.path.length > before.path.length
          if (!hasMoved || last === undefined || last.outcome === 'withdraw') return
          const isLeftOpen = before.objections.some(({ answer }) => answer === null)
          const toRecheck =
            last.outcome === 'recheck' && stepIn(drawn.procedure, last.from).kind === 'publicity'
          if (isLeftOpen) expect(toRecheck).toBe(true)
        })
      }),
      { numRuns: 400 },
    )
  })

  test('ends once: nothing can be done to it afterwards', () => {
    fc.assert(
      fc.property(anyWalk, anyTurn, (drawn, turn) => {
        let ends = 0
        const run = walk(drawn, (before, { state }) => {
          expect(before.end).toBeNull()
          if (state.end !== null) ends += 1
        })
        expect(ends).toBe(run.state.end === null ? 0 : 1)
        if (run.state.end === null) return
        expect(offersOf(run)).toEqual([])
        expect(run.try(wild(run, turn))).toMatchObject({ ok: false, error: { code: 'ended' } })
        const closed = closePublicity(run.procedure, run.state, run.now, calendar)
        expect(closed).toMatchObject({ ok: false, error: { code: 'ended' } })
      }),
      { numRuns: 400 },
    )
  })

  test('keeps its past: the path only grows, one change a time, along the drawing', () => {
    fc.assert(
      fc.property(anyWalk, drawn => {
        walk(drawn, (before, { state, procedure }) => {
          expect(state.changes).toBe(before.changes + 1)
          expect(state.procedureId).toBe(before.procedureId)
          expect(state.path.slice(0, before.path.length)).toEqual(before.path)
          const last = state.path[before.path.length]
          if (last === undefined || last.outcome === 'withdraw') return
          expect(last.from).toBe(before.step)
          const lines = [before.step, before.awaited?.askedBy ?? before.step].flatMap(
            id => stepIn(procedure, id).next,
          )
          const isDrawn = lines.some(({ to, outcome }) => to === last.to && outcome === last.outcome)
          expect(isDrawn).toBe(true)
        })
      }),
      { numRuns: 300 },
    )
  })

  test('is never asked by one step for what was not in its first list', () => {
    fc.assert(
      fc.property(anyWalk, drawn => {
        walk(drawn, (before, { state }) => {
          const { awaited } = state
          if (awaited === null || awaited === before.awaited) return
          const first = before.told[awaited.askedBy] ?? awaited.items
          expect(first).toEqual(expect.arrayContaining(awaited.items))
        })
      }),
      { numRuns: 300 },
    )
  })
})

describe('what is offered', () => {
  test('can be done when it is open, and is refused with the reason shown when it is not', () => {
    fc.assert(
      fc.property(anyWalk, anyTurn, (drawn, turn) => {
        const run = walk(drawn, () => undefined)
        for (const held of offersOf(run)) {
          const answer = run.try(filled(held, run, turn))
          if (held.offer.blocked === null) expect([held.offer, answer.ok]).toEqual([held.offer, true])
          else expect(answer).toEqual({ ok: false, error: held.offer.blocked })
        }
      }),
      { numRuns: 300 },
    )
  })

  test('to those it names is refused to everybody else', () => {
    fc.assert(
      fc.property(anyWalk, anyTurn, (drawn, turn) => {
        const run = walk(drawn, () => undefined)
        const stranger = { name: '路人' }
        for (const held of offersOf(run)) {
          const answer = run.try(filled({ ...held, by: stranger }, run, turn))
          expect(answer).toMatchObject({ ok: false, error: { code: 'wrong-actor' } })
        }
        expect(availableActions(run.procedure, run.state, stranger, run.now, calendar)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

describe('whenever one looks, a limit', () => {
  test('ends no earlier for a wait, and is overdue for good once it is', () => {
    fc.assert(
      fc.property(anyWalk, fc.nat(200), (drawn, days) => {
        const run = walk(drawn, () => undefined)
        const { procedure, state, now } = run
        const later = new Date(Date.parse(now) + days * 86_400_000).toISOString()
        const at = (instant: string) => stepDue(run.step, state, instant, calendar)
        expect(at(later)?.dueOn).toBe(at(now)?.dueOn)
        if (at(now)?.phase === 'overdue') expect(at(later)?.phase).toBe('overdue')
        const whole = overallDue(procedure, state, now, calendar)
        const wholeLater = overallDue(procedure, state, later, calendar)
        expect(wholeLater?.dueOn).toBe(whole?.dueOn)
      }),
      { numRuns: 200 },
    )
  })
})

describe('two at once', () => {
  test('the second of two officers acts on a state that the first has changed, and is told so', () => {
    const run = new Run(find('JB.1'), 'apply').go('village-accept')
    const move: Action = { type: 'move', by: { name: '村民委员会' }, to: 'democratic-review' }
    const first = advance(run.procedure, run.state, move, run.now, calendar)
    if (!first.ok) throw new Error('refused')
    const second = advance(run.procedure, first.state, move, run.now, calendar)
    expect(second).toMatchObject({ ok: false, error: { code: 'wrong-step' } })
    expect(first.state.changes).toBe(run.state.changes + 1)
  })
})
