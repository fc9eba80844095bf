import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'

export interface DocumentRow {
  readonly rid: number
  readonly k: Uint8Array
  readonly ver: number
  readonly body: string
  /** The key in the index that was read, when there is one. */
  readonly ik?: Uint8Array
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
  /** A range scan of its own: one prepared statement can only be read once at a time. */
  freshScan(kind: ScanKind): StatementSyncInstance
}

export type ScanKind = 'primary' | 'primaryReverse' | 'index' | 'indexReverse'

const COLUMNS = 'docs.rid AS rid, docs.k AS k, docs.ver AS ver, docs.body AS body'
const INDEX_RANGE =
  'FROM entries CROSS JOIN docs ON docs.rid = entries.d WHERE entries.i = ? AND entries.k >= ? AND entries.k < ?'

const scans: Record<ScanKind, string> = {
  primary: `SELECT ${COLUMNS} FROM docs WHERE c = ? AND k >= ? AND k < ? ORDER BY k`,
  primaryReverse: `SELECT ${COLUMNS} FROM docs WHERE c = ? AND k >= ? AND k < ? ORDER BY k DESC`,
  index: `SELECT ${COLUMNS}, entries.k AS ik ${INDEX_RANGE} ORDER BY entries.k, entries.d`,
  indexReverse: `SELECT ${COLUMNS}, entries.k AS ik ${INDEX_RANGE} ORDER BY entries.k DESC, entries.d DESC`,
}

export function prepareReads(database: DatabaseSyncInstance): ReadStatements {
  return {
    byKey: database.prepare(`SELECT ${COLUMNS} FROM docs WHERE c = ? AND k = ?`),
    natural: database.prepare(`SELECT ${COLUMNS} FROM docs INDEXED BY docs_natural WHERE c = ? ORDER BY rid`),
    primary: database.prepare(scans.primary),
    primaryReverse: database.prepare(scans.primaryReverse),
    index: database.prepare(scans.index),
    indexReverse: database.prepare(scans.indexReverse),
    countPrimary: database.prepare('SELECT count(*) AS n FROM docs WHERE c = ? AND k >= ? AND k < ?'),
    countIndex: database.prepare('SELECT count(*) AS n FROM entries WHERE i = ? AND k >= ? AND k < ?'),
    sequence: database.prepare("SELECT value AS n FROM meta WHERE name = 'sequence'"),
    freshScan: kind => database.prepare(scans[kind]),
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
