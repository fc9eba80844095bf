import { join } from 'node:path'
import { readDistricts } from '../../../scripts/lib/district-loader'
import type { CommonData, DistrictData } from '../../../shared/catalog/documents'

export const DISTRICTS_DIR = join(__dirname, '../../../districts')

/** The repository's own districts, read and checked as they are for the database. */
export function loadAll(): Promise<{ common: CommonData; districts: DistrictData[] }> {
  return readDistricts(DISTRICTS_DIR)
}

/** One of them. */
export async function loadOne(id: string): Promise<DistrictData> {
  const { districts } = await loadAll()
  const found = districts.find(entry => entry.district._id === id)
  if (found === undefined) throw new Error(`no district ${id}`)
  return found
}
