import { randomUUID } from 'node:crypto'
import { compileQuery } from '../query/match'
import { sortDocuments } from '../query/sort'
import { TransactionConflict, TransactionGone } from '../values/errors'
import type { Document } from '../values/value'
import type { FindOptions, ScanListener } from './reading'
import { findDocuments } from './reading'
import type { DocumentRow } from './statements'
import type { Collection, Snapshot, Store, StoredDocument } from './store'
import { storedDocument } from './store'

/** What a transaction has written and nobody else sees yet; `document` is undefined for a removed one. */
interface PendingWrite {
  readonly collection: Collection
  readonly key: Buffer
  readonly document: Document | undefined
  /** Order of first writing, behind everything stored before. */
  readonly order: number
}

export interface FoundDocument {
  readonly key: Buffer
  readonly document: Document
}

const LIFETIME_MS = 30_000

/**
 * A transaction with snapshot isolation: it reads the state of its first operation plus its own writes.
 * A write takes the lock of its document; the second writer loses at once with a conflict.
 */
export class Transaction {
  readonly id = randomUUID()
  readonly finished: Promise<void>
  private readonly writes = new Map<string, PendingWrite>()
  private snapshot: Snapshot | undefined
  private announceEnd: () => void = () => {}
  private readonly timer: NodeJS.Timeout

  constructor(
    private readonly store: Store,
    private readonly locks: Map<string, Transaction>,
    private readonly onEnd: (transaction: Transaction) => void,
  ) {
    this.finished = new Promise(resolve => {
      this.announceEnd = resolve
    })
    this.timer = setTimeout(() => this.end(), LIFETIME_MS)
    this.timer.unref()
  }

  find(collection: Collection, options: FindOptions, onScan?: ScanListener): FoundDocument[] {
    const { statements } = this.openSnapshot()
    const own = [...this.writes.values()].filter(write => write.collection === collection)
    if (own.length === 0) return findDocuments(statements, collection, options, onScan)
    const { query, sort = [], skip = 0, limit = Number.POSITIVE_INFINITY } = options
    const test = compileQuery(query)
    const stored = findDocuments(statements, collection, { query }, onScan).filter(
      hit => !this.writes.has(lockName(collection, hit.key)),
    )
    const rank = (key: Buffer) => this.readSnapshot(collection, key)?.rid
    const changed = own.flatMap(({ key, document, order }) =>
      document && test(document)
        ? [{ key, document, rid: rank(key) ?? Number.MAX_SAFE_INTEGER - 1e6 + order }]
        : [],
    )
    const all = [...stored, ...changed].sort((left, right) => left.rid - right.rid)
    const sorted = sort.length > 0 ? sortDocuments<FoundDocument>(all, item => item.document, [...sort]) : all
    return sorted.slice(skip, skip + limit)
  }

  get(collection: Collection, key: Buffer): Document | undefined {
    const own = this.writes.get(lockName(collection, key))
    return own ? own.document : this.readSnapshot(collection, key)?.document
  }

  /** @throws TransactionConflict, DuplicateKey; either ends the transaction */
  write(collection: Collection, key: Buffer, document: Document | undefined): void {
    const name = lockName(collection, key)
    try {
      this.lock(collection, key, name)
      if (document) this.store.assertUnique(collection, key, document)
    } catch (error) {
      this.end()
      throw error
    }
    const order = this.writes.get(name)?.order ?? this.writes.size
    this.writes.set(name, { collection, key, document, order })
  }

  /** Applies all writes as one; on any error nothing is applied. From here on nobody finds the transaction any more. */
  async commit(): Promise<void> {
    const writes = [...this.writes.values()]
    this.leave()
    try {
      if (writes.length > 0) await this.store.commits.run(() => this.apply(writes))
    } finally {
      this.release()
    }
  }

  /** Drops all writes. */
  end(): void {
    this.leave()
    this.release()
  }

  private leave(): void {
    clearTimeout(this.timer)
    this.onEnd(this)
  }

  private release(): void {
    for (const [name, holder] of this.locks) if (holder === this) this.locks.delete(name)
    this.snapshot?.close()
    this.snapshot = undefined
    this.announceEnd()
  }

  private apply(writes: PendingWrite[]): void {
    for (const { collection, key, document } of writes) {
      const before = this.store.read(collection, key)
      if (document) this.store.put(collection, key, before, document)
      else if (before) this.store.remove(collection, before)
    }
  }

  private lock(collection: Collection, key: Buffer, name: string): void {
    const holder = this.locks.get(name)
    if (holder === this) return
    if (holder) throw new TransactionConflict()
    const { sequence } = this.openSnapshot()
    const now = this.store.read(collection, key)
    const seen = this.readSnapshot(collection, key)
    const isChangedSince = now ? now.version > sequence : seen !== undefined
    if (isChangedSince) throw new TransactionConflict()
    this.locks.set(name, this)
  }

  private readSnapshot(collection: Collection, key: Buffer): StoredDocument | undefined {
    const row: DocumentRow | undefined = this.openSnapshot().statements.byKey.get(collection.id, key)
    return row && storedDocument(row)
  }

  private openSnapshot(): Snapshot {
    this.snapshot ??= this.store.openSnapshot()
    return this.snapshot
  }
}

export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly locks = new Map<string, Transaction>()

  constructor(private readonly store: Store) {}

  start(): Transaction {
    const transaction = new Transaction(this.store, this.locks, ended => this.open.delete(ended.id))
    this.open.set(transaction.id, transaction)
    return transaction
  }

  /** @throws TransactionGone when it is finished, 30 seconds old or never was */
  get(id: string): Transaction {
    const found = this.open.get(id)
    if (!found) throw new TransactionGone()
    return found
  }

  /** The transaction that has written this document and is not finished, if any. */
  holderOf(collection: Collection, key: Buffer): Transaction | undefined {
    return this.locks.get(lockName(collection, key))
  }

  endAll(): void {
    for (const transaction of [...this.open.values()]) transaction.end()
  }
}

function lockName(collection: Collection, key: Buffer): string {
  return `${collection.id}:${key.toString('latin1')}`
}
