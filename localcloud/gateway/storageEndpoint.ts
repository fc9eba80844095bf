import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { contentTypeOf } from '../files/contentTypes'
import type { FileStore, UploadPermit } from '../files/fileStore'
import { messageOf } from '../values/errors'
import { send } from './answers'
import { readBody } from './body'
import { limits } from './limits'

/** `/storage/…`: where files go up and down, with the signatures and permits of COS. */
export class StorageEndpoint {
  constructor(private readonly files: FileStore) {}

  async handle(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      allowLocalOrigin(request, response)
      const path = this.files.assertPath(decodeURIComponent(url.pathname.slice('/storage/'.length)))
      if (request.method === 'OPTIONS') send(response, 204, 'text/plain', '')
      else if (request.method === 'PUT') await this.upload(path, request, response)
      else if (request.method === 'GET' || request.method === 'HEAD')
        this.download(path, url.searchParams, request, response)
      else sendError(response, 405, 'MethodNotAllowed', 'use GET or PUT')
    } catch (error) {
      sendError(response, 400, 'InvalidRequest', messageOf(error))
    }
  }

  /** COS answers a good upload with an empty body. */
  private async upload(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, limits.fileBytes)
    if (!this.files.isPermitted(path, permitIn(request.headers)))
      return sendError(
        response,
        403,
        'SignatureDoesNotMatch',
        'the upload is not permitted or its time is up',
      )
    await this.files.write(path, body)
    send(response, 200, 'application/xml', Buffer.alloc(0))
  }

  private download(
    path: string,
    params: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    if (!this.files.isSigned(path, params.get('sign') ?? '', params.get('t') ?? '')) {
      sendError(response, 403, 'SignatureDoesNotMatch', 'the address is not signed or has expired')
      return
    }
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

function permitIn(headers: IncomingHttpHeaders): UploadPermit {
  return {
    authorization: headers.authorization ?? '',
    token: String(headers['x-cos-security-token'] ?? ''),
    cosFileId: String(headers['x-cos-meta-fileid'] ?? ''),
  }
}

/** The web app may be open as `localhost`, while the addresses say 127.0.0.1; in the cloud it is another host anyway. */
function allowLocalOrigin({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
  if (!origin || !/^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(origin)) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-methods', 'GET, HEAD, PUT')
  response.setHeader(
    'access-control-allow-headers',
    'authorization, content-type, key, signature, x-cos-meta-fileid, x-cos-security-token',
  )
}

function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  const escaped = message.replace(/[<>&]/g, ' ')
  const xml = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${escaped}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`
  send(response, status, 'application/xml', Buffer.from(xml))
}
