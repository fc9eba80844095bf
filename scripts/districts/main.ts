import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DistrictDataError } from '../../shared/catalog/problems'
import { loadDistricts } from '../lib/district-loader'
import { ErrorForPeople, type Phase } from '../lib/for-people'

const SOURCE = 'districts'
const OUT = join('dist', 'districts')

/**
 * `npm run districts`: checks the districts' data and writes them as JSON Lines, a file a collection, in the
 * form that CloudBase's database console imports (冲突处理：upsert).
 */
export async function main(_args: string[], phase: Phase): Promise<void> {
  const sets = await phase('读入并检查各区的资料', checkedDistricts)
  await phase(`写到 ${OUT}/`, async () => {
    await mkdir(OUT, { recursive: true })
    for (const { collection, documents } of sets) {
      const lines = documents.map(document => `${JSON.stringify(document)}\n`)
      await writeFile(join(OUT, `${collection}.json`), lines.join(''))
    }
  })
  for (const { collection, documents } of sets) console.log(`  ${collection}.json  ${documents.length} 条`)
}

async function checkedDistricts() {
  try {
    return await loadDistricts(SOURCE)
  } catch (error) {
    if (error instanceof DistrictDataError) throw new ErrorForPeople(error.message)
    throw error
  }
}
