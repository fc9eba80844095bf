import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { engineRows } from './localcloud/engine'
import { gatewayRows } from './localcloud/gateway'
import type { Row } from './localcloud/measure'

/** Rounds of both sides taken in turn: their first quartile through the gateway, their median in the engine. CPU, not elapsed time, but for the writes. */
export async function bench(): Promise<{ title: string; rows: Row[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'localcloud-bench-'))
  try {
    return { title: '本地云', rows: [...(await gatewayRows(folder)), ...(await engineRows(folder))] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
