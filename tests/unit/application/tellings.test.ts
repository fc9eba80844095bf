import { tellingsOf } from '../../../shared/application/tellings'
import type { Action } from '../../../shared/procedures/actions'
import { GROUNDS, Run } from '../procedures/driver'
import { find } from '../procedures/loaded'

/** What the last of these is told as. */
function toldOf(run: Run, action: Action) {
  const before = run.state
  run.do(action)
  return tellingsOf(run.procedure, before, run.state)
}

const household = { name: '申请人' }
const village = { name: '村民委员会' }
const applied = () => new Run(find('JB.1'), 'apply').do({ type: 'move', by: household, to: 'village-accept' })

describe('the household is told', () => {
  test('of each step that it comes to', () => {
    const handling: Action = { type: 'move', by: village, to: 'democratic-review' }
    expect(toldOf(applied(), handling)).toEqual(['application-step'])
  })

  test('of what is missing, and not of the step besides', () => {
    const asking: Action = { type: 'ask', by: village, to: 'apply', items: ['户口簿'] }
    expect(toldOf(applied(), asking)).toEqual(['materials-missing'])
  })

  test('of what is missing each time that it is asked for', () => {
    const asking: Action = { type: 'ask', by: village, to: 'apply', items: ['户口簿'] }
    const run = applied().do(asking).wait(1).do({ type: 'move', by: household, to: 'village-accept' }).wait(1)
    expect(toldOf(run, asking)).toEqual(['materials-missing'])
  })

  test('of a refusal at the end', () => {
    const run = applied().do({ type: 'move', by: village, to: 'democratic-review' })
    const refusing: Action = { type: 'refuse', by: { name: '评议小组' }, to: 'not-eligible', ...GROUNDS }
    expect(toldOf(run, refusing)).toEqual(['application-decided'])
  })

  test('of a refusal that may still be objected to (法律援助法: 不予援助决定)', () => {
    const run = new Run(find('A.28'), 'apply').do({ type: 'move', by: household, to: 'accept' })
    const body = { name: '法律援助机构' }
    for (const to of ['review', 'decide']) run.do({ type: 'move', by: body, to })
    const told = toldOf(run, { type: 'refuse', by: body, to: 'rejected', ...GROUNDS })
    expect(told).toEqual(['application-decided'])
    expect(run.state.end).toBeNull()
  })
})

describe('nothing is told', () => {
  test('of what the household does itself: handing in, supplying, withdrawing', () => {
    const run = new Run(find('JB.1'), 'apply')
    expect(toldOf(run, { type: 'move', by: household, to: 'village-accept' })).toEqual([])
    run.do({ type: 'ask', by: village, to: 'apply', items: ['户口簿'] })
    expect(
      toldOf(run, { type: 'move', by: { ...household, agent: '虞样丙' }, to: 'village-accept' }),
    ).toEqual([])
    expect(toldOf(run, { type: 'withdraw', by: household })).toEqual([])
  })

  test('of a change that leaves it at its step', () => {
    const run = new Run(find('A.14'), 'apply').do({ type: 'move', by: household, to: 'accept' })
    run.do({ type: 'move', by: { name: '镇街' }, to: 'investigate' })
    expect(toldOf(run, { type: 'begin', by: { name: '镇街' } })).toEqual([])
  })
})
