import {
  closedKey,
  dueByOf,
  nextTransitionOf,
  remindedAt,
  remindersOf,
} from '../../../shared/application/reminders'
import { calendar, morningOf, Run, windowFor } from '../procedures/driver'
import { find } from '../procedures/loaded'

const DESK = ['330304108|镇街']

/** The low-income allowance of A.14, at its investigation on Monday 2026-09-28: 3 个工作日内启动, past National Day. */
function atInvestigation(): Run {
  const run = new Run(find('A.14'), 'apply', morningOf('2026-09-28'))
  run.do({ type: 'move', by: { name: '申请人' }, to: 'accept' })
  return run.do({ type: 'move', by: { name: '镇街' }, to: 'investigate' })
}
const remindersFor = (run: Run, desk = DESK) =>
  remindersOf(run.procedure, { state: run.state, desk }, run.now, calendar)
const nextOf = (run: Run, over: object = {}) =>
  nextTransitionOf(
    run.procedure,
    { state: run.state, desk: DESK, untold: [], reminded: [], ...over },
    run.now,
    calendar,
  )

describe('those who have the step are reminded', () => {
  test('at nine on the workday before its last day, and on the first workday after it', () => {
    expect(dueByOf(find('A.14'), atInvestigation().state, morningOf('2026-09-28'), calendar)).toBe(
      '2026-10-08',
    )
    expect(remindersFor(atInvestigation()).map(({ event, at }) => [event, at])).toEqual([
      ['deadline-approaching', morningOf('2026-09-30')],
      ['overdue', morningOf('2026-10-09')],
    ])
  })

  test('once the step is begun, of a limit on beginning no more', () => {
    const run = atInvestigation()
      .wait(1)
      .do({ type: 'begin', by: { name: '镇街' } })
    expect(remindersFor(run)).toEqual([])
    expect(dueByOf(run.procedure, run.state, run.now, calendar)).toBe('9999-12-31')
  })

  test('not while it lies on no desk, and not of a step without a limit', () => {
    expect(remindersFor(atInvestigation(), [])).toEqual([])
    const run = new Run(find('JB.1'), 'apply').do({
      type: 'move',
      by: { name: '申请人' },
      to: 'village-accept',
    })
    expect(remindersFor(run)).toEqual([])
  })
})

describe('the clock looks again', () => {
  test('at once where something is untold', () => {
    const run = atInvestigation()
    expect(nextOf(run, { untold: [{ event: 'application-step', seq: 2, round: 1 }] })).toBe(run.now)
  })

  test('at the next reminder that was not given', () => {
    const run = atInvestigation()
    const [approaching, overdue] = remindersFor(run)
    expect(nextOf(run)).toBe(approaching?.at)
    expect(nextOf(run, { reminded: [approaching?.key] })).toBe(overdue?.at)
    expect(nextOf(run, { reminded: [approaching?.key, overdue?.key] })).toBeNull()
  })

  test('at the close of its publicity, be it past, until that was tried', () => {
    const run = new Run(find('A.18'), 'apply', morningOf('2026-09-07'))
    while (run.step.kind !== 'publicity') {
      const line = run.step.next.find(({ outcome }) => outcome === 'ok')
      run.do({ type: 'move', by: { name: line?.by?.[0] ?? run.step.actors[0] ?? '' }, to: line?.to ?? '' })
    }
    const window = windowFor(run.step, run.now)
    run.do({ type: 'post-notice', by: { name: run.step.actors[0] ?? '' }, noticeId: 'notice-1', window })
    const closesAt = window.closesAt ?? ''
    expect(nextOf(run)).toBe(closesAt)
    run.now = morningOf('2026-12-01')
    expect(nextOf(run)).toBe(closesAt)
    expect(nextOf(run, { reminded: [closedKey(closesAt)] })).toBeNull()
  })

  test('never at an application that has ended', () => {
    const run = new Run(find('JB.1'), 'apply').do({ type: 'withdraw', by: { name: '申请人' } })
    expect(nextOf(run)).toBeNull()
  })
})

test('what was given at an earlier stay, and a close that was tried, is forgotten with a change', () => {
  const run = atInvestigation()
  const keys = remindersFor(run).map(({ key }) => key)
  const earlier = `${morningOf('2026-09-01')}:overdue`
  expect(remindedAt([earlier, ...keys, closedKey(morningOf('2026-10-01'))], run.state)).toEqual(keys)
})
