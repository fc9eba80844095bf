import { InvalidParam, Unsupported } from './errors'
import type { Document, Value } from './value'
import { fieldOf, isDocument, isValueArray } from './value'

const compiledPaths = new Map<string, readonly string[]>()
const REMEMBERED_PATHS = 5000

/** Splits `a.b.0` and refuses paths that MongoDB refuses. */
export function parsePath(path: string): readonly string[] {
  const known = compiledPaths.get(path)
  if (known) return known
  const parts = path.split('.')
  for (const part of parts) {
    if (part === '') throw new InvalidParam(`empty field name in path "${path}"`)
    if (part === '__proto__') throw new InvalidParam('forbidden key __proto__')
    if (part.startsWith('$')) throw new Unsupported(`path "${path}"`)
  }
  if (compiledPaths.size >= REMEMBERED_PATHS) compiledPaths.clear()
  compiledPaths.set(path, parts)
  return parts
}

export function isArrayIndex(part: string): boolean {
  return /^(0|[1-9]\d*)$/.test(part)
}

/**
 * Every value a query path reaches, walking into arrays of documents on the way.
 * `undefined` stands for "the field is missing here". An array at the end is given as a whole.
 * Scalars inside an array on the way reach nothing, as in MongoDB: `{a: [1]}` has no `a.b`, not even a missing one.
 */
export function valuesAt(document: Document, path: readonly string[]): (Value | undefined)[] {
  const [only] = path
  if (path.length === 1 && only !== undefined) return [fieldOf(document, only)]
  const reached: (Value | undefined)[] = []
  walk(document, path, 0, reached)
  return reached
}

function walk(document: Document, path: readonly string[], depth: number, reached: (Value | undefined)[]) {
  const part = path[depth]
  if (part === undefined) return
  const value = fieldOf(document, part)
  if (depth === path.length - 1) reached.push(value)
  else if (isValueArray(value)) walkArray(value, path, depth + 1, reached)
  else if (isDocument(value)) walk(value, path, depth + 1, reached)
  else reached.push(undefined)
}

function walkArray(array: Value[], path: readonly string[], depth: number, reached: (Value | undefined)[]) {
  for (const item of array) if (isDocument(item)) walk(item, path, depth, reached)
  const part = path[depth]
  if (part === undefined || !isArrayIndex(part)) return
  const item = array[Number(part)]
  if (depth === path.length - 1) {
    if (item !== undefined) reached.push(item)
  } else if (isDocument(item)) walk(item, path, depth + 1, reached)
  else if (isValueArray(item)) walkArray(item, path, depth + 1, reached)
}

/** Whether an array lies on the path or at its end: such a document has several keys in an index. */
export function crossesArray(document: Document, path: readonly string[]): boolean {
  let value: Value | undefined = document
  for (const part of path) {
    if (!isDocument(value)) return isValueArray(value)
    value = fieldOf(value, part)
  }
  return isValueArray(value)
}
