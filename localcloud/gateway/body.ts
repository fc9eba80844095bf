import type { IncomingMessage } from 'node:http'
import { CloudError } from '../values/errors'

/** Reads a body whole. @throws CloudError EXCEED_MAX_PAYLOAD_SIZE when it is longer than allowed */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    // The rest is read and dropped: an answer sent while the client still writes would be lost with the connection.
    if (size <= mostBytes) chunks.push(chunk)
  }
  if (size > mostBytes) {
    throw new CloudError(
      'EXCEED_MAX_PAYLOAD_SIZE',
      `请求有 ${size} 字节，上限为 ${mostBytes} 字节。/ The request has ${size} bytes, at most ${mostBytes} are allowed.`,
    )
  }
  return Buffer.concat(chunks)
}
