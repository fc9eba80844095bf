import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Documents } from '../../../localcloud/store/documents'
import type { IndexManifest } from '../../../localcloud/store/manifest'
import { openDatabase } from '../../../localcloud/store/openDatabase'
import { Store } from '../../../localcloud/store/store'
import { Transactions } from '../../../localcloud/store/transaction'

/** The engine without a gateway, on a folder of its own. */
export async function openStore(manifest: IndexManifest) {
  const folder = mkdtempSync(join(tmpdir(), 'localcloud-store-'))
  const store = new Store(openDatabase(folder))
  await store.commits.run(() => store.applyManifest(manifest))
  const scans: string[] = []
  const documents = new Documents(store, new Transactions(store), collection => scans.push(collection.name))
  return {
    store,
    documents,
    scans,
    close() {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
