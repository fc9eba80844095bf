import type { ServerResponse } from 'node:http'

export const JSON_TYPE = 'application/json; charset=utf-8'

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, JSON_TYPE, JSON.stringify(value))
}

/** Sends a value whose `data` has a `list` that is JSON text already. */
export function sendListing(
  response: ServerResponse,
  value: Record<string, unknown>,
  data: Record<string, unknown>,
  list: Uint8Array,
): void {
  const before = `${JSON.stringify({ ...value, data }).slice(0, -'}}'.length)},"list":`
  send(response, 200, JSON_TYPE, Buffer.concat([Buffer.from(before), list, Buffer.from('}}')]))
}

/** Text goes out in one piece with the headers, bytes behind them. */
export function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): void {
  if (response.destroyed) return
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  response.end(body)
}
