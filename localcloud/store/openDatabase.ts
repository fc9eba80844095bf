import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { DatabaseSync } from '@photostructure/sqlite'
import { messageOf } from '../values/errors'

const DATABASE_FILE = 'localcloud.db'
const LOCK_FILE = 'localcloud.lock'
/** SQLite's own most. */
const MOST_MAPPED_BYTES = 0x7fff0000

/** localcloud cannot start; the sentence says why and what to do, in Chinese and English. */
export class CannotStart extends Error {}

export interface OpenDatabase {
  readonly writer: DatabaseSyncInstance
  /** A new read-only connection; its first read fixes the state it sees. */
  openReader(): DatabaseSyncInstance
  close(): void
}

/**
 * Opens the data folder for this process alone. The lock is a lock of SQLite on a file of its own,
 * so the operating system lifts it even after `kill -9`.
 */
export function openDatabase(dataDir: string): OpenDatabase {
  prepareFolder(dataDir)
  const lock = lockFolder(dataDir)
  const file = join(dataDir, DATABASE_FILE)
  const writer = new DatabaseSync(file)
  try {
    writer.exec('PRAGMA journal_mode = WAL')
    writer.exec('PRAGMA synchronous = FULL')
    writer.exec('PRAGMA cache_size = -65536')
    // Pages are read out of the system's own cache: a large file costs no more than a small one.
    writer.exec(`PRAGMA mmap_size = ${MOST_MAPPED_BYTES}`)
    writer.exec('PRAGMA busy_timeout = 5000')
    createTables(writer)
  } catch (error) {
    writer.close()
    lock.close()
    throw new CannotStart(
      `数据库打不开：${messageOf(error)} / cannot open the database ${file}: ${messageOf(error)}`,
    )
  }
  return {
    writer,
    openReader() {
      const reader = new DatabaseSync(file, { readOnly: true })
      reader.exec('BEGIN')
      return reader
    },
    close() {
      writer.close()
      lock.close()
    },
  }
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch {
    throw new CannotStart(
      `数据目录不能写入：${dataDir}。请检查权限，或换一个目录。/ The data folder ${dataDir} cannot be written. Check its permissions or choose another.`,
    )
  }
}

function lockFolder(dataDir: string): DatabaseSyncInstance {
  const lock = new DatabaseSync(join(dataDir, LOCK_FILE))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (!/locked|busy/i.test(messageOf(error))) {
      throw new CannotStart(
        `数据目录不能写入：${dataDir}（${messageOf(error)}）。/ The data folder ${dataDir} cannot be written: ${messageOf(error)}`,
      )
    }
    throw new CannotStart(
      `数据目录 ${dataDir} 正被另一个 localcloud 使用，请先关闭它，或换一个目录。/ The data folder ${dataDir} is in use by another localcloud. Close that one first or choose another folder.`,
    )
  }
}

function createTables(database: DatabaseSyncInstance): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS collections(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, documents INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS docs(rid INTEGER PRIMARY KEY AUTOINCREMENT, c INTEGER NOT NULL, k BLOB NOT NULL, ver INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE(c, k));
    CREATE INDEX IF NOT EXISTS docs_natural ON docs(c);
    CREATE TABLE IF NOT EXISTS indexes(id INTEGER PRIMARY KEY AUTOINCREMENT, c INTEGER NOT NULL, name TEXT NOT NULL, keys TEXT NOT NULL, uniq INTEGER NOT NULL, multikey TEXT NOT NULL, UNIQUE(c, name));
    CREATE TABLE IF NOT EXISTS entries(i INTEGER NOT NULL, k BLOB NOT NULL, d INTEGER NOT NULL, PRIMARY KEY(i, k, d)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
    INSERT OR IGNORE INTO meta VALUES('sequence', 0);
  `)
}
