import { compileLeafOperators, compileQuery, isOperatorDocument } from '../query/match'
import { parseSort, sortDocuments } from '../query/sort'
import { DatabaseRefusal, InvalidParam, Unsupported } from '../values/errors'
import { compareValues, equalValues } from '../values/order'
import type { Document, Value } from '../values/value'
import { cloneValue, isDocument, isValueArray } from '../values/value'
import type { UpdateOperator } from './fieldOperators'
import { readAt, writeAt } from './place'

const PUSH_MODIFIERS = new Set(['$each', '$position', '$slice', '$sort'])

/** Appends, or with modifiers: insert at a position, then sort, then cut, in this order. */
export const push: UpdateOperator = (document, path, operand) => {
  const array = arrayAt(document, path, '$push')
  if (!isDocument(operand) || !Object.hasOwn(operand, '$each')) {
    writeAt(document, path, [...array, cloneValue(operand)])
    return
  }
  for (const modifier of Object.keys(operand)) {
    if (!PUSH_MODIFIERS.has(modifier)) throw new Unsupported(`$push modifier ${modifier}`)
  }
  const added = eachOf(operand, '$push')
  const inserted = insert(array, added, operand.$position)
  const sorted = operand.$sort === undefined ? inserted : sortArray(inserted, operand.$sort)
  writeAt(document, path, cut(sorted, operand.$slice))
}

/** Adds each value that the array does not hold yet. */
export const addToSet: UpdateOperator = (document, path, operand) => {
  const array = arrayAt(document, path, '$addToSet')
  const hasEach = isDocument(operand) && Object.hasOwn(operand, '$each')
  const added = hasEach ? eachOf(operand, '$addToSet') : [operand]
  const result = [...array]
  for (const value of added) {
    if (!result.some(item => equalValues(item, value))) result.push(cloneValue(value))
  }
  writeAt(document, path, result)
}

/** Removes the last element (1) or the first (-1). */
export const pop: UpdateOperator = (document, path, operand) => {
  if (operand !== 1 && operand !== -1) throw new InvalidParam('$pop expects 1 or -1')
  const array = existingArray(document, path, '$pop')
  if (array) writeAt(document, path, operand === 1 ? array.slice(0, -1) : array.slice(1))
}

/** Removes every element that equals the value or meets the condition. */
export const pull: UpdateOperator = (document, path, operand) => {
  const array = existingArray(document, path, '$pull')
  if (!array) return
  const isPulled = pullTest(operand)
  writeAt(
    document,
    path,
    array.filter(item => !isPulled(item)),
  )
}

export const pullAll: UpdateOperator = (document, path, operand) => {
  if (!isValueArray(operand)) throw new InvalidParam('$pullAll requires an array argument')
  const array = existingArray(document, path, '$pullAll')
  if (!array) return
  writeAt(
    document,
    path,
    array.filter(item => !operand.some(value => equalValues(item, value))),
  )
}

function pullTest(operand: Value): (item: Value) => boolean {
  if (operand instanceof RegExp) return item => typeof item === 'string' && operand.test(item)
  if (isOperatorDocument(operand)) return compileLeafOperators(operand)
  if (isDocument(operand)) {
    const query = compileQuery(operand)
    return item => isDocument(item) && query(item)
  }
  return item => equalValues(item, operand)
}

function existingArray(document: Document, path: readonly string[], operator: string): Value[] | undefined {
  const value = readAt(document, path)
  if (value === undefined) return undefined
  if (!isValueArray(value)) {
    throw new DatabaseRefusal(`Cannot apply ${operator} to a non-array value (${path.join('.')})`)
  }
  return value
}

function arrayAt(document: Document, path: readonly string[], operator: string): Value[] {
  return existingArray(document, path, operator) ?? []
}

function eachOf(operand: Document, operator: string): Value[] {
  const each = operand.$each
  if (!isValueArray(each)) throw new InvalidParam(`The argument to $each in ${operator} must be an array`)
  return each
}

function insert(array: Value[], added: Value[], position: Value | undefined): Value[] {
  if (position === undefined) return [...array, ...added.map(value => cloneValue(value))]
  if (!isWhole(position)) throw new InvalidParam('$position must be a whole number')
  const at = position < 0 ? Math.max(0, array.length + position) : position
  return [...array.slice(0, at), ...added.map(value => cloneValue(value)), ...array.slice(at)]
}

function sortArray(array: Value[], order: Value): Value[] {
  if (order === 1 || order === -1) return [...array].sort((left, right) => compareValues(left, right) * order)
  if (!isDocument(order)) throw new InvalidParam('$sort in $push needs 1, -1 or an object')
  const fields = parseSort(order)
  return sortDocuments(array, item => (isDocument(item) ? item : {}), fields)
}

function cut(array: Value[], size: Value | undefined): Value[] {
  if (size === undefined) return array
  if (!isWhole(size)) throw new InvalidParam('$slice in $push must be a whole number')
  return size < 0 ? array.slice(size) : array.slice(0, size)
}

function isWhole(value: Value): value is number {
  return typeof value === 'number' && Number.isInteger(value)
}
