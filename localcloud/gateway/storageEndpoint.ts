import type { IncomingMessage, ServerResponse } from 'node:http'
import { contentTypeOf } from '../files/contentTypes'
import type { FileStore } from '../files/fileStore'
import { messageOf } from '../values/errors'
import { send } from './answers'
import { readBody } from './body'
import { limits } from './limits'

/** `/storage/…`: the addresses that upload and download go to, signed like those of COS. */
export class StorageEndpoint {
  constructor(private readonly files: FileStore) {}

  async handle(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const path = this.files.assertPath(decodeURIComponent(url.pathname.slice('/storage/'.length)))
      const method = request.method === 'PUT' ? 'put' : 'get'
      const isAllowed = this.files.isSigned(
        path,
        method,
        url.searchParams.get('sign') ?? '',
        url.searchParams.get('t') ?? '',
      )
      if (!isAllowed)
        return sendError(response, 403, 'SignatureDoesNotMatch', 'the address is not signed or has expired')
      if (method === 'put') await this.upload(path, request, response)
      else if (request.method === 'GET' || request.method === 'HEAD') this.download(path, request, response)
      else sendError(response, 405, 'MethodNotAllowed', 'use GET or PUT')
    } catch (error) {
      sendError(response, 400, 'InvalidRequest', messageOf(error))
    }
  }

  /** COS answers a good upload with an empty body. */
  private async upload(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    await this.files.write(path, await readBody(request, limits.fileBytes))
    send(response, 200, 'application/xml', Buffer.alloc(0))
  }

  private download(path: string, request: IncomingMessage, response: ServerResponse): void {
    if (!this.files.has(path)) {
      sendError(response, 404, 'NoSuchKey', 'The specified key does not exist.')
      return
    }
    response.writeHead(200, {
      'content-type': contentTypeOf(path),
      'content-length': this.files.size(path),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    if (request.method === 'HEAD') response.end()
    else this.files.read(path).pipe(response)
  }
}

function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  const escaped = message.replace(/[<>&]/g, ' ')
  const xml = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${escaped}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`
  send(response, status, 'application/xml', Buffer.from(xml))
}
