import type { StatementSyncInstance } from '@photostructure/sqlite'
import { compileQuery } from '../query/match'
import type { SortField } from '../query/sort'
import { sortDocuments } from '../query/sort'
import { decodeStored } from '../values/ejson'
import type { Document } from '../values/value'
import type { ByteRange } from './bounds'
import { boundsOf } from './bounds'
import { PRIMARY_INDEX } from './indexes'
import { keyBytes } from './keyBytes'
import type { Plan } from './planner'
import { choosePlan } from './planner'
import type { DocumentRow, KeyedRow, ReadStatements, ScanKind } from './statements'
import type { Collection, StoredDocument } from './store'

/** How SQLite writes that there is no limit. */
const UNLIMITED = -1

export interface FindOptions {
  readonly query: Document
  readonly sort?: readonly SortField[]
  readonly skip?: number
  readonly limit?: number
}

/** A read document, decoded only when somebody looks inside. */
export class Hit implements StoredDocument {
  private decoded: Document | undefined

  constructor(private readonly row: DocumentRow) {}

  get rid(): number {
    return this.row.rid
  }

  get key(): Buffer {
    return keyBytes(this.document._id ?? null)
  }

  /** Relaxed EJSON, as stored and as sent. */
  get body(): string {
    return this.row.body
  }

  get document(): Document {
    this.decoded ??= decodeStored(this.row.body)
    return this.decoded
  }
}

/** Tells somebody that a query had to read a whole collection. */
export type ScanListener = (collection: Collection, query: Document, sort: readonly SortField[]) => void

/** The documents that meet a query, in the order asked for or else the order they were inserted in. */
export function findDocuments(
  statements: ReadStatements,
  collection: Collection,
  options: FindOptions,
  onScan?: ScanListener,
): Hit[] {
  return readDocuments(statements, collection, options, planOf(collection, options), onScan)
}

/**
 * The same documents as the JSON text of a list of their bodies. Where one range of an index answers the query
 * alone, SQLite writes that text and no document passes through JavaScript.
 */
export function listDocuments(
  statements: ReadStatements,
  collection: Collection,
  options: FindOptions,
  onScan?: ScanListener,
): Uint8Array {
  const plan = planOf(collection, options)
  const range = plan && rangeAnswering(plan, options)
  if (!range)
    return listOf(readDocuments(statements, collection, options, plan, onScan).map(({ body }) => body))
  compileQuery(options.query)
  const { skip = 0, limit = UNLIMITED } = options
  const row: { list: Uint8Array } = statements.lists[kindOf(plan)].get(
    idOf(plan, collection),
    range.from,
    range.to,
    limit,
    skip,
  )
  return row.list
}

export function listOf(bodies: readonly string[]): Uint8Array {
  return Buffer.from(JSON.stringify(bodies))
}

/**
 * The only range to read, when it holds just what is asked for, in the order asked for. For a single document
 * it is not worth it: setting up the list costs more than the one row.
 */
function rangeAnswering(plan: Plan, { sort = [], limit }: FindOptions): ByteRange | undefined {
  const [range, ...others] = plan.ranges
  const isAnswer = plan.isExact && !plan.hasTwins && isInOrder(plan, sort) && others.length === 0
  return isAnswer && limit !== 1 ? range : undefined
}

function readDocuments(
  statements: ReadStatements,
  collection: Collection,
  { query, sort = [], skip = 0, limit = Number.POSITIVE_INFINITY }: FindOptions,
  plan: Plan | undefined,
  onScan: ScanListener | undefined,
): Hit[] {
  if (!plan && (Object.keys(query).length > 0 || sort.length > 0)) onScan?.(collection, query, sort)
  const test = compileQuery(query)
  const isSorted = plan ? isInOrder(plan, sort) : sort.length === 0
  const wanted = isSorted ? skip + limit : Number.POSITIVE_INFINITY
  const hits: Hit[] = []
  for (const hit of readPlan(statements, collection, plan)) {
    if (hits.length >= wanted) break
    if (plan?.isExact || test(hit.document)) hits.push(hit)
  }
  if (!isSorted) {
    hits.sort((left, right) => left.rid - right.rid)
    const sorted = sort.length > 0 ? sortDocuments(hits, hit => hit.document, [...sort]) : hits
    return sorted.slice(skip, skip + limit)
  }
  return skip > 0 ? hits.slice(skip) : hits
}

/** How many documents meet a query, out of the index alone where it says enough. */
export function countDocuments(
  statements: ReadStatements,
  collection: Collection,
  query: Document,
  onScan?: ScanListener,
): number {
  if (Object.keys(query).length === 0) return collection.documents
  const plan = planOf(collection, { query })
  if (!plan?.isExact || plan.hasTwins) return findDocuments(statements, collection, { query }, onScan).length
  compileQuery(query)
  let total = 0
  for (const { from, to } of plan.ranges) {
    const isPrimary = plan.index === PRIMARY_INDEX
    const row: { n: number } = isPrimary
      ? statements.countPrimary.get(collection.id, from, to)
      : statements.countIndex.get(plan.index.id, from, to)
    total += row.n
  }
  return total
}

function planOf(collection: Collection, { query, sort = [] }: FindOptions): Plan | undefined {
  return choosePlan([PRIMARY_INDEX, ...collection.indexes], boundsOf(query), sort)
}

function isInOrder(plan: Plan, sort: readonly SortField[]): boolean {
  return sort.length > 0 ? plan.isSorted : plan.isInsertionOrder
}

function* readPlan(
  statements: ReadStatements,
  collection: Collection,
  plan: Plan | undefined,
): Generator<Hit> {
  if (!plan) {
    const rows: Iterable<DocumentRow> = statements.natural.iterate(collection.id)
    for (const row of rows) yield new Hit(row)
    return
  }
  const seen = plan.hasTwins ? new Set<number>() : undefined
  for (const row of rowsOf(statements, collection, plan)) {
    if (seen?.has(row.rid)) continue
    seen?.add(row.rid)
    yield new Hit(row)
  }
}

function* rowsOf(statements: ReadStatements, collection: Collection, plan: Plan): Generator<DocumentRow> {
  const isOneOrder = plan.isSorted && plan.ranges.length > 1
  if (isOneOrder) {
    yield* mergeRanges(statements, collection, plan)
    return
  }
  for (const range of plan.ranges) {
    const rows: Iterable<DocumentRow> = scan(statements[kindOf(plan)], collection, plan, range)
    yield* rows
  }
}

/** One of the ranges being read side by side; `rest` is the key behind what all of its keys share. */
interface Lane {
  readonly rows: Iterator<KeyedRow>
  readonly prefix: number
  row: KeyedRow | undefined
  rest: Uint8Array
}

/** Reads all ranges side by side and always takes the row whose key, behind its range's prefix, comes first. */
function* mergeRanges(
  statements: ReadStatements,
  collection: Collection,
  plan: Plan,
): Generator<DocumentRow> {
  const lanes = plan.ranges.map((range, at): Lane => {
    const rows: Iterable<KeyedRow> = scan(statements.keyedScan(kindOf(plan)), collection, plan, range)
    return advance({
      rows: rows[Symbol.iterator](),
      prefix: plan.prefixLengths[at] ?? 0,
      row: undefined,
      rest: new Uint8Array(),
    })
  })
  try {
    for (;;) {
      const best = firstLane(lanes, plan.isReverse)
      if (!best?.row) return
      yield best.row
      advance(best)
    }
  } finally {
    for (const { rows } of lanes) rows.return?.()
  }
}

function advance(lane: Lane): Lane {
  const next = lane.rows.next()
  lane.row = next.done ? undefined : next.value
  lane.rest = lane.row ? lane.row.key.subarray(lane.prefix) : new Uint8Array()
  return lane
}

function firstLane(lanes: Lane[], isReverse: boolean): Lane | undefined {
  let best: Lane | undefined
  for (const lane of lanes) {
    if (!lane.row) continue
    const order = best ? Buffer.compare(lane.rest, best.rest) : -1
    const isEarlier = !best || (isReverse ? order > 0 : order < 0)
    if (isEarlier) best = lane
  }
  return best
}

function kindOf({ index, isReverse }: Plan): ScanKind {
  if (index === PRIMARY_INDEX) return isReverse ? 'primaryReverse' : 'primary'
  return isReverse ? 'indexReverse' : 'index'
}

function scan(statement: StatementSyncInstance, collection: Collection, plan: Plan, { from, to }: ByteRange) {
  return statement.iterate(idOf(plan, collection), from, to)
}

/** What the rows of a plan's index are kept under. */
function idOf({ index }: Plan, collection: Collection): number {
  return index === PRIMARY_INDEX ? collection.id : index.id
}
