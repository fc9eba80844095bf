import { isPlace } from '../../shared/catalog'
import { districtOf, unitsUnder } from '../kit/reference'

/** The district, its townships and its villages. Departments and partners have no board to read. */
export async function units(input: { district: string }) {
  const { code } = await districtOf(input.district)
  const all = await unitsUnder(code)
  return {
    units: all.filter(isPlace).map(({ _id, name, level, parent }) => ({ code: _id, name, level, parent })),
  }
}
