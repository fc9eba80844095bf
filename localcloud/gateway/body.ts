import type { IncomingMessage } from 'node:http'
import { CloudError } from '../values/errors'

/** Reads a body whole. @throws CloudError EXCEED_MAX_PAYLOAD_SIZE when it is longer than allowed */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const { body, size } = await collect(request, mostBytes)
  if (size > mostBytes) {
    throw new CloudError(
      'EXCEED_MAX_PAYLOAD_SIZE',
      `请求有 ${size} 字节，上限为 ${mostBytes} 字节。/ The request has ${size} bytes, at most ${mostBytes} are allowed.`,
    )
  }
  return body
}

/** What is too much is read and dropped: an answer sent while the client still writes would be lost with the connection. */
function collect(request: IncomingMessage, mostBytes: number): Promise<{ body: Buffer; size: number }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= mostBytes) chunks.push(chunk)
    })
    request.on('end', () => resolve({ body: joined(chunks), size }))
    request.on('error', reject)
  })
}

function joined(chunks: Buffer[]): Buffer {
  const [only] = chunks
  return only && chunks.length === 1 ? only : Buffer.concat(chunks)
}
