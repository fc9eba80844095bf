import { ObjectId } from 'bson'
import { isOperatorDocument } from '../query/match'
import { typeRank } from '../values/order'
import type { Document, Value } from '../values/value'
import { isDocument, isValueArray } from '../values/value'
import { afterPrefix, descending, keyBytes } from './keyBytes'

/** What a query demands of one field, as far as an index can use it. */
export interface FieldBounds {
  /** The field equals one of these. */
  points?: Value[]
  lower?: Bound
  upper?: Bound
}

interface Bound {
  readonly value: Value
  readonly inclusive: boolean
}

export interface QueryBounds {
  readonly fields: Map<string, FieldBounds>
  /** False when the query holds a condition that the bounds do not say. */
  readonly isComplete: boolean
}

const LARGEST_LIST = 500

/** Reads the conditions that all have to hold: the top level and what `$and` adds to it. */
export function boundsOf(query: Document): QueryBounds {
  const fields = new Map<string, FieldBounds>()
  const isComplete = collect(query, fields)
  return { fields, isComplete }
}

function collect(query: Document, fields: Map<string, FieldBounds>): boolean {
  let isComplete = true
  for (const [name, condition] of Object.entries(query)) {
    if (name === '$and' && isValueArray(condition)) {
      for (const part of condition) {
        if (!isDocument(part) || !collect(part, fields)) isComplete = false
      }
    } else if (name.startsWith('$')) isComplete = false
    else if (!collectField(name, condition, fields)) isComplete = false
  }
  return isComplete
}

function collectField(name: string, condition: Value, fields: Map<string, FieldBounds>): boolean {
  const bounds = fields.get(name) ?? {}
  const operators: Document = isOperatorDocument(condition) ? condition : { $eq: condition }
  let isComplete = true
  for (const [operator, operand] of Object.entries(operators)) {
    if (!collectOperator(bounds, operator, operand)) isComplete = false
  }
  const isUsable = bounds.points !== undefined || bounds.lower !== undefined || bounds.upper !== undefined
  if (isUsable) fields.set(name, bounds)
  return isComplete
}

function collectOperator(bounds: FieldBounds, operator: string, operand: Value): boolean {
  switch (operator) {
    case '$eq':
      return addPoints(bounds, [operand])
    case '$in':
      return isValueArray(operand) && operand.length <= LARGEST_LIST && addPoints(bounds, operand)
    case '$gt':
    case '$gte':
      return addLower(bounds, { value: operand, inclusive: operator === '$gte' })
    case '$lt':
    case '$lte':
      return addUpper(bounds, { value: operand, inclusive: operator === '$lte' })
    default:
      return false
  }
}

/** Null is usable, but its key also stands for more than the query means: the answer has to be checked. */
function addPoints(bounds: FieldBounds, values: Value[]): boolean {
  if (bounds.points || !values.every(value => value === null || isComparable(value))) return false
  bounds.points = values
  return values.every(value => value !== null) && bounds.lower === undefined && bounds.upper === undefined
}

function addLower(bounds: FieldBounds, bound: Bound): boolean {
  if (bounds.lower || !isComparable(bound.value) || isOtherType(bounds.upper, bound)) return false
  bounds.lower = bound
  return bounds.points === undefined
}

function addUpper(bounds: FieldBounds, bound: Bound): boolean {
  if (bounds.upper || !isComparable(bound.value) || isOtherType(bounds.lower, bound)) return false
  bounds.upper = bound
  return bounds.points === undefined
}

function isOtherType(known: Bound | undefined, added: Bound): boolean {
  return known !== undefined && typeRank(known.value) !== typeRank(added.value)
}

function isComparable(value: Value): boolean {
  if (typeof value === 'number') return !Number.isNaN(value)
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    value instanceof Date ||
    value instanceof ObjectId
  )
}

export interface ByteRange {
  readonly from: Buffer
  /** Exclusive. */
  readonly to: Buffer
}

/** The bytes between which the keys of a bounded field lie ("type bracketing": only the bound's own type). */
export function rangeBytes({ lower, upper }: FieldBounds, direction: 1 | -1): ByteRange | undefined {
  const sample = lower ?? upper
  if (!sample) return undefined
  const rank = typeRank(sample.value)
  const isNumeric = typeof sample.value === 'number'
  const lowest: Bound | undefined = isNumeric
    ? { value: Number.NEGATIVE_INFINITY, inclusive: true }
    : undefined
  const low = lower ?? lowest
  if (direction === 1) {
    return {
      from: low ? edge(keyBytes(low.value), !low.inclusive) : Buffer.from([rank]),
      to: upper ? edge(keyBytes(upper.value), upper.inclusive) : Buffer.from([rank + 1]),
    }
  }
  return {
    from: upper ? edge(descending(keyBytes(upper.value)), !upper.inclusive) : Buffer.from([0xff - rank]),
    to: low ? edge(descending(keyBytes(low.value)), low.inclusive) : Buffer.from([0x100 - rank]),
  }
}

function edge(key: Buffer, isBehind: boolean): Buffer {
  return isBehind ? afterPrefix(key) : key
}
