import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import { CloudError } from '../values/errors'

export interface Credentials {
  readonly secretId: string
  readonly secretKey: string
}

/** What the signature covers, as it arrived. */
export interface SignedRequest {
  /** `host/path`, as the caller wrote it. */
  readonly hostAndPath: string
  /** The query string without `?`. */
  readonly query: string
  readonly headers: Record<string, string | string[] | undefined>
  /** Top-level parameters; a file of a multipart body is its bytes. */
  readonly params: ReadonlyMap<string, string | Uint8Array>
}

const ALGORITHM = 'TC3-HMAC-SHA256'
const LONGEST_VALIDITY_S = 600

class BadSignature extends CloudError {
  constructor(reason: string) {
    super('SIGN_PARAM_INVALID', `[SignParamInvalid] ${reason}`)
  }
}

interface Authorization {
  readonly secretId: string
  readonly scope: string
  readonly signedParams: string[]
  readonly signedHeaders: string[]
  readonly signature: string
}

/**
 * Checks the signature of `@cloudbase/signature-nodejs`: TC3 over method, URL, headers and the sorted parameters.
 * @param isPlausible whether a time (ms) lies within a tolerance of now
 * @throws BadSignature
 */
export function checkSignature(
  request: SignedRequest,
  credentials: Credentials,
  isPlausible: (instantMs: number, toleranceMs: number) => boolean,
): void {
  const authorization = parseAuthorization(header(request, 'authorization'))
  const timestamp = Number(header(request, 'x-timestamp'))
  const validity = Math.min(
    Number(header(request, 'x-signature-expires') || LONGEST_VALIDITY_S),
    LONGEST_VALIDITY_S,
  )
  if (!Number.isInteger(timestamp)) throw new BadSignature('X-Timestamp is missing')
  if (!(validity > 0)) throw new BadSignature('X-Signature-Expires is not a number of seconds')
  if (!isPlausible(timestamp * 1000, validity * 1000)) throw new BadSignature('the signature has expired')
  if (authorization.secretId !== credentials.secretId) throw new BadSignature('unknown secretId')
  for (const name of ['host', 'content-type']) {
    if (!authorization.signedHeaders.includes(name)) throw new BadSignature(`header ${name} is not signed`)
  }
  const params = new Map([...request.params].map(([name, value]) => [canonicalName(name), value]))
  if (params.size < request.params.size) throw new BadSignature('two parameters have one name')
  refuseUnsignedParams(params, authorization)
  const expected = signatureOf({ ...request, params }, authorization, timestamp, credentials.secretKey)
  if (!isEqual(expected, authorization.signature)) throw new BadSignature('the signature does not match')
}

function parseAuthorization(text: string): Authorization {
  const fields = new Map<string, string>()
  const [algorithm, ...rest] = text.split(' ')
  if (algorithm !== ALGORITHM) throw new BadSignature(`Authorization has to start with ${ALGORITHM}`)
  for (const part of rest.join(' ').split(',')) {
    const at = part.indexOf('=')
    if (at > 0) fields.set(part.slice(0, at).trim(), part.slice(at + 1).trim())
  }
  const [secretId = '', ...scope] = (fields.get('Credential') ?? '').split('/')
  return {
    secretId,
    scope: scope.join('/'),
    signedParams: listOf(fields.get('SignedParams')),
    signedHeaders: listOf(fields.get('SignedHeaders')),
    signature: fields.get('Signature') ?? '',
  }
}

function listOf(text = ''): string[] {
  return text === '' ? [] : text.split(';')
}

function signatureOf(
  request: SignedRequest,
  authorization: Authorization,
  timestamp: number,
  secretKey: string,
): string {
  const { signedHeaders, signedParams } = authorization
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const scope = `${date}/tcb/tc3_request`
  if (authorization.scope !== scope) throw new BadSignature('the credential scope is wrong')
  const headers = signedHeaders.map(name => `${name}:${canonicalHeader(request, name)}`).join('\n')
  // The SDK signs the method as it writes it: lower case.
  const canonical = `post\n//${request.hostAndPath}\n${request.query}\n${headers}\n\n${signedHeaders.join(';')}\n${hashParams(request, signedParams)}`
  const toSign = `${ALGORITHM}\n${timestamp}\n${scope}\n${sha256(canonical)}`
  return hmac(signingKey(secretKey, date), toSign).toString('hex')
}

let lastKey: { secretKey: string; date: string; key: Buffer } = {
  secretKey: '',
  date: '',
  key: Buffer.alloc(0),
}

/** The key of a day; the same for nearly every request. */
function signingKey(secretKey: string, date: string): Buffer {
  if (lastKey.secretKey !== secretKey || lastKey.date !== date) {
    const key = hmac(hmac(hmac(`TC3${secretKey}`, date), 'tcb'), 'tc3_request')
    lastKey = { secretKey, date, key }
  }
  return lastKey.key
}

function canonicalHeader(request: SignedRequest, name: string): string {
  const value = header(request, name).trim()
  if (name === 'content-type') return value.startsWith('multipart/form-data') ? 'multipart/form-data' : value
  return value.toLowerCase()
}

function hashParams({ params }: SignedRequest, signedParams: string[]): string {
  const parts = signedParams.map((name): (string | Uint8Array)[] => {
    const value = params.get(name)
    if (value === undefined) throw new BadSignature(`signed parameter ${name} is missing`)
    return typeof value === 'string' ? [`&${name}=${value}\r\n`] : [`&${name}=`, value, '\r\n']
  })
  return sha256(joined(parts.flat()))
}

function joined(parts: (string | Uint8Array)[]): string | Buffer {
  if (parts.every(part => typeof part === 'string')) return parts.join('')
  return Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : part)))
}

/** An empty parameter is left out by the signer; any other unsigned one was slipped in. */
function refuseUnsignedParams(params: SignedRequest['params'], { signedParams }: Authorization): void {
  const signed = new Set(signedParams)
  for (const [name, value] of params) {
    if (value.length > 0 && !signed.has(name)) throw new BadSignature(`parameter ${name} is not signed`)
  }
}

function canonicalName(name: string): string {
  if (/^\w+$/.test(name)) return name.toLowerCase()
  return encodeURIComponent(name.toLowerCase().trim()).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function header({ headers }: SignedRequest, name: string): string {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : (value ?? '')
}

function sha256(content: string | Buffer): string {
  return hash('sha256', content)
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function isEqual(left: string, right: string): boolean {
  const a = Buffer.from(left)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}
