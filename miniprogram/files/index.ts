import { fileWords } from '../words/files'
import { bareJpeg } from './bare-jpeg'
import { type ChosenFile, FileProblem, type KeptFile, MOST_BYTES, mimeOf } from './kept-file'
import { newId } from './new-id'
import { phoneFiles } from './phone-files'
import { webFiles } from './web-files'

export { FileProblem, type KeptFile } from './kept-file'

const ways = process.env.TARO_ENV === 'weapp' ? phoneFiles : webFiles
const LONGEST_NAME = 80

/**
 * Lets the person take a photo or choose a file; each is made small, freed of what the camera wrote into it, and
 * kept on the phone. None where the choosing was closed.
 * @throws FileProblem with a sentence for the person
 */
export async function pickFiles(most: number): Promise<KeptFile[]> {
  const kept: KeptFile[] = []
  for (const chosen of await ways.choose(most)) kept.push(await keptOf(chosen))
  return kept
}

/** @throws FileProblem where the phone has it no more */
export const bytesOf = ways.read

/** An address to draw a kept photo from. */
export const addressOf = ways.addressOf

export const forgetFile = ways.forget

async function keptOf({ name, bytes }: ChosenFile): Promise<KeptFile> {
  const mime = mimeOf(bytes)
  const bare = mime === 'image/jpeg' ? bareJpeg(bytes) : bytes
  if (mime === null || bare === null) throw new FileProblem(fileWords.unreadable)
  if (bare.length > MOST_BYTES) throw new FileProblem(fileWords.tooLarge)
  const id = newId()
  const local = await ways.keep(id, mime, bare)
  return { id, local, mime, size: bare.length, name: name.slice(-LONGEST_NAME) }
}
