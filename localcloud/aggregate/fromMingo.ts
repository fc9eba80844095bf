import { ObjectId } from 'bson'
import { Unsupported } from '../values/errors'
import type { Document, Value } from '../values/value'

/** What mingo hands back is untyped: copied into values, where `undefined` means a missing field. */
export function fromMingo(result: unknown): Document {
  if (!isRecord(result)) throw new Unsupported('an aggregation result that is not a document')
  const document: Document = {}
  for (const [field, item] of Object.entries(result)) {
    if (item !== undefined) document[field] = valueFrom(item)
  }
  return document
}

/** The same for a single value; `undefined` stays: a missing field compares as null. */
export function toValue(item: unknown): Value | undefined {
  return item === undefined ? undefined : valueFrom(item)
}

function valueFrom(item: unknown): Value {
  if (item === null || item === undefined) return null
  if (typeof item === 'boolean' || typeof item === 'number' || typeof item === 'string') return item
  if (item instanceof Date || item instanceof ObjectId || item instanceof RegExp) return item
  if (Array.isArray(item)) return item.map(valueFrom)
  if (isRecord(item)) return fromMingo(item)
  throw new Unsupported(`an aggregation result of type ${typeof item}`)
}

function isRecord(item: unknown): item is Record<string, unknown> {
  return typeof item === 'object' && item !== null
}
