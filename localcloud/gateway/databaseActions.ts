import * as z from 'zod/mini'
import { runPipeline } from '../aggregate/pipeline'
import type { SortField } from '../query/sort'
import { parseSort } from '../query/sort'
import type { Documents } from '../store/documents'
import type { Store } from '../store/store'
import type { Transaction, Transactions } from '../store/transaction'
import { decodeEjson, decodeEjsonDocument, encodeEjson } from '../values/ejson'
import { InvalidParam } from '../values/errors'

export interface DatabaseContext {
  readonly store: Store
  readonly documents: Documents
  readonly transactions: Transactions
  /** Milliseconds: the time that a server date stands for. */
  readonly now: number
}

type Params = Record<string, unknown>
type Answer = Record<string, unknown>
export type DatabaseAction = (params: Params, context: DatabaseContext) => Promise<Answer> | Answer | Listing

/** The answer to a query; its list is JSON text already. */
export class Listing {
  constructor(
    readonly list: Uint8Array,
    readonly limit: number,
    readonly offset: number,
  ) {}
}

const MOST_ROWS = 1000
const DEFAULT_ROWS = 100
/** The cloud cuts an aggregation without a `limit` off without a word, a trap that users report. */
const DEFAULT_AGGREGATED = 20
const MOST_AGGREGATED = 10_000

const collectionName = z.string().check(z.regex(/^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,63}$/))
const count = z.number().check(z.int(), z.gte(0))
const target = z.object({
  collectionName,
  query: z.optional(z.string()),
  transactionId: z.optional(z.string()),
})
const getParams = z.extend(target, {
  queryType: z.optional(z.enum(['WHERE', 'DOC'])),
  order: z.optional(z.string()),
  offset: z.optional(count),
  limit: z.optional(count),
  projection: z.optional(z.string()),
})
const insertParams = z.object({
  collectionName,
  data: z.array(z.string()).check(z.minLength(1)),
  transactionId: z.optional(z.string()),
})
const modifyParams = z.extend(target, {
  data: z.string(),
  merge: z.boolean(),
  upsert: z.optional(z.boolean()),
  multi: z.optional(z.boolean()),
})
const returnParams = z.extend(target, { data: z.string() })
const removeParams = z.extend(target, { multi: z.optional(z.boolean()) })
const aggregateParams = z.object({
  collectionName,
  stages: z.array(z.object({ stageKey: z.string(), stageValue: z.string() })),
})
const addCollectionParams = z.object({ collectionName })
const transactionParams = z.object({ transactionId: z.string() })

/** Every `database.…` action of the SDK; what is not here is refused as unknown. */
export const databaseActions = new Map<string, DatabaseAction>([
  ['database.getDocument', getDocument],
  ['database.calculateDocument', calculateDocument],
  ['database.insertDocument', insertDocument],
  ['database.modifyDocument', modifyDocument],
  ['database.modifyAndReturnDoc', modifyAndReturnDoc],
  ['database.removeDocument', removeDocument],
  ['database.aggregateDocuments', aggregateDocuments],
  ['database.addCollection', addCollection],
  ['database.startTransaction', startTransaction],
  ['database.commitTransaction', commitTransaction],
  ['database.abortTransaction', abortTransaction],
])

function getDocument(params: Params, context: DatabaseContext): Listing {
  const { queryType, offset = 0, limit, order, projection, ...rest } = read(getParams, params)
  const { collection, query, transaction } = locate(rest, context)
  const rows = queryType === 'DOC' ? 1 : Math.min(limit || DEFAULT_ROWS, MOST_ROWS)
  const list = context.documents.list(
    collection,
    {
      query,
      sort: readOrder(order, context.now),
      projection: projection ? decodeEjsonDocument(projection, context.now) : undefined,
      skip: offset,
      limit: rows,
    },
    transaction,
  )
  return new Listing(list, rows, offset)
}

function calculateDocument(params: Params, context: DatabaseContext): Answer {
  const { collection, query } = locate(read(target, params), context)
  return { data: { total: context.documents.count(collection, query) } }
}

async function insertDocument(params: Params, context: DatabaseContext): Promise<Answer> {
  const { data, ...rest } = read(insertParams, params)
  const { collection, transaction } = locate(rest, context)
  const documents = data.map(text => decodeEjsonDocument(text, context.now))
  const insertedIds = await context.documents.insert(collection, documents, transaction)
  return { data: { insertedIds } }
}

async function modifyDocument(params: Params, context: DatabaseContext): Promise<Answer> {
  const { data, merge, upsert = false, multi = true, ...rest } = read(modifyParams, params)
  const { collection, query, transaction } = locate(rest, context)
  const change = { query, data: decodeEjsonDocument(data, context.now), merge, upsert, multi }
  if (upsert && merge) throw new InvalidParam('upsert with operators is not part of the protocol')
  const { updated, upsertId = null } = await context.documents.modify(collection, change, transaction)
  return { data: { updated, upsert_id: upsertId } }
}

async function modifyAndReturnDoc(params: Params, context: DatabaseContext): Promise<Answer> {
  const { data, ...rest } = read(returnParams, params)
  const { collection, query, transaction } = locate(rest, context)
  const update = decodeEjsonDocument(data, context.now)
  const changed = await context.documents.modifyAndReturn(collection, query, update, transaction)
  return { data: { updated: changed ? 1 : 0, doc: changed ? encodeEjson(changed) : null } }
}

async function removeDocument(params: Params, context: DatabaseContext): Promise<Answer> {
  const { multi = true, ...rest } = read(removeParams, params)
  const { collection, query, transaction } = locate(rest, context)
  return { data: { deleted: await context.documents.remove(collection, query, multi, transaction) } }
}

function aggregateDocuments(params: Params, context: DatabaseContext): Answer {
  const { collectionName: name, stages } = read(aggregateParams, params)
  context.store.collection(name)
  const pipeline = stages.map(({ stageKey, stageValue }) => ({
    name: stageKey,
    argument: decodeEjson(stageValue, context.now),
  }))
  const isLimited = pipeline.some(stage => stage.name === '$limit')
  const most = isLimited ? MOST_AGGREGATED : DEFAULT_AGGREGATED
  return { data: { list: runPipeline(name, pipeline, context).slice(0, most).map(encodeEjson) } }
}

async function addCollection(params: Params, context: DatabaseContext): Promise<Answer> {
  const { collectionName: name } = read(addCollectionParams, params)
  await context.store.commits.run(() => {
    context.store.createCollection(name)
  })
  return {}
}

function startTransaction(_params: Params, context: DatabaseContext): Answer {
  return { transactionId: context.transactions.start().id }
}

async function commitTransaction(params: Params, context: DatabaseContext): Promise<Answer> {
  await context.transactions.get(read(transactionParams, params).transactionId).commit()
  return {}
}

function abortTransaction(params: Params, context: DatabaseContext): Answer {
  context.transactions.get(read(transactionParams, params).transactionId).end()
  return {}
}

function locate(
  params: { collectionName: string; query?: string | undefined; transactionId?: string | undefined },
  { store, transactions, now }: DatabaseContext,
) {
  const transaction: Transaction | undefined =
    params.transactionId === undefined ? undefined : transactions.get(params.transactionId)
  return {
    collection: store.collection(params.collectionName),
    query: decodeEjsonDocument(params.query, now),
    transaction,
  }
}

function readOrder(order: string | undefined, now: number): SortField[] {
  return order ? parseSort(decodeEjsonDocument(order, now)) : []
}

/** Checks the parameters of an action. @throws InvalidParam naming the first wrong one */
export function read<T extends z.ZodMiniType>(schema: T, params: Params): z.output<T> {
  const parsed = schema.safeParse(params)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new InvalidParam(`parameter ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`)
}
