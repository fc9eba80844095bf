import { districtOf, unitsUnder } from '../kit/reference'

/** The district, its townships and its villages. Departments have no board of their own to read. */
export async function units(input: { district: string }) {
  const { code } = await districtOf(input.district)
  const all = await unitsUnder(code)
  return {
    units: all
      .filter(one => one.level !== 'department')
      .map(({ _id, name, level, parent }) => ({ code: _id, name, level, parent })),
  }
}
