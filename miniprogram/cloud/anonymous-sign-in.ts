import Taro from '@tarojs/taro'
import { cloudWords } from '../words/cloud'
import { CallError } from './errors'
import { type Session, webSession } from './web-session'

const DEVICE = 'web-device'
const SESSION = 'web-session'
const TIMEOUT_MS = 8_000

type Tokens = { access_token: string; expires_in: number }

/** Sends under the token of CloudBase's anonymous sign-in: the gateway lets nobody in without one. */
export const asVisitor = webSession({ signIn, kept, keep, now: Date.now })

/**
 * `POST /auth/v1/signin/anonymously` of CloudBase's HTTP API. The device id makes the user id: the same phone
 * stays the same visitor.
 * @throws CallError UNREACHABLE where the sign-in is refused, e.g. not switched on in the environment
 */
async function signIn(): Promise<Session> {
  const { statusCode, data } = await Taro.request<unknown>({
    url: `${API_BASE}/auth/v1/signin/anonymously`,
    method: 'POST',
    header: { 'content-type': 'application/json', 'x-device-id': deviceId() },
    data: {},
    timeout: TIMEOUT_MS,
  })
  if (!isTokens(data)) throw new CallError('UNREACHABLE', cloudWords.unreachable, { cause: { statusCode } })
  return { token: data.access_token, endsAt: Date.now() + data.expires_in * 1000 }
}

function isTokens(data: unknown): data is Tokens {
  if (typeof data !== 'object' || data === null) return false
  const { access_token, expires_in }: Partial<Record<keyof Tokens, unknown>> = data
  return typeof access_token === 'string' && typeof expires_in === 'number'
}

function deviceId(): string {
  const known = Taro.getStorageSync<string>(DEVICE)
  if (known) return known
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const id = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  store(DEVICE, id)
  return id
}

function kept(): Session | null {
  return Taro.getStorageSync<Session | ''>(SESSION) || null
}

function keep(session: Session): void {
  store(SESSION, session)
}

function store(key: string, value: string | Session): void {
  try {
    Taro.setStorageSync(key, value)
  } catch {
    // The phone is full: this visit goes on, the next one signs in anew.
    Taro.removeStorageSync(key)
  }
}
