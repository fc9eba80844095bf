import { Context } from 'mingo'
import { evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { InvalidParam } from '../values/errors'
import { compareValues, equalValues } from '../values/order'
import type { Value } from '../values/value'
import { toValue } from './fromMingo'

/**
 * mingo compares only values of one type and looks into arrays; MongoDB's aggregation orders all values in
 * BSON order and takes an array as a whole. These take the place of mingo's own.
 */
export const bsonComparisons = Context.init({
  expression: {
    $eq: comparison('$eq', (left, right) => equalValues(left, right)),
    $ne: comparison('$ne', (left, right) => !equalValues(left, right)),
    $gt: comparison('$gt', (left, right) => compareValues(left, right) > 0),
    $gte: comparison('$gte', (left, right) => compareValues(left, right) >= 0),
    $lt: comparison('$lt', (left, right) => compareValues(left, right) < 0),
    $lte: comparison('$lte', (left, right) => compareValues(left, right) <= 0),
    $cmp: comparison('$cmp', (left, right) => Math.sign(compareValues(left, right))),
    $in: comparison('$in', isMember),
  },
})

function comparison(
  name: string,
  compare: (left: Value | undefined, right: Value | undefined) => boolean | number,
) {
  return (document: unknown, expression: unknown, options: Options) => {
    const operands: unknown = evalExpr(document, expression, options)
    if (!Array.isArray(operands) || operands.length !== 2)
      throw new InvalidParam(`${name} takes exactly 2 arguments`)
    const [left, right]: unknown[] = operands
    return compare(toValue(left), toValue(right))
  }
}

function isMember(value: Value | undefined, list: Value | undefined): boolean {
  if (!Array.isArray(list)) throw new InvalidParam('$in requires an array as a second argument')
  return list.some(item => equalValues(item, value))
}
