import { DatabaseRefusal } from '../values/errors'
import { crossesArray, parsePath, valuesAt } from '../values/path'
import type { Document } from '../values/value'
import { isValueArray } from '../values/value'
import { descending, EMPTY_ARRAY_KEY, keyBytes } from './keyBytes'

export interface IndexField {
  readonly name: string
  readonly path: readonly string[]
  readonly direction: 1 | -1
}

export interface Index {
  /** Row id in the table of indexes; 0 stands for the primary key `_id`. */
  readonly id: number
  readonly name: string
  readonly fields: readonly IndexField[]
  readonly unique: boolean
  /** Names of the fields in which some document once held an array: its documents have several keys. */
  readonly multikey: Set<string>
}

export const PRIMARY_INDEX: Index = {
  id: 0,
  name: '_id_',
  fields: [{ name: '_id', path: ['_id'], direction: 1 }],
  unique: true,
  multikey: new Set(),
}

export function indexField([name, direction]: readonly [string, 1 | -1]): IndexField {
  return { name, path: parsePath(name), direction }
}

/** Fields of the index in which this document holds an array. */
export function multikeyFieldsOf(index: Index, document: Document): string[] {
  return index.fields.filter(field => crossesArray(document, field.path)).map(field => field.name)
}

/**
 * The keys of a document in an index: one, or one per element where a field holds an array.
 * @throws DatabaseRefusal when two fields hold arrays ("cannot index parallel arrays")
 */
export function indexKeys(index: Index, document: Document): Buffer[] {
  const perField = index.fields.map(field => fieldKeys(field, document))
  if (arrayRoots(index, document).size > 1) {
    throw new DatabaseRefusal(`cannot index parallel arrays (index ${index.name})`)
  }
  let keys: Buffer[] = [Buffer.alloc(0)]
  for (const parts of perField) {
    keys = parts.flatMap(part => keys.map(key => (key.length === 0 ? part : Buffer.concat([key, part]))))
  }
  return withoutTwins(keys)
}

function fieldKeys({ path, direction }: IndexField, document: Document): Buffer[] {
  const keys: Buffer[] = []
  for (const reached of valuesAt(document, path)) {
    if (isValueArray(reached)) {
      if (reached.length === 0) keys.push(EMPTY_ARRAY_KEY)
      for (const item of reached) keys.push(keyBytes(item))
    } else keys.push(keyBytes(reached))
  }
  if (keys.length === 0) keys.push(keyBytes(null))
  const unique = withoutTwins(keys)
  return direction === 1 ? unique : unique.map(descending)
}

/** The top-level fields that hold arrays. Two indexed fields below one array, as `steps.by` and `steps.at`, are allowed. */
function arrayRoots(index: Index, document: Document): Set<string> {
  const names = multikeyFieldsOf(index, document)
  return new Set(names.map(name => name.split('.')[0] ?? name))
}

function withoutTwins(keys: Buffer[]): Buffer[] {
  if (keys.length < 2) return keys
  const seen = new Set<string>()
  return keys.filter(key => {
    const text = key.toString('latin1')
    const isNew = !seen.has(text)
    seen.add(text)
    return isNew
  })
}
