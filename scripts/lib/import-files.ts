import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CollectionDocuments } from '../../shared/catalog/documents'

/** Where the documents to import lie, a file a collection. */
export const IMPORT_FOLDER = 'dist/districts'

/** Writes documents as CloudBase's database console imports them: `.json` files of JSON Lines. */
export function writeImportFiles(sets: readonly CollectionDocuments[]): void {
  mkdirSync(IMPORT_FOLDER, { recursive: true })
  for (const { collection, documents } of sets) {
    const lines = documents.map(document => `${JSON.stringify(document)}\n`)
    writeFileSync(join(IMPORT_FOLDER, `${collection}.json`), lines.join(''))
  }
}

/** What was written, a line a collection. */
export function importSummary(sets: readonly CollectionDocuments[]): string[] {
  return sets.map(({ collection, documents }) => `  ${collection.padEnd(14)}${documents.length} 条`)
}
