import { createHash } from 'node:crypto'
import { signedIn } from '../kit/caller'
import { cloud } from '../kit/cloud'
import type { Call } from '../kit/serve'

/** What a phone may put up, and the end of its name in the storage. */
export const EXTENSIONS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const
export type Mime = keyof typeof EXTENSIONS

type Input = { application: string; material: string; mime: Mime; size: number }

/**
 * A permit to put up one file, to a place that the server chooses. What the phone says of the file is not believed:
 * it is looked at when it is named as a material.
 */
export async function upload({ application, material, mime }: Input, { caller }: Call) {
  const personId = signedIn(caller)
  const cloudPath = `${folderOf(personId, application)}/${material}.${EXTENSIONS[mime]}`
  const { data } = await cloud().getUploadMetadata({ cloudPath })
  return {
    url: data.url,
    fileId: data.fileId,
    headers: {
      authorization: data.authorization,
      'x-cos-security-token': data.token,
      'x-cos-meta-fileid': data.cosFileId,
    },
  }
}

/** A folder of one person and one application: nobody can name a file of somebody else's as one's own. */
export function folderOf(personId: string, application: string): string {
  const person = createHash('sha256').update(personId).digest('hex').slice(0, 16)
  return `applications/${person}/${application}`
}
