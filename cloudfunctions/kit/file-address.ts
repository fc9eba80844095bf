import * as z from 'zod/mini'
import { cloud } from './cloud'

const addresses = z.object({
  fileList: z.array(z.object({ code: z.string(), tempFileURL: z.optional(z.string()) })),
})

/** Ten minutes: long enough to open a file on a slow phone, short for an address that is passed on. */
const SECONDS_OPEN = 600

/** An address under which anybody who has it may fetch the stored file for ten minutes; null where it is gone. */
export async function addressOf(fileId: string): Promise<string | null> {
  const answer = await cloud().getTempFileURL({ fileList: [{ fileID: fileId, maxAge: SECONDS_OPEN }] })
  const [found] = addresses.parse(answer).fileList
  return found?.code === 'SUCCESS' ? (found.tempFileURL ?? null) : null
}
