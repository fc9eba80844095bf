import { InvalidParam } from '../values/errors'
import { compareValues } from '../values/order'
import { parsePath, valuesAt } from '../values/path'
import type { Document, Value } from '../values/value'
import { isValueArray } from '../values/value'

export interface SortField {
  readonly path: readonly string[]
  readonly name: string
  readonly direction: 1 | -1
}

/** An empty array sorts before null: MongoDB's "undefined". */
const EMPTY_ARRAY = Symbol('an empty array as sort key')
type SortKey = Value | undefined | typeof EMPTY_ARRAY

/** Reads `{field: 1, other: -1}`. */
export function parseSort(order: Document): SortField[] {
  return Object.entries(order).map(([name, direction]) => {
    if (direction !== 1 && direction !== -1) throw new InvalidParam(`order of "${name}" has to be 1 or -1`)
    return { name, path: parsePath(name), direction }
  })
}

/** Sorts in BSON order; equal documents keep the order they came in. */
export function sortDocuments<T>(items: T[], documentOf: (item: T) => Document, fields: SortField[]): T[] {
  const keyed = items.map(item => ({
    item,
    keys: fields.map(field => sortKey(documentOf(item), field)),
  }))
  keyed.sort((left, right) => {
    for (const [index, field] of fields.entries()) {
      const order = compareKeys(left.keys[index], right.keys[index])
      if (order !== 0) return order * field.direction
    }
    return 0
  })
  return keyed.map(({ item }) => item)
}

/** Of an array, the smallest element counts upwards and the largest downwards. */
function sortKey(document: Document, { path, direction }: SortField): SortKey {
  let best: SortKey
  let isFirst = true
  for (const reached of valuesAt(document, path)) {
    const candidates: SortKey[] = isValueArray(reached)
      ? reached.length === 0
        ? [EMPTY_ARRAY]
        : reached
      : [reached]
    for (const candidate of candidates) {
      if (isFirst || compareKeys(candidate, best) * direction < 0) best = candidate
      isFirst = false
    }
  }
  return best
}

function compareKeys(left: SortKey, right: SortKey): number {
  if (left === EMPTY_ARRAY || right === EMPTY_ARRAY) {
    return Number(right === EMPTY_ARRAY) - Number(left === EMPTY_ARRAY)
  }
  return compareValues(left, right)
}
