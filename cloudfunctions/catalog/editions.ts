import { editionsOfDistrict } from '../kit/reference'
import { changeAnswer, editionFace } from './faces'

/** Every edition of a district's catalog and what each changed, oldest first. */
export async function editions(input: { district: string }) {
  const all = await editionsOfDistrict(input.district)
  return {
    editions: all.map(one => ({
      ...editionFace(one, all),
      note: one.note === '' ? null : one.note,
      changes: one.changes.map(changeAnswer),
    })),
  }
}
