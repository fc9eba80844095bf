import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson } from './answers'
import { VISITOR_TOKEN_SECONDS, type VisitorTokens } from './visitorTokens'

const DEVICE_ID = /^[\w-]{1,64}$/

/** `POST /auth/v1/signin/anonymously`: how a visitor of the web app gets the token its calls need. */
export class SignInEndpoint {
  constructor(private readonly tokens: VisitorTokens) {}

  handle(request: IncomingMessage, response: ServerResponse): void {
    request.resume()
    const deviceId = request.headers['x-device-id']
    if (request.method !== 'POST') refuse(response, 405, 'unimplemented', 'use POST / 请用 POST')
    else if (typeof deviceId !== 'string' || !DEVICE_ID.test(deviceId))
      refuse(response, 400, 'invalid_argument', '请求头里要有 x-device-id。/ x-device-id is missing.')
    else this.welcome(deviceId, response)
  }

  private welcome(deviceId: string, response: ServerResponse): void {
    const { uuid, token } = this.tokens.issue(deviceId)
    sendJson(response, 200, {
      token_type: 'Bearer',
      access_token: token,
      expires_in: VISITOR_TOKEN_SECONDS,
      scope: 'anonymous',
      sub: uuid,
    })
  }
}

function refuse(response: ServerResponse, status: number, error: string, description: string): void {
  sendJson(response, status, { error, error_description: description })
}
