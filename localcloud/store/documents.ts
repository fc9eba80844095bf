import { randomBytes } from 'node:crypto'
import { compileProjection } from '../query/projection'
import { compileUpdate } from '../update/applyUpdate'
import { assertStorable, assertStorableId } from '../update/storable'
import { encodeEjson } from '../values/ejson'
import { DuplicateKey } from '../values/errors'
import { equalValues } from '../values/order'
import type { Document, Value } from '../values/value'
import type { FindOptions, ScanListener } from './reading'
import { countDocuments, findDocuments, listDocuments, listOf } from './reading'
import type { Collection, Store } from './store'
import { documentKey } from './store'
import type { Transaction, Transactions } from './transaction'

export interface Change {
  readonly query: Document
  /** Operators when `merge`, otherwise the whole new document without `_id`. */
  readonly data: Document
  readonly merge: boolean
  readonly upsert: boolean
  readonly multi: boolean
}

export interface Changed {
  readonly updated: number
  readonly upsertId: Value | undefined
}

export interface FindRequest extends FindOptions {
  readonly projection?: Document | undefined
}

/** A document that a transaction holds: the writer waits for its end and tries again, as MongoDB does. */
class Locked extends Error {
  constructor(readonly holder: Transaction) {
    super('locked')
  }
}

type WriteTarget = { readonly key: Buffer }

/** The operations of the database on documents, outside a transaction and inside one. */
export class Documents {
  constructor(
    private readonly store: Store,
    private readonly transactions: Transactions,
    private readonly onScan: ScanListener,
  ) {}

  /** What is found, as the JSON text of a list of EJSON texts: the way the protocol sends it. */
  list(collection: Collection, request: FindRequest, transaction?: Transaction): Uint8Array {
    const isAsStored = !transaction && !isProjected(request)
    if (isAsStored) return listDocuments(this.store.live, collection, request, this.onScan)
    return listOf(this.find(collection, request, transaction).map(encodeEjson))
  }

  find(collection: Collection, request: FindRequest, transaction?: Transaction): Document[] {
    const found = transaction
      ? transaction.find(collection, request, this.onScan)
      : findDocuments(this.store.live, collection, request, this.onScan)
    const documents = found.map(({ document }) => document)
    return isProjected(request) ? documents.map(compileProjection(request.projection)) : documents
  }

  count(collection: Collection, query: Document): number {
    return countDocuments(this.store.live, collection, query, this.onScan)
  }

  /** Inserts in order and in one commit; like MongoDB's ordered insert, those before a failing one stay. */
  async insert(collection: Collection, documents: Document[], transaction?: Transaction): Promise<Value[]> {
    const prepared = documents.map(prepareInsert)
    if (transaction) for (const document of prepared) insertInTransaction(collection, document, transaction)
    else await this.insertInOrder(collection, prepared)
    return prepared.map(({ _id }) => _id ?? null)
  }

  /** Changes what meets the query; each document is read and written in one step, so conditions hold. */
  async modify(collection: Collection, change: Change, transaction?: Transaction): Promise<Changed> {
    const alter = alteration(change)
    if (transaction) return this.modifyInTransaction(collection, change, alter, transaction)
    return this.retryWhileLocked(() => {
      const hits = this.lockedFree(
        collection,
        findDocuments(this.store.live, collection, limited(change), this.onScan),
      )
      if (hits.length === 0) return this.upsert(collection, change)
      let updated = 0
      for (const hit of hits) {
        const changed = alter(hit.document)
        const isSame = equalValues(changed, hit.document)
        if (!isSame) this.store.put(collection, hit.key, hit, changed)
        if (!isSame || !change.merge) updated += 1
      }
      return { updated, upsertId: undefined }
    })
  }

  /** Changes one document and answers how it stands afterwards. */
  async modifyAndReturn(
    collection: Collection,
    query: Document,
    data: Document,
    transaction?: Transaction,
  ): Promise<Document | undefined> {
    const update = compileUpdate(data)
    if (transaction) {
      const [hit] = transaction.find(collection, { query, limit: 1 }, this.onScan)
      const changed = hit && update(hit.document)
      if (hit && changed) transaction.write(collection, hit.key, changed)
      return changed
    }
    return this.retryWhileLocked(() => {
      const [hit] = this.lockedFree(
        collection,
        findDocuments(this.store.live, collection, { query, limit: 1 }, this.onScan),
      )
      const changed = hit && update(hit.document)
      if (hit && changed && !equalValues(changed, hit.document))
        this.store.put(collection, hit.key, hit, changed)
      return changed
    })
  }

  async remove(
    collection: Collection,
    query: Document,
    multi: boolean,
    transaction?: Transaction,
  ): Promise<number> {
    const options = multi ? { query } : { query, limit: 1 }
    if (transaction) {
      const found = transaction.find(collection, options, this.onScan)
      for (const { key } of found) transaction.write(collection, key, undefined)
      return found.length
    }
    return this.retryWhileLocked(() => {
      const hits = this.lockedFree(
        collection,
        findDocuments(this.store.live, collection, options, this.onScan),
      )
      for (const hit of hits) this.store.remove(collection, hit)
      return hits.length
    })
  }

  /**
   * Writes documents whole over what stands under their `_id`, making the collection when it is missing:
   * the way in for prepared data.
   */
  async importDocuments(name: string, documents: Document[]): Promise<number> {
    const prepared = documents.map(prepareInsert)
    await this.retryWhileLocked(() => {
      const collection = this.store.hasCollection(name)
        ? this.store.collection(name)
        : this.store.createCollection(name)
      for (const document of prepared) {
        const key = documentKey(document._id ?? null)
        this.refuseLocked(collection, key)
        this.store.put(collection, key, this.store.read(collection, key), document)
      }
    })
    return prepared.length
  }

  private async insertInOrder(collection: Collection, documents: Document[]): Promise<void> {
    let hasFailed = false
    const insertUnlessFailed = (document: Document) => {
      if (hasFailed) return
      try {
        this.insertOne(collection, document)
      } catch (error) {
        hasFailed ||= !(error instanceof Locked)
        throw error
      }
    }
    const results = await Promise.allSettled(
      documents.map(document => this.retryWhileLocked(() => insertUnlessFailed(document))),
    )
    const failed = results.find(result => result.status === 'rejected')
    if (failed) throw failed.reason
  }

  private insertOne(collection: Collection, document: Document): void {
    const key = documentKey(document._id ?? null)
    this.refuseLocked(collection, key)
    if (this.store.read(collection, key)) throw duplicateId(collection, document)
    this.store.put(collection, key, undefined, document)
  }

  private upsert(collection: Collection, { query, data, upsert }: Change): Changed {
    if (!upsert) return { updated: 0, upsertId: undefined }
    const document = prepareInsert({ _id: query._id ?? newId(), ...data })
    this.insertOne(collection, document)
    return { updated: 0, upsertId: document._id }
  }

  private modifyInTransaction(
    collection: Collection,
    change: Change,
    alter: (document: Document) => Document,
    transaction: Transaction,
  ): Changed {
    const hits = transaction.find(collection, limited(change), this.onScan)
    if (hits.length === 0) {
      if (!change.upsert) return { updated: 0, upsertId: undefined }
      const document = prepareInsert({ _id: change.query._id ?? newId(), ...change.data })
      insertInTransaction(collection, document, transaction)
      return { updated: 0, upsertId: document._id }
    }
    for (const hit of hits) transaction.write(collection, hit.key, alter(hit.document))
    return { updated: hits.length, upsertId: undefined }
  }

  private async retryWhileLocked<T>(work: () => T): Promise<T> {
    for (;;) {
      try {
        return await this.store.commits.run(work)
      } catch (error) {
        if (!(error instanceof Locked)) throw error
        await error.holder.finished
      }
    }
  }

  private lockedFree<T extends WriteTarget>(collection: Collection, hits: T[]): T[] {
    for (const { key } of hits) this.refuseLocked(collection, key)
    return hits
  }

  private refuseLocked(collection: Collection, key: Buffer): void {
    const holder = this.transactions.holderOf(collection, key)
    if (holder) throw new Locked(holder)
  }
}

function isProjected(request: FindRequest): request is FindRequest & { projection: Document } {
  return Object.keys(request.projection ?? {}).length > 0
}

function limited({ query, multi }: Change): { query: Document; limit?: number } {
  return multi ? { query } : { query, limit: 1 }
}

function alteration({ data, merge }: Change): (document: Document) => Document {
  if (merge) return compileUpdate(data)
  assertStorable(data)
  return ({ _id }) => ({ ...(_id === undefined ? {} : { _id }), ...data })
}

function insertInTransaction(collection: Collection, document: Document, transaction: Transaction): void {
  const key = documentKey(document._id ?? null)
  if (transaction.get(collection, key)) throw duplicateId(collection, document)
  transaction.write(collection, key, document)
}

function prepareInsert(document: Document): Document {
  const { _id = newId(), ...rest } = document
  assertStorableId(_id)
  const prepared = { _id, ...rest }
  assertStorable(prepared)
  return prepared
}

function duplicateId(collection: Collection, document: Document): DuplicateKey {
  return new DuplicateKey(collection.name, '_id_', `{ _id: ${JSON.stringify(document._id)} }`)
}

function newId(): string {
  return randomBytes(16).toString('hex')
}
