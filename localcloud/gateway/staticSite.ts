import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { contentTypeOf } from '../files/contentTypes'
import { send } from './answers'

interface Page {
  readonly modifiedMs: number
  readonly body: Buffer
  readonly gzipped: Buffer | undefined
  readonly etag: string
}

const COMPRESSIBLE = /^(text|application\/(json|xml|manifest)|image\/svg)/
const SMALLEST_TO_COMPRESS = 1024
const HAS_HASH = /[.\-_][0-9a-f]{8,}\./

/** Serves the built web app; any address without a file name is the app's own route. */
export class StaticSite {
  private readonly pages = new Map<string, Page>()

  constructor(private readonly directory: string) {}

  handle(pathname: string, request: IncomingMessage, response: ServerResponse): void {
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    const path = this.resolve(pathname)
    const page = path === undefined ? undefined : this.load(path)
    if (!isReading) this.refuse(response, 405, 'use GET')
    else if (path === undefined) this.refuse(response, 404, '没有这个地址。/ Not found.')
    else if (!page) this.refuse(response, 404, '网页还没有构建。/ The web app is not built.')
    else this.answer(path, page, request, response)
  }

  private resolve(pathname: string): string | undefined {
    const decoded = safeDecode(pathname)
    if (decoded === undefined || decoded.includes('\0')) return undefined
    const path = normalize(join(this.directory, decoded))
    const isInside = path === this.directory || path.startsWith(normalize(this.directory + sep))
    if (!isInside) return undefined
    if (isFile(path)) return path
    return extname(decoded) === '' ? join(this.directory, 'index.html') : undefined
  }

  private load(path: string): Page | undefined {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat?.isFile()) return undefined
    const known = this.pages.get(path)
    if (known && known.modifiedMs === stat.mtimeMs) return known
    const body = readFileSync(path)
    const isWorthIt = COMPRESSIBLE.test(contentTypeOf(path)) && body.length >= SMALLEST_TO_COMPRESS
    const page: Page = {
      modifiedMs: stat.mtimeMs,
      body,
      gzipped: isWorthIt ? gzipSync(body) : undefined,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    }
    this.pages.set(path, page)
    return page
  }

  private answer(path: string, page: Page, request: IncomingMessage, response: ServerResponse): void {
    const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    const body = takesGzip && page.gzipped ? page.gzipped : page.body
    const headers: Record<string, string> = {
      etag: page.etag,
      vary: 'accept-encoding',
      'cache-control': HAS_HASH.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    }
    if (body !== page.body) headers['content-encoding'] = 'gzip'
    if (request.headers['if-none-match'] === page.etag) {
      response.writeHead(304, headers)
      response.end()
      return
    }
    if (request.method === 'HEAD') {
      response.writeHead(200, {
        'content-type': contentTypeOf(path),
        'content-length': body.length,
        ...headers,
      })
      response.end()
      return
    }
    send(response, 200, contentTypeOf(path), body, headers)
  }

  private refuse(response: ServerResponse, status: number, message: string): void {
    send(response, status, 'text/plain; charset=utf-8', Buffer.from(message))
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function safeDecode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}
