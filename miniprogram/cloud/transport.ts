import Taro from '@tarojs/taro'
import type { Answer } from '../../shared/contract/answer'
import { cloudWords } from '../words/cloud'
import { asVisitor } from './anonymous-sign-in'
import { CallError } from './errors'
import { trialToken } from './trial-identity'
import type { Reply } from './web-session'

export type FunctionEvent = { action: string } & Record<string, unknown>

/**
 * Carries one event to a function and brings its answer: through WeChat on the phone, over HTTP on the web.
 * Who is calling is the platform's knowledge on WeChat; the web app is a visitor's, and has an
 * identity in a trial only.
 * @throws CallError OFFLINE, SLOW or UNREACHABLE
 */
export async function send<T>(name: string, event: FunctionEvent, timeoutMs: number): Promise<Answer<T>> {
  const way =
    process.env.TARO_ENV === 'weapp' ? overWechat<T>(name, event) : overHttp<T>(name, event, timeoutMs)
  try {
    return await within(timeoutMs, way)
  } catch (error) {
    if (error instanceof CallError) throw error
    throw await lostOnTheWay(error)
  }
}

async function overWechat<T>(name: string, event: FunctionEvent): Promise<Answer<T>> {
  const { result } = await Taro.cloud.callFunction({ name, data: event })
  return answerIn<T>(result, { result })
}

async function overHttp<T>(name: string, event: FunctionEvent, timeoutMs: number): Promise<Answer<T>> {
  const post = (token: string) => postEvent(name, event, token, timeoutMs)
  const trial = TRIAL && trialToken()
  const { statusCode, data } = trial ? await post(trial) : await asVisitor(post)
  return answerIn<T>(data, { statusCode })
}

function postEvent(name: string, event: FunctionEvent, token: string, timeoutMs: number): Promise<Reply> {
  return Taro.request<unknown>({
    url: `${API_BASE}/v1/functions/${name}`,
    method: 'POST',
    header: { 'content-type': 'application/json', Authorization: `Bearer ${token}` },
    data: event,
    timeout: timeoutMs,
  })
}

function answerIn<T>(reply: unknown, cause: object): Answer<T> {
  if (isAnswer<T>(reply)) return reply
  throw new CallError('UNREACHABLE', cloudWords.unreachable, { cause })
}

/** Every function of ours wraps what it says so; what lies inside is the contract's promise, kept by the server. */
function isAnswer<T>(reply: unknown): reply is Answer<T> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && typeof reply.ok === 'boolean'
}

function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CallError('SLOW', cloudWords.slow)), timeoutMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

async function lostOnTheWay(cause: unknown): Promise<CallError> {
  if (await isOffline()) return new CallError('OFFLINE', cloudWords.offline, { cause })
  return new CallError('UNREACHABLE', cloudWords.unreachable, { cause })
}

/** True where the phone knows that it has no network. */
export async function isOffline(): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') return !navigator.onLine
  const { networkType } = await Taro.getNetworkType()
  return networkType === 'none'
}
