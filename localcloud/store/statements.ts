import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'

/** Every column costs as much to fetch as a lookup in a table: a scan reads no more than these two. */
export interface DocumentRow {
  readonly rid: number
  readonly body: string
}

export interface VersionedRow extends DocumentRow {
  readonly ver: number
}

export interface KeyedRow extends DocumentRow {
  /** The key under which the row stands in the index that was read. */
  readonly key: Uint8Array
}

/** The prepared reads of one connection, the writer's or a snapshot's. */
export interface ReadStatements {
  readonly byKey: StatementSyncInstance
  readonly natural: StatementSyncInstance
  readonly primary: StatementSyncInstance
  readonly primaryReverse: StatementSyncInstance
  readonly index: StatementSyncInstance
  readonly indexReverse: StatementSyncInstance
  readonly countPrimary: StatementSyncInstance
  readonly countIndex: StatementSyncInstance
  readonly sequence: StatementSyncInstance
  /** The same ranges as one row: the bodies as the JSON text of a list, `limit` of them after `offset`. */
  readonly lists: Record<ScanKind, StatementSyncInstance>
  /** A range scan of its own, with keys: one prepared statement can only be read once at a time. */
  keyedScan(kind: ScanKind): StatementSyncInstance
}

export type ScanKind = 'primary' | 'primaryReverse' | 'index' | 'indexReverse'

const COLUMNS = 'docs.rid AS rid, docs.body AS body'
const INDEX_RANGE =
  'FROM entries CROSS JOIN docs ON docs.rid = entries.d WHERE entries.i = ? AND entries.k >= ? AND entries.k < ?'

const PRIMARY_RANGE = 'FROM docs WHERE c = ? AND k >= ? AND k < ?'

const scans: Record<ScanKind, string> = {
  primary: `${PRIMARY_RANGE} ORDER BY k`,
  primaryReverse: `${PRIMARY_RANGE} ORDER BY k DESC`,
  index: `${INDEX_RANGE} ORDER BY entries.k, entries.d`,
  indexReverse: `${INDEX_RANGE} ORDER BY entries.k DESC, entries.d DESC`,
}

const keys: Record<ScanKind, string> = {
  primary: 'docs.k',
  primaryReverse: 'docs.k',
  index: 'entries.k',
  indexReverse: 'entries.k',
}

export function prepareReads(database: DatabaseSyncInstance): ReadStatements {
  const list = (kind: ScanKind) =>
    database.prepare(
      `SELECT CAST(json_group_array(body) AS BLOB) AS list FROM (SELECT docs.body AS body ${scans[kind]} LIMIT ? OFFSET ?)`,
    )
  const scan = (kind: ScanKind) => database.prepare(`SELECT ${COLUMNS} ${scans[kind]}`)
  return {
    byKey: database.prepare(`SELECT ${COLUMNS}, docs.ver AS ver FROM docs WHERE c = ? AND k = ?`),
    natural: database.prepare(`SELECT ${COLUMNS} FROM docs INDEXED BY docs_natural WHERE c = ? ORDER BY rid`),
    primary: scan('primary'),
    primaryReverse: scan('primaryReverse'),
    index: scan('index'),
    indexReverse: scan('indexReverse'),
    countPrimary: database.prepare('SELECT count(*) AS n FROM docs WHERE c = ? AND k >= ? AND k < ?'),
    countIndex: database.prepare('SELECT count(*) AS n FROM entries WHERE i = ? AND k >= ? AND k < ?'),
    sequence: database.prepare("SELECT value AS n FROM meta WHERE name = 'sequence'"),
    lists: {
      primary: list('primary'),
      primaryReverse: list('primaryReverse'),
      index: list('index'),
      indexReverse: list('indexReverse'),
    },
    keyedScan: kind => database.prepare(`SELECT ${COLUMNS}, ${keys[kind]} AS key ${scans[kind]}`),
  }
}

export interface WriteStatements {
  readonly putDocument: StatementSyncInstance
  readonly deleteDocument: StatementSyncInstance
  readonly addEntry: StatementSyncInstance
  readonly deleteEntry: StatementSyncInstance
  readonly entryHolder: StatementSyncInstance
  readonly setSequence: StatementSyncInstance
  readonly addToCount: StatementSyncInstance
  readonly setMultikey: StatementSyncInstance
  readonly addCollection: StatementSyncInstance
  readonly addIndex: StatementSyncInstance
  readonly dropIndex: StatementSyncInstance
  readonly dropEntries: StatementSyncInstance
}

export function prepareWrites(database: DatabaseSyncInstance): WriteStatements {
  return {
    putDocument: database.prepare(
      'INSERT INTO docs(c, k, ver, body) VALUES(?, ?, ?, ?) ON CONFLICT(c, k) DO UPDATE SET ver = excluded.ver, body = excluded.body RETURNING rid',
    ),
    deleteDocument: database.prepare('DELETE FROM docs WHERE rid = ?'),
    addEntry: database.prepare('INSERT OR IGNORE INTO entries(i, k, d) VALUES(?, ?, ?)'),
    deleteEntry: database.prepare('DELETE FROM entries WHERE i = ? AND k = ? AND d = ?'),
    entryHolder: database.prepare('SELECT d FROM entries WHERE i = ? AND k = ? AND d <> ? LIMIT 1'),
    setSequence: database.prepare("UPDATE meta SET value = ? WHERE name = 'sequence'"),
    addToCount: database.prepare('UPDATE collections SET documents = documents + ? WHERE id = ?'),
    setMultikey: database.prepare('UPDATE indexes SET multikey = ? WHERE id = ?'),
    addCollection: database.prepare('INSERT INTO collections(name, documents) VALUES(?, 0)'),
    addIndex: database.prepare('INSERT INTO indexes(c, name, keys, uniq, multikey) VALUES(?, ?, ?, ?, ?)'),
    dropIndex: database.prepare('DELETE FROM indexes WHERE id = ?'),
    dropEntries: database.prepare('DELETE FROM entries WHERE i = ?'),
  }
}
