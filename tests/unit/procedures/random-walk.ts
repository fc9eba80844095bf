import * as fc from 'fast-check'
import type { Action } from '../../../shared/procedures/actions'
import { availableActions, type Offer } from '../../../shared/procedures/available'
import type { Actor, ApplicationState } from '../../../shared/procedures/state'
import { calendar, GROUNDS, Run, windowFor } from './driver'
import { PROCEDURES, startsOf } from './loaded'

/** What a walk draws for each step: which offer, whether to object or to try something wild, how long to wait. */
export const anyTurn = fc.record({
  pick: fc.nat(1000),
  other: fc.nat(1000),
  objects: fc.boolean(),
  upheld: fc.boolean(),
  items: fc.subarray(['户口簿', '收入声明', '授权书'], { minLength: 1 }),
  waits: fc.constantFrom(0, 0, 1, 3, 15, 60),
})
export type Turn = typeof anyTurn extends fc.Arbitrary<infer T> ? T : never

export const anyWalk = fc.record({
  procedure: fc.constantFrom(...PROCEDURES),
  start: fc.nat(1000),
  turns: fc.array(anyTurn, { minLength: 5, maxLength: 60 }),
})
export type Walk = typeof anyWalk extends fc.Arbitrary<infer T> ? T : never

export function pickFrom<T>(list: readonly T[], pick: number): T {
  const found = list[pick % list.length]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

export type Held = { by: Actor; offer: Offer }

/** Everything that anybody can do now. */
export function offersOf({ procedure, state, now }: Run): Held[] {
  return procedure.actors.flatMap(({ name }) =>
    availableActions(procedure, state, { name }, now, calendar).map(offer => ({ by: { name }, offer })),
  )
}

export function filled({ by, offer }: Held, run: Run, turn: Turn): Action {
  switch (offer.type) {
    case 'move':
      return { type: 'move', by, to: offer.to, remark: '说明原因' }
    case 'ask':
      return { type: 'ask', by, to: offer.to, items: askable(run, turn) }
    case 'refuse':
      return { type: 'refuse', by, to: offer.to, ...GROUNDS }
    case 'post-notice':
      return {
        type: 'post-notice',
        by,
        noticeId: `n-${run.state.changes}`,
        window: windowFor(run.step, run.now),
      }
    case 'answer':
      return { type: 'answer', by, objectionId: offer.objectionId, text: '已核实', upheld: turn.upheld }
    case 'date':
      return { type: 'date', by, event: offer.event, date: '2026-09-01' }
    default:
      return { type: offer.type, by }
  }
}

/** What was told once is all that may be asked for again. */
function askable(run: Run, turn: Turn): string[] {
  const told = run.state.told[run.state.step]
  if (told === undefined) return turn.items
  return told.slice(0, 1 + (turn.other % told.length))
}

/** An action drawn without regard to whether it is allowed. */
export function wild(run: Run, turn: Turn): Action {
  const { procedure } = run
  const by = { name: pickFrom(procedure.actors, turn.other).name }
  const to = pickFrom(procedure.steps, turn.pick).id
  return pickFrom<Action>(
    [
      { type: 'move', by, to, remark: '说明原因' },
      { type: 'ask', by, to, items: turn.items },
      { type: 'refuse', by, to, ...GROUNDS },
      { type: 'withdraw', by },
      { type: 'post-notice', by, noticeId: 'n-wild', window: windowFor(run.step, run.now) },
      { type: 'answer', by, objectionId: 'o-1', text: '已核实', upheld: turn.upheld },
    ],
    turn.pick + turn.other,
  )
}

/** Walks, and shows each accepted change to `look` with the state before it. */
export function walk(
  { procedure, start, turns }: Walk,
  look: (before: ApplicationState, run: Run) => void,
): Run {
  const run = new Run(procedure, pickFrom(startsOf(procedure), start))
  for (const turn of turns) {
    const attempts: Action[] = [wild(run, turn)]
    if (turn.objects) attempts.push({ type: 'object', by: { name: '村民' }, objectionId: `o-${turn.other}` })
    const open = offersOf(run).filter(({ offer }) => offer.blocked === null && offer.type !== 'withdraw')
    if (open.length > 0) attempts.push(filled(pickFrom(open, turn.pick), run, turn))
    for (const action of attempts) attempt(run, action, look)
    run.wait(turn.waits)
  }
  return run
}

function attempt(run: Run, action: Action, look: (before: ApplicationState, run: Run) => void): void {
  const before = run.state
  const frozen = JSON.stringify(before)
  const answer = run.try(action)
  expect(JSON.stringify(before)).toBe(frozen)
  if (!answer.ok) return
  run.state = answer.state
  look(before, run)
}
