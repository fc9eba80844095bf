import type { LimitPhase } from '../../../shared/procedures/due'
import type { ApplicationState } from '../../../shared/procedures/state'
import { isStillTrueOfApplication } from '../../../shared/subscription/application-still-true'
import { missingMaterials } from '../../../shared/subscription/missing-materials'
import { GROUNDS, morningOf, Run } from '../procedures/driver'
import { find } from '../procedures/loaded'

const MONDAY = morningOf('2026-11-23')

function stateWith(changes: Partial<ApplicationState> = {}): ApplicationState {
  return { ...new Run(find('JB.1'), 'apply').state, ...changes }
}
const awaited = { since: MONDAY, askedBy: 'village-accept', items: ['书面申请'] }

describe('that an application lies at a step', () => {
  test('is so until it moves, ends, or waits for what was asked for', () => {
    const told = { event: 'application-step' as const, round: 0 }
    const isTrue = (changes: Partial<ApplicationState>) =>
      isStillTrueOfApplication(told, { state: stateWith(changes), due: null })
    expect(isTrue({})).toBe(true)
    expect(isTrue({ awaited })).toBe(false)
    expect(isTrue({ end: { outcome: 'completed', at: MONDAY, grounds: null } })).toBe(false)
    expect(isStillTrueOfApplication({ ...told, round: 1 }, { state: stateWith(), due: null })).toBe(false)
  })
})

describe('that something is missing', () => {
  test('is so while it is awaited', () => {
    const told = { event: 'materials-missing' as const, round: 0 }
    expect(isStillTrueOfApplication(told, { state: stateWith({ awaited }), due: null })).toBe(true)
    expect(isStillTrueOfApplication(told, { state: stateWith(), due: null })).toBe(false)
  })
})

describe('a decision', () => {
  test('stays one, whatever comes after; without one there is nothing to tell', () => {
    const told = { event: 'application-decided' as const, round: 5 }
    const ended = { end: { outcome: 'rejected' as const, at: MONDAY, grounds: GROUNDS } }
    expect(isStillTrueOfApplication(told, { state: stateWith(ended), due: null })).toBe(true)
    expect(isStillTrueOfApplication(told, { state: stateWith({ grounds: GROUNDS }), due: null })).toBe(true)
    expect(isStillTrueOfApplication(told, { state: stateWith(), due: null })).toBe(false)
  })
})

describe('a limit', () => {
  test.each<[LimitPhase, boolean, boolean]>([
    ['running', true, false],
    ['overdue', false, true],
    ['begun', false, false],
    ['paused', false, false],
    ['undated', false, false],
  ])('that is %s is near: %s, and passed: %s', (phase, isNear, isPassed) => {
    const now = { state: stateWith(), due: { phase } }
    expect(isStillTrueOfApplication({ event: 'deadline-approaching', round: 0 }, now)).toBe(isNear)
    expect(isStillTrueOfApplication({ event: 'overdue', round: 0 }, now)).toBe(isPassed)
  })
})

describe('what is missing', () => {
  const procedure = { materials: ['户口簿', '残疾证复印件', '家庭收入和财产状况声明书及附件'] }

  test.each([
    [['户口簿'], '户口簿'],
    [['户口簿', '身份证', '照片'], '户口簿等3样'],
    [['虞样甲的户口簿'], '1样材料'],
    [['残疾证复印件', '户口簿'], '2样材料'],
    [['家庭收入和财产状况声明书及附件', '户口簿'], '2样材料'],
  ])('%j is said as %s', (items, words) => {
    expect(missingMaterials(items, procedure, false)).toBe(words)
  })

  test('is only counted where the matter must not be named', () => {
    expect(missingMaterials(['户口簿', '身份证'], procedure, true)).toBe('2样材料')
  })
})
