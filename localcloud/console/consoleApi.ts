import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson } from '../gateway/answers'
import { readBody } from '../gateway/body'
import { limits } from '../gateway/limits'
import type { Services } from '../services'
import { CloudError, InvalidParam, messageOf } from '../values/errors'
import type { Route } from './route'
import type { ClockRoutesOptions } from './routes/clockRoutes'
import { clockRoutes } from './routes/clockRoutes'
import { dataRoutes } from './routes/dataRoutes'
import { fireTimer, functionRoutes } from './routes/functionRoutes'
import { personRoutes } from './routes/personRoutes'

export type ConsoleOptions = Services & ClockRoutesOptions

/** `/console/api/…`: what the console page and the tests steer the machine with. Loopback only, like all of it. */
export class ConsoleApi {
  private readonly routes: ReadonlyMap<string, Route[1]>

  constructor(private readonly options: ConsoleOptions) {
    this.routes = new Map([
      ...clockRoutes(options),
      ...personRoutes(options),
      ...functionRoutes(options),
      ...dataRoutes(options),
    ])
  }

  async handle(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      sendJson(response, 200, (await this.dispatch(url, request)) ?? { ok: true })
    } catch (error) {
      const code = error instanceof CloudError ? error.code : 'SYS_ERR'
      sendJson(response, statusOf(code), { code, message: messageOf(error) })
    }
  }

  private async dispatch(url: URL, request: IncomingMessage): Promise<unknown> {
    if (request.method === 'POST') requireJson(request)
    const name = url.pathname.slice('/console/api/'.length)
    const body = async () => parseJson(await readBody(request, limits.adminBytes))
    const timer = /^timers\/([a-zA-Z0-9_-]+)$/.exec(name)?.[1]
    if (timer !== undefined && request.method === 'POST') return fireTimer(this.options, timer, await body())
    const route = this.routes.get(`${request.method} ${name}`)
    if (!route) throw new CloudError('NOT_FOUND', `no ${request.method} ${name} / 没有这个接口`)
    return route({ url, body, authorization: request.headers.authorization ?? '' })
  }
}

function statusOf(code: string): number {
  if (code === 'NOT_FOUND') return 404
  return code === 'SYS_ERR' ? 500 : 400
}

/** A page of another site cannot send this type without asking first, and is never answered. */
function requireJson(request: IncomingMessage): void {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    throw new InvalidParam('content-type 要是 application/json / content-type has to be application/json')
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString('utf8'))
  } catch {
    throw new InvalidParam('请求不是 JSON / the body is not JSON')
  }
}
