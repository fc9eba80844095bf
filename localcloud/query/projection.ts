import { InvalidParam, Unsupported } from '../values/errors'
import { parsePath } from '../values/path'
import type { Document, Value } from '../values/value'
import { isDocument, isValueArray } from '../values/value'
import type { LeafTest } from './leaf'
import { compileLeafOperators, compileQuery, isOperatorDocument } from './match'

export type Projector = (document: Document) => Document

/** A tree of field names; a leaf says what happens to the field itself. */
interface Selection {
  readonly children: Map<string, Selection>
  leaf?: (value: Value) => Value | undefined
}

/**
 * Compiles the projection of `field()`: fields to keep (1) or to leave out (0), `$slice` and `$elemMatch`.
 * @throws InvalidParam when both kinds are mixed (only `_id: 0` may stand beside kept fields)
 */
export function compileProjection(projection: Document): Projector {
  const entries = Object.entries(projection).filter(([field]) => field !== '_id')
  const keepsId = projection._id === undefined || isKept(projection._id)
  const kept = entries.filter(([, value]) => isPlainFlag(value) && isKept(value))
  const dropped = entries.filter(([, value]) => isPlainFlag(value) && !isKept(value))
  const special = entries.filter(([, value]) => !isPlainFlag(value))
  if (kept.length > 0 && dropped.length > 0) {
    throw new InvalidParam('Projection cannot have a mix of inclusion and exclusion')
  }
  const onlyId = entries.length === 0 && projection._id !== undefined && isKept(projection._id)
  const hasElemMatch = special.some(([, value]) => isDocument(value) && Object.hasOwn(value, '$elemMatch'))
  const includes = kept.length > 0 || onlyId || (hasElemMatch && dropped.length === 0)
  const tree = selectionOf([...kept, ...dropped, ...special])
  return document => {
    const { _id, ...rest } = document
    const selected = includes ? include(rest, tree) : exclude(rest, tree)
    return keepsId && _id !== undefined ? { _id, ...selected } : selected
  }
}

function isPlainFlag(value: Value): value is boolean | number {
  return typeof value === 'boolean' || typeof value === 'number'
}

function isKept(value: Value): boolean {
  if (!isPlainFlag(value)) throw new Unsupported('an expression in a projection')
  return value !== false && value !== 0
}

function selectionOf(entries: [string, Value][]): Selection {
  const root: Selection = { children: new Map() }
  for (const [field, value] of entries) {
    let node = root
    for (const part of parsePath(field)) {
      if (node.leaf) throw new InvalidParam(`Path collision at ${field}`)
      const child: Selection = node.children.get(part) ?? { children: new Map() }
      node.children.set(part, child)
      node = child
    }
    if (node.children.size > 0 || node.leaf) throw new InvalidParam(`Path collision at ${field}`)
    node.leaf = leafOf(value)
  }
  return root
}

function leafOf(value: Value): (value: Value) => Value | undefined {
  if (isPlainFlag(value)) return kept => (isKept(value) ? kept : undefined)
  if (!isDocument(value)) throw new Unsupported('an expression in a projection')
  const [operator, ...others] = Object.keys(value)
  if (operator === '$slice' && others.length === 0) return slice(value.$slice ?? null)
  if (operator === '$elemMatch' && others.length === 0) return firstElement(value.$elemMatch ?? null)
  throw new Unsupported(`projection operator ${operator ?? '{}'}`)
}

function slice(operand: Value): (value: Value) => Value {
  const [skip, limit] = isValueArray(operand) ? operand : [operand, undefined]
  if (typeof skip !== 'number' || !Number.isInteger(skip))
    throw new InvalidParam('$slice needs whole numbers')
  if (limit === undefined) {
    return value => (isValueArray(value) ? (skip < 0 ? value.slice(skip) : value.slice(0, skip)) : value)
  }
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit <= 0) {
    throw new InvalidParam('$slice limit must be positive')
  }
  return value => {
    if (!isValueArray(value)) return value
    const start = skip < 0 ? Math.max(0, value.length + skip) : skip
    return value.slice(start, start + limit)
  }
}

function firstElement(operand: Value): (value: Value) => Value | undefined {
  if (!isDocument(operand)) throw new InvalidParam('$elemMatch needs an object')
  const test = elementTest(operand)
  return value => {
    if (!isValueArray(value)) return undefined
    const index = value.findIndex(item => test(item))
    return index < 0 ? undefined : value.slice(index, index + 1)
  }
}

function elementTest(operand: Document): LeafTest {
  if (isOperatorDocument(operand)) return compileLeafOperators(operand)
  const query = compileQuery(operand)
  return item => isDocument(item) && query(item)
}

function include(document: Document, selection: Selection): Document {
  const selected: Document = {}
  for (const [field, value] of Object.entries(document)) {
    const node = selection.children.get(field)
    const kept = node && includeValue(value, node)
    if (kept !== undefined) selected[field] = kept
  }
  return selected
}

/** Below a kept path, documents in arrays are thinned out and anything else in the array is left out. */
function includeValue(value: Value, node: Selection): Value | undefined {
  if (node.leaf) return node.leaf(value)
  if (isDocument(value)) return include(value, node)
  if (!isValueArray(value)) return undefined
  return value.flatMap(item => {
    const kept = includeValue(item, node)
    return kept === undefined ? [] : [kept]
  })
}

function exclude(document: Document, selection: Selection): Document {
  const selected: Document = {}
  for (const [field, value] of Object.entries(document)) {
    const node = selection.children.get(field)
    const kept = node ? excludeFrom(value, node) : value
    if (kept !== undefined) selected[field] = kept
  }
  return selected
}

function excludeFrom(value: Value, node: Selection): Value | undefined {
  if (node.leaf) return node.leaf(value)
  if (isDocument(value)) return exclude(value, node)
  if (isValueArray(value)) return value.map(item => excludeFrom(item, node) ?? null)
  return value
}
