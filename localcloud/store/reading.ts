import { compileQuery } from '../query/match'
import type { SortField } from '../query/sort'
import { sortDocuments } from '../query/sort'
import { decodeStored } from '../values/ejson'
import type { Document } from '../values/value'
import { boundsOf } from './bounds'
import { PRIMARY_INDEX } from './indexes'
import type { Plan } from './planner'
import { choosePlan } from './planner'
import type { DocumentRow, ReadStatements } from './statements'
import type { Collection, StoredDocument } from './store'

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
    return Buffer.from(this.row.k)
  }

  get version(): number {
    return this.row.ver
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
  const { query, sort = [], skip = 0, limit = Number.POSITIVE_INFINITY } = options
  const plan = planOf(collection, query, sort)
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
  const plan = planOf(collection, query, [])
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

function planOf(collection: Collection, query: Document, sort: readonly SortField[]): Plan | undefined {
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
  const [first, ...others] = plan.ranges
  if (first && others.length === 0) {
    yield* scan(statements, collection, plan, first)
    return
  }
  if (!plan.isSorted) {
    for (const range of plan.ranges) yield* scan(statements, collection, plan, range)
    return
  }
  yield* mergeRanges(statements, collection, plan)
}

/** Reads all ranges side by side and always takes the row whose key, behind the range's prefix, comes first. */
function* mergeRanges(
  statements: ReadStatements,
  collection: Collection,
  plan: Plan,
): Generator<DocumentRow> {
  const lanes = plan.ranges.map((range, at) => {
    const rows = [...scan(statements, collection, plan, range)]
    return { rows, at: 0, prefix: plan.prefixLengths[at] ?? 0 }
  })
  const sign = plan.isReverse ? -1 : 1
  for (;;) {
    let best: { row: DocumentRow; rest: Uint8Array; lane: { at: number } } | undefined
    for (const lane of lanes) {
      const row = lane.rows[lane.at]
      if (!row) continue
      const rest = (row.ik ?? row.k).subarray(lane.prefix)
      if (!best || Buffer.compare(rest, best.rest) * sign < 0) best = { row, rest, lane }
    }
    if (!best) return
    best.lane.at += 1
    yield best.row
  }
}

function scan(
  statements: ReadStatements,
  collection: Collection,
  plan: Plan,
  { from, to }: Plan['ranges'][number],
): Iterable<DocumentRow> {
  if (plan.index === PRIMARY_INDEX) {
    const statement = plan.isReverse ? statements.primaryReverse : statements.primary
    return statement.iterate(collection.id, from, to)
  }
  const statement = plan.isReverse ? statements.indexReverse : statements.index
  return statement.iterate(plan.index.id, from, to)
}
