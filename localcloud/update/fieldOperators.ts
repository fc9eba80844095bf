import { DatabaseRefusal, InvalidParam } from '../values/errors'
import { compareValues } from '../values/order'
import { parsePath } from '../values/path'
import type { Document, Value } from '../values/value'
import { cloneValue, isDocument } from '../values/value'
import { readAt, removeAt, writeAt } from './place'

export type UpdateOperator = (document: Document, path: readonly string[], operand: Value) => void

export const set: UpdateOperator = (document, path, operand) => writeAt(document, path, cloneValue(operand))

export const unset: UpdateOperator = (document, path) => removeAt(document, path)

/** Adds to a number; a missing field becomes the amount. */
export const inc: UpdateOperator = arithmetic(
  '$inc',
  (value, amount) => value + amount,
  amount => amount,
)

/** Multiplies a number; a missing field becomes 0. */
export const mul: UpdateOperator = arithmetic(
  '$mul',
  (value, amount) => value * amount,
  () => 0,
)

/** Keeps the smaller of both in BSON order over all types. */
export const min: UpdateOperator = (document, path, operand) => keepBetter(document, path, operand, -1)

export const max: UpdateOperator = (document, path, operand) => keepBetter(document, path, operand, 1)

export const rename: UpdateOperator = (document, path, operand) => {
  if (typeof operand !== 'string') throw new InvalidParam('$rename needs the new name')
  const value = readAt(document, path)
  if (value === undefined) return
  removeAt(document, path)
  writeAt(document, parsePath(operand), value)
}

const bitwise = new Map<string, (left: bigint, right: bigint) => bigint>([
  ['and', (left, right) => left & right],
  ['or', (left, right) => left | right],
  ['xor', (left, right) => left ^ right],
])

export const bit: UpdateOperator = (document, path, operand) => {
  if (!isDocument(operand) || Object.keys(operand).length === 0)
    throw new InvalidParam('$bit needs {and|or|xor: n}')
  for (const [name, mask] of Object.entries(operand)) {
    const compute = bitwise.get(name)
    if (!compute) throw new InvalidParam(`$bit knows and, or, xor; not ${name}`)
    const value = readAt(document, path) ?? 0
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(mask)) {
      throw new DatabaseRefusal('Cannot apply $bit to a value of non-integral type')
    }
    writeAt(document, path, Number(compute(BigInt(Number(value)), BigInt(Number(mask)))))
  }
}

function arithmetic(
  name: string,
  compute: (value: number, amount: number) => number,
  whenMissing: (amount: number) => number,
): UpdateOperator {
  return (document, path, operand) => {
    if (typeof operand !== 'number') throw new InvalidParam(`Cannot ${name} with non-numeric argument`)
    const value = readAt(document, path)
    if (value !== undefined && typeof value !== 'number') {
      throw new DatabaseRefusal(`Cannot apply ${name} to a value of non-numeric type (${path.join('.')})`)
    }
    writeAt(document, path, value === undefined ? whenMissing(operand) : compute(value, operand))
  }
}

function keepBetter(document: Document, path: readonly string[], operand: Value, direction: 1 | -1): void {
  const value = readAt(document, path)
  const isBetter = value === undefined || compareValues(operand, value) * direction > 0
  if (isBetter) writeAt(document, path, cloneValue(operand))
}
