import { keyBytes } from '../store/keyBytes'
import { DatabaseRefusal, InvalidParam } from '../values/errors'
import { compareValues } from '../values/order'
import type { Document, Value } from '../values/value'
import { isDocument, isValueArray } from '../values/value'
import { compileAccumulator } from './accumulators'
import { evaluate } from './evaluate'
import { assertSupportedExpression } from './supportedExpressions'

type Summary = (members: readonly Document[]) => Document

/** `$group`: the groups come in the order in which their first documents came. A missing key is null. */
export function group(documents: Document[], argument: Document): Document[] {
  const { _id: key, ...fields } = argument
  if (key === undefined) throw new InvalidParam('a group specification must include an _id')
  assertSupportedExpression('$group', key)
  const summarise = compileSummary(fields)
  return collect(documents, document => evaluate(document, key) ?? null).map(({ id, members }) => ({
    _id: id,
    ...summarise(members),
  }))
}

/** `$bucket`: groups by ranges that hold their lower bound and not their upper one. */
export function bucket(documents: Document[], argument: Document): Document[] {
  const { groupBy, boundaries, default: rest, output = { count: { $sum: 1 } } } = argument
  if (groupBy === undefined || !isValueArray(boundaries) || boundaries.length < 2 || !isDocument(output)) {
    throw new InvalidParam('$bucket needs groupBy and at least two boundaries')
  }
  const isAscending = boundaries.every(
    (bound, at) => at === 0 || compareValues(boundaries[at - 1], bound) < 0,
  )
  if (!isAscending) throw new InvalidParam('the boundaries of $bucket must be in ascending order')
  assertSupportedExpression('$bucket', groupBy)
  const summarise = compileSummary(output)
  const buckets = collect(documents, document => {
    const id = boundOf(evaluate(document, groupBy) ?? null, boundaries) ?? rest
    if (id === undefined) throw new DatabaseRefusal('$bucket: a value lies outside and there is no default')
    return id
  })
  return buckets
    .sort((left, right) => compareValues(left.id, right.id))
    .map(({ id, members }) => ({ _id: id, ...summarise(members) }))
}

function collect(
  documents: Document[],
  idOf: (document: Document) => Value,
): { id: Value; members: Document[] }[] {
  const groups = new Map<string, { id: Value; members: Document[] }>()
  for (const document of documents) {
    const id = idOf(document)
    const name = keyBytes(id).toString('latin1')
    const known = groups.get(name)
    if (known) known.members.push(document)
    else groups.set(name, { id, members: [document] })
  }
  return [...groups.values()]
}

function compileSummary(fields: Document): Summary {
  const accumulators = Object.entries(fields).map(([name, expression]) => {
    if (name.includes('.')) throw new InvalidParam(`the field name '${name}' of a group cannot contain '.'`)
    return [name, compileAccumulator(expression)] as const
  })
  return members => Object.fromEntries(accumulators.map(([name, accumulate]) => [name, accumulate(members)]))
}

function boundOf(value: Value, boundaries: Value[]): Value | undefined {
  for (const [at, lower] of boundaries.entries()) {
    const upper = boundaries[at + 1]
    if (upper === undefined) return undefined
    if (compareValues(value, lower) >= 0 && compareValues(value, upper) < 0) return lower
  }
  return undefined
}
