import { compileQuery } from '../query/match'
import { parseSort, sortDocuments } from '../query/sort'
import type { Documents } from '../store/documents'
import type { Store } from '../store/store'
import { InvalidParam, Unsupported } from '../values/errors'
import { equalValues } from '../values/order'
import { parsePath, valuesAt } from '../values/path'
import type { Document, Value } from '../values/value'
import { isDocument, isValueArray } from '../values/value'
import { bucket, group } from './group'
import { addFields, project, replaceRoot, unwind } from './reshape'
import { assertSupportedExpression } from './supportedExpressions'

export interface Stage {
  readonly name: string
  readonly argument: Value
}

interface Collections {
  readonly store: Store
  readonly documents: Documents
}

type RunStage = (documents: Document[], argument: Value, collections: Collections) => Document[]

/** The stages are ours, the expressions in them are mingo's: see `evaluate`. */
const stages = new Map<string, RunStage>([
  ['$match', (documents, argument) => documents.filter(compileQuery(documentArgument('$match', argument)))],
  ['$sort', sort],
  ['$skip', (documents, argument) => documents.slice(countArgument('$skip', argument, 0))],
  ['$limit', (documents, argument) => documents.slice(0, countArgument('$limit', argument, 1))],
  ['$count', countStage],
  ['$lookup', lookup],
  ['$sample', sample],
  ['$sortByCount', (documents, argument) => sortByCount(documents, argument)],
  ['$group', (documents, argument) => group(documents, documentArgument('$group', argument))],
  ['$bucket', (documents, argument) => bucket(documents, documentArgument('$bucket', argument))],
  ['$project', reshaping('$project', project)],
  ['$addFields', reshaping('$addFields', addFields)],
  ['$replaceRoot', reshaping('$replaceRoot', replaceRoot)],
  ['$unwind', unwind],
])

/**
 * Runs an aggregation. A leading `$match` (with the `$sort` and `$limit` behind it) reads through the indexes.
 * @throws Unsupported for a stage or expression that would not be answered as MongoDB answers it
 */
export function runPipeline(
  collection: string,
  pipeline: readonly Stage[],
  collections: Collections,
): Document[] {
  const runs = pipeline.map(({ name, argument }) => {
    const run = stages.get(name)
    if (!run) throw new Unsupported(`aggregation stage ${name}`)
    return (documents: Document[]) => run(documents, argument, collections)
  })
  const { documents, used } = source(collection, pipeline, collections)
  return runs.slice(used).reduce((current, run) => run(current), documents)
}

function source(name: string, pipeline: readonly Stage[], { store, documents }: Collections) {
  const collection = store.collection(name)
  const [first, second] = pipeline
  const isMatched = first?.name === '$match'
  const query = isMatched ? documentArgument('$match', first.argument) : {}
  const sortStage = isMatched ? second : first
  const isSorted = sortStage?.name === '$sort'
  const order = isSorted ? parseSort(documentArgument('$sort', sortStage.argument)) : []
  const used = Number(isMatched) + Number(isSorted)
  const limitStage = pipeline[used]
  const limit =
    limitStage?.name === '$limit' ? countArgument('$limit', limitStage.argument, 1) : Number.POSITIVE_INFINITY
  return { documents: documents.find(collection, { query, sort: order, limit }), used }
}

function sort(documents: Document[], argument: Value): Document[] {
  return sortDocuments(documents, document => document, parseSort(documentArgument('$sort', argument)))
}

function countStage(documents: Document[], argument: Value): Document[] {
  const isName = typeof argument === 'string' && argument !== '' && !/[$.]/.test(argument)
  if (!isName) throw new InvalidParam('$count needs a field name')
  return documents.length === 0 ? [] : [{ [argument]: documents.length }]
}

function sample(documents: Document[], argument: Value): Document[] {
  const size = isDocument(argument) ? argument.size : undefined
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 0)
    throw new InvalidParam('$sample needs a size')
  const pool = [...documents]
  const taken: Document[] = []
  while (taken.length < size && pool.length > 0) {
    taken.push(...pool.splice(Math.floor(Math.random() * pool.length), 1))
  }
  return taken
}

function sortByCount(documents: Document[], argument: Value): Document[] {
  const grouped = group(documents, { _id: argument, count: { $sum: 1 } })
  return sortDocuments(grouped, document => document, parseSort({ count: -1 }))
}

/** Joins on equality; the form with its own pipeline is refused. */
function lookup(
  documents: Document[],
  argument: Value,
  { store, documents: reader }: Collections,
): Document[] {
  const { from, localField, foreignField, as, ...others } = documentArgument('$lookup', argument)
  const [other] = Object.keys(others)
  if (other) throw new Unsupported(`$lookup with ${other}`)
  const areNames = [from, localField, foreignField, as].every(name => typeof name === 'string')
  if (!areNames) throw new InvalidParam('$lookup needs from, localField, foreignField and as')
  const collection = store.collection(String(from))
  const path = parsePath(String(localField))
  parsePath(String(as))
  if (String(as).includes('.')) throw new Unsupported('$lookup with a path in "as"')
  return documents.map(document => {
    const reached = valuesAt(document, path).flatMap(value => (isValueArray(value) ? value : [value ?? null]))
    const values = reached.length === 0 ? [null] : reached
    if (values.some(value => value instanceof RegExp))
      throw new Unsupported('$lookup on a regular expression')
    const query: Document = { [String(foreignField)]: { $in: distinct(values) } }
    return { ...document, [String(as)]: reader.find(collection, { query }) }
  })
}

function distinct(values: Value[]): Value[] {
  return values.filter((value, at) => values.findIndex(other => equalValues(other, value)) === at)
}

function reshaping(name: string, run: (documents: Document[], argument: Document) => Document[]): RunStage {
  return (documents, argument) => {
    assertSupportedExpression(name, argument)
    return run(documents, documentArgument(name, argument))
  }
}

function documentArgument(stage: string, argument: Value): Document {
  if (!isDocument(argument)) throw new InvalidParam(`${stage} needs an object`)
  return argument
}

function countArgument(stage: string, argument: Value, least: number): number {
  if (typeof argument !== 'number' || !Number.isInteger(argument) || argument < least) {
    throw new InvalidParam(`${stage} needs a whole number of at least ${least}`)
  }
  return argument
}
