import { Unsupported } from '../values/errors'
import type { Value } from '../values/value'
import { isDocument, isValueArray } from '../values/value'

/**
 * The expressions whose answers agree with MongoDB's (each has a conformance case).
 * What mingo gets wrong ($week, time zones, $indexOfCP, sets with documents…) or has not at all is refused by name.
 */
const SUPPORTED = new Set([
  '$abs',
  '$add',
  '$ceil',
  '$divide',
  '$floor',
  '$mod',
  '$multiply',
  '$pow',
  '$sqrt',
  '$subtract',
  '$trunc',
  '$and',
  '$or',
  '$not',
  '$cmp',
  '$eq',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$ne',
  '$in',
  '$cond',
  '$ifNull',
  '$switch',
  '$arrayElemAt',
  '$concatArrays',
  '$filter',
  '$isArray',
  '$map',
  '$range',
  '$reduce',
  '$reverseArray',
  '$size',
  '$slice',
  '$arrayToObject',
  '$objectToArray',
  '$mergeObjects',
  '$concat',
  '$split',
  '$strLenCP',
  '$substrCP',
  '$toLower',
  '$toUpper',
  '$year',
  '$month',
  '$dayOfMonth',
  '$dayOfYear',
  '$dayOfWeek',
  '$hour',
  '$minute',
  '$second',
  '$millisecond',
  '$dateToString',
  '$let',
  '$literal',
])

const SYSTEM_VARIABLES = new Set(['ROOT', 'CURRENT'])

/** @throws Unsupported naming the first expression or variable that is not answered as MongoDB answers it */
export function assertSupportedExpression(stage: string, expression: Value): void {
  if (typeof expression === 'string') assertVariable(expression)
  else if (isValueArray(expression)) for (const item of expression) assertSupportedExpression(stage, item)
  else if (isDocument(expression)) {
    for (const [key, operand] of Object.entries(expression)) {
      if (key === '$literal') continue
      if (key.startsWith('$') && !SUPPORTED.has(key)) throw new Unsupported(`${key} in ${stage}`)
      if (key === 'timezone') throw new Unsupported(`timezone in ${stage}`)
      assertSupportedExpression(stage, operand)
    }
  }
}

/** `$$NOW`, `$$REMOVE` and the other system variables are written in capitals; own ones are not. */
function assertVariable(text: string): void {
  const name = /^\$\$([A-Z]+)(\.|$)/.exec(text)?.[1]
  if (name !== undefined && !SYSTEM_VARIABLES.has(name)) throw new Unsupported(`variable $$${name}`)
}
