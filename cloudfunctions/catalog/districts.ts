import { beijingDate } from '../../shared/calendar/date'
import { allDistricts, editionOn, editionsOfDistrict } from '../kit/reference'
import type { Call } from '../kit/serve'
import { editionFace } from './faces'

/** Every district with the edition of its catalog that rules today. */
export async function districts(_input: object, { now }: Call) {
  const today = beijingDate(now)
  const all = await allDistricts('')
  return {
    districts: await Promise.all(
      all.map(async one => ({
        id: one._id,
        name: one.name,
        city: one.city,
        code: one.code,
        edition: editionFace(await editionOn(one._id, today), await editionsOfDistrict(one._id)),
      })),
    ),
  }
}
