import { InvalidParam, Unsupported } from '../values/errors'
import { compareValues, equalValues } from '../values/order'
import type { Document, Value } from '../values/value'
import { isDocument } from '../values/value'
import { evaluate } from './evaluate'
import { assertSupportedExpression } from './supportedExpressions'

/** Takes the value of each document of a group and gives the result of all. */
interface Accumulator {
  add(value: Value | undefined): void
  result(): Value
}

const makers = new Map<string, () => Accumulator>([
  ['$sum', sum],
  ['$avg', average],
  ['$min', () => best(-1)],
  ['$max', () => best(1)],
  ['$first', first],
  ['$last', last],
  ['$push', push],
  ['$addToSet', addToSet],
])

/**
 * Compiles one field of a group, as `{$sum: "$days"}`, to a function over its documents.
 * @throws Unsupported, InvalidParam
 */
export function compileAccumulator(expression: Value): (documents: readonly Document[]) => Value {
  const [operator, ...others] = isDocument(expression) ? Object.keys(expression) : []
  if (!isDocument(expression) || operator === undefined || others.length > 0) {
    throw new InvalidParam('a field of $group must be an accumulator object')
  }
  const make = makers.get(operator)
  if (!make) throw new Unsupported(`accumulator ${operator}`)
  const operand = expression[operator] ?? null
  assertSupportedExpression(operator, operand)
  return documents => {
    const accumulator = make()
    for (const document of documents) accumulator.add(evaluate(document, operand))
    return accumulator.result()
  }
}

/** What is not a number counts as nothing. */
function sum(): Accumulator {
  let total = 0
  return {
    add(value) {
      if (typeof value === 'number') total += value
    },
    result: () => total,
  }
}

/** Of the numbers only; of none it is null. */
function average(): Accumulator {
  let total = 0
  let count = 0
  return {
    add(value) {
      if (typeof value !== 'number') return
      total += value
      count += 1
    },
    result: () => (count === 0 ? null : total / count),
  }
}

/** In BSON order over all types; null and missing are left out. */
function best(direction: 1 | -1): Accumulator {
  let found: Value = null
  return {
    add(value) {
      if (value === undefined || value === null) return
      if (found === null || compareValues(value, found) * direction > 0) found = value
    },
    result: () => found,
  }
}

function first(): Accumulator {
  let found: Value | undefined
  let isSet = false
  return {
    add(value) {
      if (!isSet) found = value
      isSet = true
    },
    result: () => found ?? null,
  }
}

function last(): Accumulator {
  let found: Value | undefined
  return {
    add(value) {
      found = value
    },
    result: () => found ?? null,
  }
}

function push(): Accumulator {
  const items: Value[] = []
  return {
    add(value) {
      if (value !== undefined) items.push(value)
    },
    result: () => items,
  }
}

function addToSet(): Accumulator {
  const items: Value[] = []
  return {
    add(value) {
      if (value !== undefined && !items.some(item => equalValues(item, value))) items.push(value)
    },
    result: () => items,
  }
}
