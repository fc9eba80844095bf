import { DistrictDataError } from '../../shared/catalog/problems'
import { loadDistricts } from '../lib/district-loader'
import { ErrorForPeople, type Phase } from '../lib/for-people'
import { IMPORT_FOLDER, importSummary, writeImportFiles } from '../lib/import-files'

/** `npm run districts`: checks the districts' data and writes them for the import into CloudBase. */
export async function main(_args: string[], phase: Phase): Promise<void> {
  const sets = await phase('读入并检查各区的资料', checkedDistricts)
  await phase(`写到 ${IMPORT_FOLDER}/`, async () => writeImportFiles(sets))
  console.log(importSummary(sets).join('\n'))
}

async function checkedDistricts() {
  try {
    return await loadDistricts('districts')
  } catch (error) {
    if (error instanceof DistrictDataError) throw new ErrorForPeople(error.message, { cause: error })
    throw error
  }
}
