import type { InputOf } from '../../../../shared/contract'
import type { Person } from '../house'

/** A PNG of one white point: the smallest picture that a phone could hand in. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
)

type HandedIn = InputOf<'applications', 'submit'>['materials'][number]

let photos = 0

/** Puts a picture up as the phone does, and answers it as the material it is. */
export async function handInPhoto(
  person: Person,
  applicationId: string,
  kind: string,
  picture: Buffer = POINT,
): Promise<HandedIn> {
  photos += 1
  const id = `photo-${String(photos).padStart(6, '0')}`
  const { url, fileId, headers } = await person.call('applications', 'upload', {
    application: applicationId,
    material: id,
    mime: 'image/png',
    size: picture.length,
  })
  const put = await fetch(url, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'image/png' },
    body: new Uint8Array(picture),
  })
  if (!put.ok) throw new Error(`the file was not taken: ${put.status} ${await put.text()}`)
  return { id, kind, fileId, name: `${kind}.png` }
}
