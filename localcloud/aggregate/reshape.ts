import { isOperatorDocument } from '../query/match'
import { compileProjection } from '../query/projection'
import { DatabaseRefusal, InvalidParam, Unsupported } from '../values/errors'
import { parsePath } from '../values/path'
import type { Document, Value } from '../values/value'
import { cloneDocument, fieldOf, isDocument, isValueArray } from '../values/value'
import { evaluate } from './evaluate'

interface Computed {
  readonly path: readonly string[]
  readonly expression: Value
}

/** `$addFields`: an object is merged into the one that is there, field by field. */
export function addFields(documents: Document[], argument: Document): Document[] {
  const computed = computedFields(argument, [])
  return documents.map(document => compute(document, document, computed))
}

/** `$project`: fields to keep or to leave out, and computed ones. */
export function project(documents: Document[], argument: Document): Document[] {
  const { flags, computed } = splitProjection(argument, [])
  const isExclusion = Object.entries(flags).some(
    ([name, flag]) => name !== '_id' && (flag === 0 || flag === false),
  )
  if (isExclusion && computed.length > 0) {
    throw new InvalidParam('Projection cannot have a mix of exclusion and computed fields')
  }
  if (Object.keys(argument).length === 0) throw new InvalidParam('$project needs at least one field')
  const keepsNamed = Object.entries(flags).some(([name]) => name !== '_id')
  const base = computed.length > 0 && !keepsNamed ? onlyId(flags) : compileProjection(flags)
  return documents.map(document => compute(base(document), document, computed))
}

/** `$replaceRoot`: the expression has to give a document. */
export function replaceRoot(documents: Document[], argument: Document): Document[] {
  const { newRoot } = argument
  if (newRoot === undefined) throw new InvalidParam('$replaceRoot needs newRoot')
  return documents.map(document => {
    const root = evaluate(document, newRoot)
    if (!isDocument(root)) throw new DatabaseRefusal("'newRoot' expression must evaluate to an object")
    return root
  })
}

/** `$unwind`: a document for each element; a value that is no array stands for itself. */
export function unwind(documents: Document[], argument: Value): Document[] {
  const options: Document = isDocument(argument) ? argument : { path: argument }
  const { path, includeArrayIndex, preserveNullAndEmptyArrays = false } = options
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw new InvalidParam('$unwind needs a path like "$field"')
  if (includeArrayIndex !== undefined) throw new Unsupported('$unwind with includeArrayIndex')
  const parts = parsePath(path.slice(1))
  return documents.flatMap(document => {
    const value = parts.reduce<Value | undefined>(
      (at, part) => (isDocument(at) ? fieldOf(at, part) : undefined),
      document,
    )
    if (isValueArray(value) && value.length > 0) return value.map(item => withField(document, parts, item))
    const isNothing = value === undefined || value === null || isValueArray(value)
    if (!isNothing) return [document]
    if (preserveNullAndEmptyArrays !== true) return []
    return isValueArray(value) ? [withField(document, parts, undefined)] : [document]
  })
}

function computedFields(fields: Document, parents: readonly string[]): Computed[] {
  return Object.entries(fields).flatMap(([name, expression]) => {
    const path = [...parents, ...parsePath(name)]
    const isNested =
      isDocument(expression) && !isOperatorDocument(expression) && Object.keys(expression).length > 0
    return isNested ? computedFields(expression, path) : [{ path, expression }]
  })
}

function splitProjection(
  fields: Document,
  parents: readonly string[],
): { flags: Document; computed: Computed[] } {
  const flags: Document = {}
  const computed: Computed[] = []
  for (const [name, value] of Object.entries(fields)) {
    const path = [...parents, ...parsePath(name)]
    const isNested = isDocument(value) && !isOperatorDocument(value)
    if (typeof value === 'boolean' || typeof value === 'number') flags[path.join('.')] = value
    else if (isNested) {
      const inner = splitProjection(value, path)
      Object.assign(flags, inner.flags)
      computed.push(...inner.computed)
    } else computed.push({ path, expression: value })
  }
  return { flags, computed }
}

function onlyId({ _id: flag }: Document): (document: Document) => Document {
  const keepsId = flag !== 0 && flag !== false
  return ({ _id }) => {
    const kept: Document = {}
    if (keepsId && _id !== undefined) kept._id = _id
    return kept
  }
}

/** All expressions see the document as it came, whatever is computed beside them. */
function compute(base: Document, source: Document, computed: readonly Computed[]): Document {
  let result = base
  for (const { path, expression } of computed) {
    const value = evaluate(source, expression)
    if (value !== undefined) result = withField(result, path, value)
  }
  return result
}

/** A copy with the field set, or taken away; below an array in every element. */
function withField(document: Document, path: readonly string[], value: Value | undefined): Document {
  const [part, ...rest] = path
  const copy = { ...document }
  if (part === undefined) return copy
  if (rest.length === 0) {
    if (value === undefined) delete copy[part]
    else copy[part] = value
    return copy
  }
  copy[part] = below(fieldOf(document, part), rest, value)
  return copy
}

function below(value: Value | undefined, rest: readonly string[], set: Value | undefined): Value {
  if (isValueArray(value)) return value.map(item => below(item, rest, set))
  return withField(isDocument(value) ? cloneDocument(value) : {}, rest, set)
}
