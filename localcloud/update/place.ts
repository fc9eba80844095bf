import { DatabaseRefusal } from '../values/errors'
import { isArrayIndex } from '../values/path'
import type { Document, Value } from '../values/value'
import { fieldOf, isDocument, isValueArray } from '../values/value'

type Container = Document | Value[]

/** A gap before a new element is filled with nulls; MongoDB refuses very large gaps, so do we. */
const LARGEST_GAP = 1500

/** The value at an update path; array parts are indexes. Missing is `undefined`. */
export function readAt(document: Document, path: readonly string[]): Value | undefined {
  let value: Value | undefined = document
  for (const part of path) value = isContainer(value) ? child(value, part) : undefined
  return value
}

/**
 * Puts a value at a path, making the documents on the way.
 * @throws DatabaseRefusal when a scalar or a non-index stands in the way
 */
export function writeAt(document: Document, path: readonly string[], value: Value): void {
  let container: Container = document
  for (const [depth, part] of path.entries()) {
    if (depth === path.length - 1) {
      put(container, part, value, path)
      return
    }
    const next: Value | undefined = child(container, part)
    if (isContainer(next)) container = next
    else if (next === undefined) {
      const made: Document = {}
      put(container, part, made, path)
      container = made
    } else
      throw new DatabaseRefusal(`Cannot create field in element {${path[depth]}: ${JSON.stringify(next)}}`)
  }
}

/** Removes a field; an element of an array becomes null, as MongoDB's `$unset` does. */
export function removeAt(document: Document, path: readonly string[]): void {
  const container = path.length === 1 ? document : readAt(document, path.slice(0, -1))
  const last = path.at(-1)
  if (last === undefined || !isContainer(container)) return
  if (!isValueArray(container)) delete container[last]
  else if (child(container, last) !== undefined) container[Number(last)] = null
}

function isContainer(value: Value | undefined): value is Container {
  return isDocument(value) || isValueArray(value)
}

function child(container: Container, part: string): Value | undefined {
  if (!isValueArray(container)) return fieldOf(container, part)
  return isArrayIndex(part) ? container[Number(part)] : undefined
}

function put(container: Container, part: string, value: Value, path: readonly string[]): void {
  if (!isValueArray(container)) {
    container[part] = value
    return
  }
  if (!isArrayIndex(part))
    throw new DatabaseRefusal(`Cannot create field '${part}' in an array (${path.join('.')})`)
  const index = Number(part)
  if (index - container.length > LARGEST_GAP)
    throw new DatabaseRefusal(`can't backfill array by more than ${LARGEST_GAP} elements`)
  while (container.length < index) container.push(null)
  container[index] = value
}
