import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { callerOf } from '../callerOf'
import type { Caller } from '../functions/caller'
import type { Functions } from '../functions/functions'
import type { Personas } from '../personas'
import { CloudError, InvalidParam, messageOf } from '../values/errors'
import { JSON_TYPE, send, sendJson } from './answers'
import { readBody } from './body'
import { limits } from './limits'
import type { VisitorTokens } from './visitorTokens'

export interface FunctionsEndpointOptions {
  readonly functions: Functions
  readonly personas: Personas
  readonly visitors: VisitorTokens
  /** A person used the mini-program: WeChat's text check wants to know. */
  readonly onVisit: (openid: string) => void
  readonly onDefect: (error: unknown) => void
}

const statusOf = new Map<string, number>([
  ['UNAUTHORIZED', 401],
  ['INVALID_PARAM', 400],
  ['METHOD_NOT_ALLOWED', 405],
  ['FUNCTION_NOT_FOUND', 404],
  ['EXCEED_MAX_PAYLOAD_SIZE', 413],
  ['FUNCTIONS_TIME_LIMIT_EXCEEDED', 504],
])

/** `POST /v1/functions/{name}`: how the web app calls a function. The answer is what the function returned. */
export class FunctionsEndpoint {
  constructor(private readonly options: FunctionsEndpointOptions) {}

  async handle(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID()
    try {
      if (request.method !== 'POST') throw new CloudError('METHOD_NOT_ALLOWED', 'use POST / 请用 POST')
      const body = await readBody(request, limits.callBytes)
      const caller = this.authenticate(request.headers.authorization)
      if (caller.openid) this.options.onVisit(caller.openid)
      const { result } = await this.options.functions.invoke(name, parseEvent(body), caller)
      send(response, 200, JSON_TYPE, Buffer.from(result), { 'x-request-id': requestId })
    } catch (error) {
      if (!(error instanceof CloudError)) this.options.onDefect(error)
      const code = error instanceof CloudError ? error.code : 'SYS_ERR'
      sendJson(response, statusOf.get(code) ?? 500, { code, message: messageOf(error), requestId })
    }
  }

  private authenticate(authorization = ''): Caller {
    const { personas, visitors } = this.options
    const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? ''
    const persona = personas.byToken(token)
    const caller = persona ? callerOf(persona) : visitors.callerOf(token)
    if (!caller)
      throw new CloudError('UNAUTHORIZED', '登录已失效，请重新进入。/ The token is missing or not valid.')
    return caller
  }
}

function parseEvent(body: Buffer): unknown {
  if (body.length === 0) return {}
  let event: unknown
  try {
    event = JSON.parse(body.toString('utf8'))
  } catch {
    throw new InvalidParam('请求不是 JSON。/ The body is not JSON.')
  }
  if (typeof event !== 'object' || event === null || Array.isArray(event)) {
    throw new InvalidParam('请求要是一个对象。/ The body has to be an object.')
  }
  return event
}
