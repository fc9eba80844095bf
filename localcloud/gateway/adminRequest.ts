import type { IncomingHttpHeaders } from 'node:http'
import { InvalidParam } from '../values/errors'
import { parseMultipart } from './multipart'

/** A request to `/admin`: its parameters, once as data and once as the text that is signed. */
export interface AdminRequest {
  readonly action: string
  readonly params: Record<string, unknown>
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly signed: ReadonlyMap<string, string | Uint8Array>
}

/** @throws InvalidParam when the body is neither a JSON object nor a form, or names no action */
export function readAdminRequest(headers: IncomingHttpHeaders, body: Buffer): AdminRequest {
  const contentType = headers['content-type'] ?? ''
  if (contentType.startsWith('multipart/form-data')) return fromForm(contentType, body)
  const params = parseJson(body)
  if (!isObject(params)) throw new InvalidParam('the body is not a JSON object')
  const signed = new Map<string, string>()
  for (const [name, value] of Object.entries(params)) {
    signed.set(name, (typeof value === 'string' ? value : JSON.stringify(value)).trim())
  }
  return { action: actionOf(params), params, files: new Map(), signed }
}

function fromForm(contentType: string, body: Buffer): AdminRequest {
  const { fields, files } = parseMultipart(contentType, body)
  const params = Object.fromEntries(fields)
  const signed = new Map<string, string | Uint8Array>(
    [...fields].map(([name, value]) => [name, value.trim()]),
  )
  // The SDK appends a buffer as a plain field: its bytes are what it signed.
  for (const [name, bytes] of files) signed.set(name, bytes)
  return { action: actionOf(params), params, files, signed }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new InvalidParam('the body is not JSON')
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function actionOf(params: Record<string, unknown>): string {
  if (typeof params.action !== 'string') throw new InvalidParam('action is missing')
  return params.action
}
