import { InvalidParam } from '../values/errors'
import type { Value } from '../values/value'
import { isDocument, isValueArray } from '../values/value'
import { equalTo, likePattern } from './comparison'
import type { LeafTest } from './leaf'
import { compileLeafOperators, compileQuery, isOperatorDocument } from './match'

const LOGICAL = new Set(['$and', '$or', '$nor'])

/** `$size`: exactly so many elements. */
export function hasSize(operand: Value): LeafTest {
  const isCount = typeof operand === 'number' && Number.isInteger(operand) && operand >= 0
  if (!isCount) throw new InvalidParam('$size needs a whole number that is not negative')
  return leaf => isValueArray(leaf) && leaf.length === operand
}

/** `$mod: [divisor, remainder]`, both cut to whole numbers; the remainder keeps the sign of the value. */
export function hasRemainder(operand: Value): LeafTest {
  const [divisor, remainder, ...rest] = isValueArray(operand) ? operand : []
  const isPair = typeof divisor === 'number' && typeof remainder === 'number' && rest.length === 0
  if (!isPair || !Number.isFinite(divisor) || !Number.isFinite(remainder)) {
    throw new InvalidParam('$mod needs [divisor, remainder]')
  }
  const by = Math.trunc(divisor)
  if (by === 0) throw new InvalidParam('divisor cannot be 0')
  const test = (value: Value | undefined) =>
    typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % by === Math.trunc(remainder)
  return leaf => test(leaf) || (isValueArray(leaf) && leaf.some(test))
}

/** `$all`: every operand is met, by whichever element; an empty list is met by nothing. */
export function hasAll(operand: Value): LeafTest {
  if (!isValueArray(operand)) throw new InvalidParam('$all needs an array')
  const tests = operand.map(item => {
    if (isDocument(item) && Object.keys(item)[0] === '$elemMatch') return hasElement(item.$elemMatch ?? null)
    return item instanceof RegExp ? likePattern(item) : equalTo(item)
  })
  return leaf => tests.length > 0 && tests.every(test => test(leaf))
}

/** `$elemMatch`: one and the same element meets every condition. */
export function hasElement(operand: Value): LeafTest {
  if (!isDocument(operand)) throw new InvalidParam('$elemMatch needs an object')
  const [first] = Object.keys(operand)
  if (isOperatorDocument(operand) && first !== undefined && !LOGICAL.has(first)) {
    const test = compileLeafOperators(operand)
    return leaf => isValueArray(leaf) && leaf.some(item => test(item))
  }
  const query = compileQuery(operand)
  return leaf => isValueArray(leaf) && leaf.some(item => isDocument(item) && query(item))
}
