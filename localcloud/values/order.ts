import { ObjectId } from 'bson'
import type { Document, Value } from './value'

/**
 * MongoDB's "Comparison/Sort Order" for the types stored here, as the first byte of an index key.
 * Undefined (an empty array in an index) < null < numbers < strings < objects < arrays < ObjectId < booleans
 * < dates < regular expressions.
 */
export const TypeRank = {
  emptyArrayInIndex: 0x04,
  null: 0x05,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x40,
  objectId: 0x60,
  boolean: 0x70,
  date: 0x80,
  regex: 0x90,
} as const

export type TypeRank = (typeof TypeRank)[keyof typeof TypeRank]

export function typeRank(value: Value | undefined): TypeRank {
  if (value === null || value === undefined) return TypeRank.null
  if (typeof value === 'number') return TypeRank.number
  if (typeof value === 'string') return TypeRank.string
  if (typeof value === 'boolean') return TypeRank.boolean
  if (Array.isArray(value)) return TypeRank.array
  if (value instanceof Date) return TypeRank.date
  if (value instanceof ObjectId) return TypeRank.objectId
  if (value instanceof RegExp) return TypeRank.regex
  return TypeRank.object
}

/** Negative, zero or positive: the order of two values over all types. A missing value is null. */
export function compareValues(left: Value | undefined, right: Value | undefined): number {
  const byType = typeRank(left) - typeRank(right)
  if (byType !== 0) return byType
  if (left === null || left === undefined || right === null || right === undefined) return 0
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right)
  if (typeof left === 'string' && typeof right === 'string') return compareStrings(left, right)
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime()
  if (left instanceof ObjectId && right instanceof ObjectId) return Buffer.compare(left.id, right.id)
  if (left instanceof RegExp && right instanceof RegExp) {
    return compareStrings(left.source, right.source) || compareStrings(left.flags, right.flags)
  }
  if (Array.isArray(left) && Array.isArray(right)) return compareArrays(left, right)
  return compareDocuments(left, right)
}

export function equalValues(left: Value | undefined, right: Value | undefined): boolean {
  return compareValues(left, right) === 0
}

/** NaN sorts before every other number and equals itself; -0 equals 0. */
function compareNumbers(left: number, right: number): number {
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1
  if (Number.isNaN(right)) return 1
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** The order of the UTF-8 bytes. JavaScript's own `<` compares UTF-16 units, wrong beside surrogates. */
export function compareStrings(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length)
  for (let index = 0; index < shorter; index++) {
    const a = left.charCodeAt(index)
    const b = right.charCodeAt(index)
    if (a !== b) return liftSurrogate(a) - liftSurrogate(b)
  }
  return left.length - right.length
}

function liftSurrogate(unit: number): number {
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff
  return isSurrogate ? unit + 0x10000 : unit
}

function compareArrays(left: Value[], right: Value[]): number {
  const shorter = Math.min(left.length, right.length)
  for (let index = 0; index < shorter; index++) {
    const order = compareValues(left[index], right[index])
    if (order !== 0) return order
  }
  return left.length - right.length
}

/** Field by field in stored order: type, then name, then value. */
function compareDocuments(left: Value, right: Value): number {
  const a = entriesOf(left)
  const b = entriesOf(right)
  const shorter = Math.min(a.length, b.length)
  for (let index = 0; index < shorter; index++) {
    const [leftName, leftValue] = a[index] ?? ['', null]
    const [rightName, rightValue] = b[index] ?? ['', null]
    const order =
      typeRank(leftValue) - typeRank(rightValue) ||
      compareStrings(leftName, rightName) ||
      compareValues(leftValue, rightValue)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function entriesOf(value: Value): [string, Value][] {
  const document: Document | Value = value
  return typeof document === 'object' && document !== null ? Object.entries(document) : []
}
