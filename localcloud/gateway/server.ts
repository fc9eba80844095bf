import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { CannotStart } from '../store/openDatabase'
import { messageOf } from '../values/errors'
import { sendJson } from './answers'

export interface Endpoints {
  readonly admin: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly signIn: (request: IncomingMessage, response: ServerResponse) => void
  readonly callFunction: (name: string, request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly storage: (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly consoleApi: (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly consolePage: (pathname: string, request: IncomingMessage, response: ServerResponse) => void
  readonly site: (pathname: string, request: IncomingMessage, response: ServerResponse) => void
}

export const LOOPBACK = '127.0.0.1'

/** The project sets storage to ADMINONLY: no client reads or writes there by itself. */
const CLIENT_STORAGE_CLOSED = {
  code: 'STORAGE_EXCEED_AUTHORITY',
  message:
    '云存储只由云函数读写：请调用云函数，由它给出上传或下载的地址。/ Storage is ADMINONLY: ask a function for the address.',
}

/** One address for everything: the SDK's gateway, the functions, storage, the console and the web app. */
export function createGatewayServer(endpoints: Endpoints): Server {
  const server = createServer((request, response) => {
    route(endpoints, request, response).catch(error => {
      if (!response.headersSent) sendJson(response, 500, { code: 'SYS_ERR', message: messageOf(error) })
    })
  })
  server.keepAliveTimeout = 65_000
  return server
}

/** @throws CannotStart when the port is taken */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(
        new CannotStart(
          isTaken
            ? `端口 ${port} 已被占用，请关闭占用它的程序，或换一个端口。/ Port ${port} is taken. Close the program that uses it or choose another port.`
            : `端口 ${port} 打不开：${error.message} / cannot listen on port ${port}: ${error.message}`,
        ),
      )
    })
    server.listen(port, LOOPBACK, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

async function route(
  endpoints: Endpoints,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isLocalHost(request.headers.host)) {
    return sendJson(response, 403, {
      code: 'FORBIDDEN_HOST',
      message: '只能用 127.0.0.1 或 localhost 访问。/ Use 127.0.0.1 or localhost.',
    })
  }
  if (/^\/admin(\?|$)/.test(request.url ?? '')) {
    if (request.method === 'POST') return endpoints.admin(request, response)
    return sendJson(response, 405, { code: 'METHOD_NOT_ALLOWED', message: 'use POST' })
  }
  const url = parseUrl(request)
  if (!url) return sendJson(response, 400, { code: 'INVALID_PARAM', message: 'broken address / 地址不完整' })
  const { pathname } = url
  if (pathname === '/auth/v1/signin/anonymously') return endpoints.signIn(request, response)
  const functionName = /^\/v1\/functions\/([^/]+)$/.exec(pathname)?.[1]
  if (functionName !== undefined) return endpoints.callFunction(functionName, request, response)
  if (pathname.startsWith('/v1/storages/')) return sendJson(response, 403, CLIENT_STORAGE_CLOSED)
  if (pathname.startsWith('/storage/')) return endpoints.storage(url, request, response)
  if (pathname.startsWith('/console/api/')) return endpoints.consoleApi(url, request, response)
  if (/^\/console(\/|$)/.test(pathname)) return endpoints.consolePage(pathname, request, response)
  endpoints.site(pathname, request, response)
}

/** A name that resolves here from somewhere else (DNS rebinding) is not let in. */
function isLocalHost(host = ''): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host)
}

function parseUrl(request: IncomingMessage): URL | undefined {
  try {
    return new URL(request.url ?? '/', 'http://localhost')
  } catch {
    return undefined
  }
}
