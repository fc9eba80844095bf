import { InvalidParam } from '../values/errors'
import { compareValues, equalValues, TypeRank, typeRank } from '../values/order'
import type { Value } from '../values/value'
import { isValueArray } from '../values/value'
import { boundedTest } from './boundedPattern'
import type { LeafTest } from './leaf'

type Direction = (order: number) => boolean

/** `$eq`: equal to the value, or an array that holds it. `null` also stands for a missing field. */
export function equalTo(operand: Value): LeafTest {
  return leaf => equalValues(leaf, operand) || holds(leaf, item => equalValues(item, operand))
}

/** An operand that is a regular expression without an operator: matches text, or the same expression. */
export function likePattern(pattern: RegExp): LeafTest {
  const meets = boundedTest(pattern)
  const matches = (value: Value | undefined) =>
    typeof value === 'string' ? meets(value) : equalValues(value, pattern)
  return leaf => matches(leaf) || holds(leaf, matches)
}

/** `$regex` with its `$options`: matches text only. */
export function matchingText(pattern: RegExp): LeafTest {
  const meets = boundedTest(pattern)
  const matches = (value: Value | undefined) => typeof value === 'string' && meets(value)
  return leaf => matches(leaf) || holds(leaf, matches)
}

export function isIn(operand: Value): LeafTest {
  if (!isValueArray(operand)) throw new InvalidParam('$in needs an array')
  const tests = operand.map(item => (item instanceof RegExp ? likePattern(item) : equalTo(item)))
  return leaf => tests.some(test => test(leaf))
}

export const greaterThan = (operand: Value) => inOrder(operand, order => order > 0)
export const greaterOrEqual = (operand: Value) => inOrder(operand, order => order >= 0)
export const lessThan = (operand: Value) => inOrder(operand, order => order < 0)
export const lessOrEqual = (operand: Value) => inOrder(operand, order => order <= 0)

/**
 * "Type bracketing": a comparison only meets values of the operand's own type.
 * NaN is neither more nor less than a number; `null` compared with >= or <= meets null and missing.
 */
function inOrder(operand: Value, direction: Direction): LeafTest {
  if (operand instanceof RegExp) throw new InvalidParam('a regular expression cannot be compared by size')
  const rank = typeRank(operand)
  const holdsFor = (value: Value | undefined) => {
    if (typeRank(value) !== rank) return false
    if (rank === TypeRank.number && Number.isNaN(value) !== Number.isNaN(operand)) return false
    return direction(compareValues(value, operand))
  }
  return leaf => holdsFor(leaf) || holds(leaf, holdsFor)
}

function holds(leaf: Value | undefined, test: (item: Value) => boolean): boolean {
  return isValueArray(leaf) && leaf.some(test)
}
