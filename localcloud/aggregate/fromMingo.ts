import { ObjectId } from 'bson'
import { Unsupported } from '../values/errors'
import type { Document, Value } from '../values/value'

/** What mingo hands back is untyped: copied into values. `undefined` stays: a field that is missing. */
export function toValue(item: unknown): Value | undefined {
  return item === undefined ? undefined : valueFrom(item)
}

function valueFrom(item: unknown): Value {
  if (item === null || item === undefined) return null
  if (typeof item === 'boolean' || typeof item === 'number' || typeof item === 'string') return item
  if (item instanceof Date || item instanceof ObjectId || item instanceof RegExp) return item
  if (Array.isArray(item)) return item.map(valueFrom)
  if (typeof item === 'object') return documentFrom(item)
  throw new Unsupported(`an aggregation result of type ${typeof item}`)
}

function documentFrom(item: object): Document {
  const document: Document = {}
  for (const [field, value] of Object.entries(item)) {
    if (value !== undefined) document[field] = valueFrom(value)
  }
  return document
}
