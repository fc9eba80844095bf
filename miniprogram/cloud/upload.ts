import Taro from '@tarojs/taro'
import { bytesOf } from '../files'
import type { KeptFile } from '../files/kept-file'
import { fileWords } from '../words/files'
import { call } from './call'
import { CallError } from './errors'
import { isOffline } from './transport'

/** A photo over a village's network takes its time. */
const PUT_TIMEOUT_MS = 60_000

type Permit = { url: string; headers: Record<string, string> }

/**
 * Puts a kept file up for an application that may not be there yet, and answers the name under which it can be
 * handed in. Put up twice, it lies in one place.
 * @throws CallError where the way there failed or the server refuses; FileProblem where the phone has it no more
 */
export async function putUp(
  application: string,
  { id, mime, local }: Pick<KeptFile, 'id' | 'mime' | 'local'>,
): Promise<string> {
  const bytes = await bytesOf(local)
  const permit = await call('applications', 'upload', {
    application,
    material: id,
    mime,
    size: bytes.length,
  })
  await put(permit, mime, bytes.slice().buffer)
  return permit.fileId
}

async function put({ url, headers }: Permit, mime: string, bytes: ArrayBuffer): Promise<void> {
  const header = { ...headers, 'content-type': mime }
  const way = process.env.TARO_ENV === 'weapp' ? overWechat(url, header, bytes) : overHttp(url, header, bytes)
  const status = await way.catch(async cause => {
    const code = (await isOffline()) ? 'OFFLINE' : 'UNREACHABLE'
    throw new CallError(code, fileWords.lostOnTheWay, { cause })
  })
  if (status !== 200) throw new CallError('UNREACHABLE', fileWords.lostOnTheWay, { cause: { status } })
}

async function overWechat(url: string, header: Record<string, string>, data: ArrayBuffer): Promise<number> {
  const { statusCode } = await Taro.request({ url, method: 'PUT', header, data, timeout: PUT_TIMEOUT_MS })
  return statusCode
}

async function overHttp(url: string, headers: Record<string, string>, body: ArrayBuffer): Promise<number> {
  const cut = new AbortController()
  const timer = setTimeout(() => cut.abort(), PUT_TIMEOUT_MS)
  try {
    return (await fetch(url, { method: 'PUT', headers, body, signal: cut.signal })).status
  } finally {
    clearTimeout(timer)
  }
}
