import { createHash, createHmac } from 'node:crypto'
import { CREDENTIALS, ENV_ID } from '../../../localcloud/main'

export interface SigningChanges {
  readonly secretKey?: string
  readonly secretId?: string
  /** Seconds since 1970. */
  readonly timestamp?: number
  /** Parameters that go out but are not signed. */
  readonly unsigned?: Record<string, unknown>
  /** What stands in the body in the place of what was signed. */
  readonly tampered?: Record<string, unknown>
}

/** Signs as Tencent's documentation of TC3 says, written apart from localcloud's own check. */
export async function signedPost(url: string, params: Record<string, unknown>, changes: SigningChanges = {}) {
  const { secretKey = CREDENTIALS.secretKey, secretId = CREDENTIALS.secretId } = changes
  const timestamp = changes.timestamp ?? Math.floor(Date.now() / 1000)
  const signed: Record<string, unknown> = { envName: ENV_ID, ...params }
  const host = new URL(url).host
  const names = Object.keys(signed).sort((left, right) =>
    left.toLowerCase().localeCompare(right.toLowerCase()),
  )
  const hash = createHash('sha256')
  for (const name of names) {
    const value = signed[name]
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    if (text.trim() !== '') hash.update(`&${canonicalName(name)}=${text.trim()}\r\n`)
  }
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const canonical = `post\n//${host}/admin\nenv=${ENV_ID}\ncontent-type:application/json\nhost:${host}\n\ncontent-type;host\n${hash.digest('hex')}`
  const toSign = `TC3-HMAC-SHA256\n${timestamp}\n${date}/tcb/tc3_request\n${createHash('sha256').update(canonical).digest('hex')}`
  const step = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const signature = step(step(step(step(`TC3${secretKey}`, date), 'tcb'), 'tc3_request'), toSign).toString(
    'hex',
  )
  const response = await fetch(`${url}/admin?env=${ENV_ID}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `TC3-HMAC-SHA256 Credential=${secretId}/${date}/tcb/tc3_request, SignedParams=${names.map(canonicalName).join(';')}, SignedHeaders=content-type;host, Signature=${signature}`,
      'x-timestamp': String(timestamp),
      'x-signature-expires': '600',
    },
    body: JSON.stringify({ ...signed, ...changes.unsigned, ...changes.tampered }),
  })
  return { status: response.status, body: await response.json() }
}

function canonicalName(name: string): string {
  return encodeURIComponent(name.toLowerCase().trim()).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
