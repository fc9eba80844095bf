import { Context, ProcessingMode } from 'mingo'
import { evalExpr } from 'mingo/core'
import * as expressions from 'mingo/operators/expression'
import type { Options } from 'mingo/types'
import { CloudError, InvalidParam, messageOf, Unsupported } from '../values/errors'
import { compareValues, equalValues } from '../values/order'
import type { Document, Value } from '../values/value'
import { toValue } from './fromMingo'

/**
 * mingo's expressions, with those replaced that it computes otherwise than MongoDB: it compares only values of
 * one type and looks into arrays, where MongoDB orders all values in BSON order and takes an array as a whole.
 */
const context = Context.init({
  expression: {
    ...expressions,
    $eq: comparison('$eq', (left, right) => equalValues(left, right)),
    $ne: comparison('$ne', (left, right) => !equalValues(left, right)),
    $gt: comparison('$gt', (left, right) => compareValues(left, right) > 0),
    $gte: comparison('$gte', (left, right) => compareValues(left, right) >= 0),
    $lt: comparison('$lt', (left, right) => compareValues(left, right) < 0),
    $lte: comparison('$lte', (left, right) => compareValues(left, right) <= 0),
    $cmp: comparison('$cmp', (left, right) => Math.sign(compareValues(left, right))),
    $in: comparison('$in', isMember),
    $trunc: truncate,
  },
})

const options: Options = {
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  context,
}

/**
 * The value of an expression for a document; `undefined` where a field is missing.
 * The expression has passed `assertSupportedExpression`.
 * @throws InvalidParam where the expression does not fit the value
 */
export function evaluate(document: Document, expression: Value): Value | undefined {
  try {
    return toValue(evalExpr(document, expression, options))
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw new InvalidParam(messageOf(error))
  }
}

function comparison(
  name: string,
  compare: (left: Value | undefined, right: Value | undefined) => boolean | number,
) {
  return (document: unknown, expression: unknown, scope: Options) => {
    const operands: unknown = evalExpr(document, expression, scope)
    if (!Array.isArray(operands) || operands.length !== 2) {
      throw new InvalidParam(`${name} takes exactly 2 arguments`)
    }
    const [left, right]: unknown[] = operands
    return compare(toValue(left), toValue(right))
  }
}

function isMember(value: Value | undefined, list: Value | undefined): boolean {
  if (!Array.isArray(list)) throw new InvalidParam('$in requires an array as a second argument')
  return list.some(item => equalValues(item, value))
}

/** Cuts the fraction off. */
function truncate(document: unknown, expression: unknown, scope: Options): number | null {
  const value: unknown = evalExpr(document, expression, scope)
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) throw new Unsupported('$trunc with a place')
  if (typeof value !== 'number') throw new InvalidParam('$trunc only supports numeric types')
  return Math.trunc(value)
}
