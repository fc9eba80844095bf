import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { application } from '../../shared/application/model'
import { signedIn } from '../kit/caller'
import { cloud } from '../kit/cloud'
import { documents } from '../kit/documents'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from './words'

/** What a phone may put up, and the end of its name in the storage. */
export const EXTENSIONS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const
export type Mime = keyof typeof EXTENSIONS

type Input = { application: string; material: string; mime: Mime; size: number }

const holder = documents('applications', z.pick(application, { _id: true, materials: true }))

/**
 * A permit to put up one file, to a place that the server chooses. What the phone says of the file is not believed:
 * it is looked at when it is named as a material. Refuses with CONFLICT once it is one: what somebody has looked at is
 * not put up anew.
 */
export async function upload({ application: id, material, mime }: Input, { caller }: Call) {
  const personId = signedIn(caller)
  const held = (await holder.get(id))?.materials ?? []
  const isHandedIn = held.some(one => one.id === material && one.by === personId)
  if (isHandedIn) throw new Refusal('CONFLICT', WORDS.handedInAlready)
  const cloudPath = `${folderOf(personId, id)}/${material}.${EXTENSIONS[mime]}`
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
