import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { send } from '../gateway/answers'

/** `/console`: one page without any package, talking to `/console/api`. */
export function serveConsolePage(_request: IncomingMessage, response: ServerResponse): void {
  const page = readFileSync(join(__dirname, 'page', 'console.html'))
  send(response, 200, 'text/html; charset=utf-8', page, { 'cache-control': 'no-cache' })
}
