import { ObjectId } from 'bson'

/** What a stored document may hold. BSON types that nothing here uses are refused where they come in. */
export type Value = null | boolean | number | string | Date | ObjectId | RegExp | Value[] | Document

export interface Document {
  [field: string]: Value
}

export function isDocument(value: Value | undefined): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp) &&
    !(value instanceof ObjectId)
  )
}

export function isValueArray(value: Value | undefined): value is Value[] {
  return Array.isArray(value)
}

/** The own field of a document, so that `constructor` and its like are never found by inheritance. */
export function fieldOf(document: Document, field: string): Value | undefined {
  return Object.hasOwn(document, field) ? document[field] : undefined
}

/** A deep copy that shares no document and no array with the original. */
export function cloneValue<T extends Value>(value: T): T
export function cloneValue(value: Value): Value {
  if (isValueArray(value)) return value.map(item => cloneValue(item))
  if (isDocument(value)) return cloneDocument(value)
  return value
}

export function cloneDocument(document: Document): Document {
  const copy: Document = {}
  for (const field of Object.keys(document)) copy[field] = cloneValue(document[field] ?? null)
  return copy
}
