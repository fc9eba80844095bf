import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import * as z from 'zod/mini'
import { decodeStored, encodeEjson } from '../values/ejson'
import { CloudError, CollectionMissing, DuplicateKey } from '../values/errors'
import type { Document } from '../values/value'
import { GroupCommit } from './groupCommit'
import type { Index } from './indexes'
import { indexField, indexKeys, multikeyFieldsOf } from './indexes'
import { keyBytes } from './keyBytes'
import type { IndexManifest } from './manifest'
import type { OpenDatabase } from './openDatabase'
import type { DocumentRow, ReadStatements, VersionedRow, WriteStatements } from './statements'
import { prepareReads, prepareWrites } from './statements'

export interface Collection {
  readonly id: number
  readonly name: string
  documents: number
  indexes: Index[]
}

/** A document as it stands in the store, known by its row. */
export interface StoredDocument {
  readonly rid: number
  readonly document: Document
}

/** The same, with the sequence number of its last write. */
export interface VersionedDocument extends StoredDocument {
  readonly version: number
}

export interface Snapshot {
  readonly statements: ReadStatements
  readonly sequence: number
  close(): void
}

const MOST_INDEXES = 20
const collectionRow = z.object({ id: z.number(), name: z.string(), documents: z.number() })
const indexRow = z.object({
  id: z.number(),
  c: z.number(),
  name: z.string(),
  keys: z.string(),
  uniq: z.number(),
  multikey: z.string(),
})
const indexKeysSchema = z.array(z.tuple([z.string(), z.union([z.literal(1), z.literal(-1)])]))
const countRow = z.object({ n: z.number() })

/** Documents and their indexes. Everything that changes them runs inside `commits.run`. */
export class Store {
  readonly commits: GroupCommit
  readonly live: ReadStatements
  readonly database: DatabaseSyncInstance
  private readonly writes: WriteStatements
  private readonly collections = new Map<string, Collection>()
  private sequence: number

  constructor(private readonly files: OpenDatabase) {
    this.database = files.writer
    this.commits = new GroupCommit(this.database)
    this.live = prepareReads(this.database)
    this.writes = prepareWrites(this.database)
    this.sequence = countRow.parse(this.live.sequence.get()).n
    this.loadCollections()
  }

  /** @throws CollectionMissing */
  collection(name: string): Collection {
    const found = this.collections.get(name)
    if (!found) throw new CollectionMissing(name)
    return found
  }

  hasCollection(name: string): boolean {
    return this.collections.has(name)
  }

  listCollections(): Collection[] {
    return [...this.collections.values()]
  }

  /** Inside a commit. @throws CloudError DATABASE_COLLECTION_ALREADY_EXIST */
  createCollection(name: string): Collection {
    if (this.collections.has(name)) {
      throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceExist] Table exist: ${name}`)
    }
    const id = Number(this.writes.addCollection.run(name).lastInsertRowid)
    const collection: Collection = { id, name, documents: 0, indexes: [] }
    this.collections.set(name, collection)
    this.commits.onRollback(() => this.collections.delete(name))
    return collection
  }

  /** Inside a commit: makes collections and indexes what the manifest says; other indexes are dropped. */
  applyManifest(manifest: IndexManifest): void {
    for (const [name, wanted] of Object.entries(manifest)) {
      if (wanted.length > MOST_INDEXES) {
        throw new CloudError(
          'INVALID_PARAM',
          `collection ${name} has ${wanted.length} indexes, at most ${MOST_INDEXES}`,
        )
      }
      const collection = this.collections.get(name) ?? this.createCollection(name)
      const kept = new Set(wanted.map(index => signature(index)))
      for (const index of collection.indexes) {
        if (!kept.has(signature(describe(index)))) this.dropIndex(collection, index)
      }
      const existing = new Set(collection.indexes.map(index => signature(describe(index))))
      for (const index of wanted) if (!existing.has(signature(index))) this.buildIndex(collection, index)
    }
  }

  read(collection: Collection, key: Buffer): VersionedDocument | undefined {
    const row: VersionedRow | undefined = this.live.byKey.get(collection.id, key)
    return row && { ...storedDocument(row), version: row.ver }
  }

  /**
   * Inside a commit: writes a document over what stands under its key.
   * @throws DuplicateKey
   */
  put(collection: Collection, key: Buffer, before: StoredDocument | undefined, document: Document): void {
    this.nextSequence()
    const body = encodeEjson(document)
    const { rid }: { rid: number } = this.writes.putDocument.get(collection.id, key, this.sequence, body)
    this.moveEntries(collection, rid, before?.document, document)
    if (!before) this.count(collection, 1)
  }

  /** Inside a commit. */
  remove(collection: Collection, before: StoredDocument): void {
    this.nextSequence()
    this.moveEntries(collection, before.rid, before.document, undefined)
    this.writes.deleteDocument.run(before.rid)
    this.count(collection, -1)
  }

  /** Whether another document than this one already holds a key of a unique index. @throws DuplicateKey */
  assertUnique(collection: Collection, key: Buffer, document: Document): void {
    const own = this.read(collection, key)?.rid ?? -1
    for (const index of collection.indexes) {
      if (index.unique)
        for (const entry of indexKeys(index, document)) this.refuseTwin(collection, index, entry, own)
    }
  }

  openSnapshot(): Snapshot {
    const reader = this.files.openReader()
    const statements = prepareReads(reader)
    const sequence = countRow.parse(statements.sequence.get()).n
    return { statements, sequence, close: () => reader.close() }
  }

  close(): void {
    this.commits.flush()
    this.files.close()
  }

  private nextSequence(): void {
    const before = this.sequence
    this.commits.onRollback(() => {
      this.sequence = before
    })
    this.sequence += 1
    this.writes.setSequence.run(this.sequence)
  }

  private count(collection: Collection, change: 1 | -1): void {
    collection.documents += change
    this.writes.addToCount.run(change, collection.id)
    this.commits.onRollback(() => {
      collection.documents -= change
    })
  }

  private moveEntries(
    collection: Collection,
    rid: number,
    before: Document | undefined,
    after: Document | undefined,
  ): void {
    for (const index of collection.indexes) {
      const oldKeys = before ? indexKeys(index, before) : []
      const newKeys = after ? indexKeys(index, after) : []
      const isStaying = (key: Buffer, others: Buffer[]) => others.some(other => other.equals(key))
      for (const key of oldKeys) {
        if (!isStaying(key, newKeys)) this.writes.deleteEntry.run(index.id, key, rid)
      }
      for (const key of newKeys) {
        if (isStaying(key, oldKeys)) continue
        if (index.unique) this.refuseTwin(collection, index, key, rid)
        this.writes.addEntry.run(index.id, key, rid)
      }
      if (after) this.noteMultikey(index, after)
    }
  }

  private refuseTwin(collection: Collection, index: Index, key: Buffer, own: number): void {
    const holder: { d: number } | undefined = this.writes.entryHolder.get(index.id, key, own)
    if (holder)
      throw new DuplicateKey(collection.name, index.name, `{ ${index.fields.map(f => f.name).join(', ')} }`)
  }

  private noteMultikey(index: Index, document: Document): void {
    for (const name of multikeyFieldsOf(index, document)) {
      if (index.multikey.has(name)) continue
      index.multikey.add(name)
      this.writes.setMultikey.run(JSON.stringify([...index.multikey]), index.id)
      this.commits.onRollback(() => index.multikey.delete(name))
    }
  }

  private buildIndex(collection: Collection, wanted: IndexManifest[string][number]): void {
    const added = this.writes.addIndex.run(
      collection.id,
      wanted.name,
      JSON.stringify(wanted.keys),
      wanted.unique ? 1 : 0,
      '[]',
    )
    const index: Index = {
      id: Number(added.lastInsertRowid),
      name: wanted.name,
      fields: wanted.keys.map(indexField),
      unique: wanted.unique ?? false,
      multikey: new Set(),
    }
    const before = collection.indexes
    this.commits.onRollback(() => {
      collection.indexes = before
    })
    const rows: Iterable<DocumentRow> = this.live.natural.all(collection.id)
    for (const row of rows) {
      const { document, rid } = storedDocument(row)
      for (const key of indexKeys(index, document)) {
        if (index.unique) this.refuseTwin(collection, index, key, rid)
        this.writes.addEntry.run(index.id, key, rid)
      }
      this.noteMultikey(index, document)
    }
    collection.indexes = [...before, index]
  }

  private dropIndex(collection: Collection, index: Index): void {
    const before = collection.indexes
    this.commits.onRollback(() => {
      collection.indexes = before
    })
    this.writes.dropEntries.run(index.id)
    this.writes.dropIndex.run(index.id)
    collection.indexes = before.filter(other => other !== index)
  }

  private loadCollections(): void {
    const byId = new Map<number, Collection>()
    for (const row of this.database.prepare('SELECT id, name, documents FROM collections').all()) {
      const { id, name, documents } = collectionRow.parse({ ...row })
      const collection: Collection = { id, name, documents, indexes: [] }
      this.collections.set(name, collection)
      byId.set(id, collection)
    }
    for (const row of this.database.prepare('SELECT * FROM indexes ORDER BY id').all()) {
      const { id, c, name, keys, uniq, multikey } = indexRow.parse({ ...row })
      byId.get(c)?.indexes.push({
        id,
        name,
        fields: indexKeysSchema.parse(JSON.parse(keys)).map(indexField),
        unique: uniq === 1,
        multikey: new Set(z.array(z.string()).parse(JSON.parse(multikey))),
      })
    }
  }
}

export function documentKey(id: Document[string]): Buffer {
  return keyBytes(id)
}

export function storedDocument(row: DocumentRow): StoredDocument {
  return { rid: row.rid, document: decodeStored(row.body) }
}

function describe(index: Index): IndexManifest[string][number] {
  return {
    name: index.name,
    keys: index.fields.map(field => [field.name, field.direction]),
    unique: index.unique,
  }
}

function signature({ name, keys, unique }: IndexManifest[string][number]): string {
  return JSON.stringify([name, keys, unique ?? false])
}
