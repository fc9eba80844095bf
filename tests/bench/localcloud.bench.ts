import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { engineRows } from './localcloud/engine'
import { gatewayRows } from './localcloud/gateway'
import type { Row } from './localcloud/measure'

/** The median of rounds taken in turn; CPU, not elapsed time, but for the writes. */
export async function bench(): Promise<{ title: string; rows: Row[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'localcloud-bench-'))
  try {
    return { title: '本地云', rows: [...(await gatewayRows(folder)), ...(await engineRows(folder))] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
