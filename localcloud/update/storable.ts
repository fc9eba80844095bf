import { DatabaseRefusal, InvalidParam } from '../values/errors'
import type { Document, Value } from '../values/value'
import { isDocument, isValueArray } from '../values/value'

/** Refuses field names that the database refuses: empty ones and those that start with `$`. */
export function assertStorable(document: Document): void {
  for (const [field, value] of Object.entries(document)) {
    if (field === '') throw new DatabaseRefusal('field names cannot be empty')
    if (field.startsWith('$')) throw new DatabaseRefusal(`field name cannot start with $: ${field}`)
    if (field === '__proto__') throw new InvalidParam('forbidden key __proto__')
    assertStorableValue(value)
  }
}

/** What may stand as `_id`: no array, no regular expression. */
export function assertStorableId(id: Value): void {
  if (isValueArray(id)) throw new DatabaseRefusal("The '_id' value cannot be of type array")
  if (id instanceof RegExp) throw new DatabaseRefusal("The '_id' value cannot be of type regex")
}

function assertStorableValue(value: Value): void {
  if (isValueArray(value)) for (const item of value) assertStorableValue(item)
  else if (isDocument(value)) assertStorable(value)
}
