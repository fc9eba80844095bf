import { imageSize } from 'image-size'
import type { Material } from '../../shared/application/model'
import type { Instant } from '../../shared/calendar/model'
import { cloud } from '../kit/cloud'
import { concurrently } from '../kit/concurrently'
import { Refusal } from '../kit/refusal'
import { EXTENSIONS, folderOf, type Mime } from './upload'
import { WORDS } from './words'

/** A file that the phone put up, named as the material it is. */
export type HandedIn = { id: string; kind: string; fileId: string; name: string }

type Keeper = { personId: string; application: string; now: Instant }

const MOST_BYTES = 5_000_000
const MOST_MATERIALS = 100

/**
 * The materials of an application with those that are handed in now, each looked at: it lies in the person's own
 * folder, is not too large, and can be opened. Refuses with INVALID_INPUT, naming the first that is not right.
 */
export async function withMaterials(
  kept: readonly Material[],
  handedIn: readonly HandedIn[],
  keeper: Keeper,
): Promise<Material[]> {
  const ids = [...kept, ...handedIn].map(({ id }) => id)
  if (new Set(ids).size < ids.length) throw new Refusal('INVALID_INPUT', WORDS.materialTwice)
  if (ids.length > MOST_MATERIALS) throw new Refusal('INVALID_INPUT', WORDS.tooManyMaterials(MOST_MATERIALS))
  return [...kept, ...(await concurrently(handedIn, one => lookedAt(one, keeper)))]
}

async function lookedAt(file: HandedIn, { personId, application, now }: Keeper): Promise<Material> {
  const { id, kind, fileId, name } = file
  const mime = mimeOf(file, folderOf(personId, application))
  const size = mime === null ? null : await sizeOf(fileId)
  if (mime === null || size === null) throw new Refusal('INVALID_INPUT', WORDS.notYourFile(kind))
  if (size > MOST_BYTES) {
    await cloud().deleteFile({ fileList: [fileId] })
    throw new Refusal('INVALID_INPUT', WORDS.tooLarge(kind))
  }
  if (!(await opens(fileId, mime))) {
    const say = mime === 'application/pdf' ? WORDS.unreadableFile : WORDS.unreadable
    throw new Refusal('INVALID_INPUT', say(kind))
  }
  return { id, kind, fileId, name, mime, size, at: now, by: personId }
}

/** By the ending of the place that the permit was for; null where it is another place. */
function mimeOf({ id, fileId }: HandedIn, folder: string): Mime | null {
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1]
  const known: readonly Mime[] = ['image/jpeg', 'image/png', 'application/pdf']
  return known.find(mime => path === `${folder}/${id}.${EXTENSIONS[mime]}`) ?? null
}

/** In bytes; null where nothing was put up. */
async function sizeOf(fileId: string): Promise<number | null> {
  const { fileList } = await cloud().getFileInfo({ fileList: [fileId] })
  const [info] = fileList
  return info?.code === 'SUCCESS' ? (info.size ?? null) : null
}

async function opens(fileId: string, mime: Mime): Promise<boolean> {
  const { fileContent } = await cloud().downloadFile({ fileID: fileId })
  if (!Buffer.isBuffer(fileContent)) return false
  switch (mime) {
    case 'application/pdf':
      return fileContent.subarray(0, 5).toString('latin1') === '%PDF-'
    case 'image/jpeg':
      return hasDimensions(fileContent, 'jpg') && isWholeJpeg(fileContent)
    case 'image/png':
      return hasDimensions(fileContent, 'png') && fileContent.includes('IEND')
  }
}

function hasDimensions(content: Buffer, type: 'jpg' | 'png'): boolean {
  try {
    const found = imageSize(content)
    return found.type === type && found.width > 0 && found.height > 0
  } catch {
    // image-size throws for what is no picture or ends within its head: just what is asked here.
    return false
  }
}

const END_OF_IMAGE = Buffer.from([0xff, 0xd9])

/** The end mark stands once in the picture itself; a preview in its head has one too, hence the second half. */
function isWholeJpeg(content: Buffer): boolean {
  return content.lastIndexOf(END_OF_IMAGE) >= content.length / 2
}
