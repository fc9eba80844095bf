import Taro from '@tarojs/taro'
import type { InputOf } from '../../../shared/contract'
import { putUp } from '../../cloud/upload'
import { forgetFile } from '../../files'
import type { Taken } from './taken'

export type HandedIn = InputOf<'applications', 'supply'>['materials']

const keyOf = (application: string) => `hand-in:${application}`

/** What was taken on an earlier visit: it survives a lost network and a phone that ran out. */
export function takenBefore(application: string): Taken {
  return Taro.getStorageSync<Taken | ''>(keyOf(application)) || {}
}

export function keepTaken(application: string, taken: Taken): void {
  try {
    Taro.setStorageSync(keyOf(application), taken)
  } catch {
    // The phone is full: what is on the page can still be handed in now.
    Taro.removeStorageSync(keyOf(application))
  }
}

/** Once it is handed in, neither the list nor the photos stay on the phone. */
export async function forgetTaken(application: string, taken: Taken): Promise<void> {
  Taro.removeStorageSync(keyOf(application))
  for (const file of Object.values(taken).flat()) await forgetFile(file.local)
}

/**
 * Puts up all photos of the kinds, one after the other, since a village's network carries one better than five.
 * Done again after a failure, each still lies in its one place.
 * @throws CallError, FileProblem
 */
export async function putUpAll(
  application: string,
  kinds: readonly string[],
  taken: Taken,
  onProgress: (done: number, total: number) => void,
): Promise<HandedIn> {
  const files = kinds.flatMap(kind => (taken[kind] ?? []).map(file => ({ kind, file })))
  const materials: HandedIn = []
  for (const { kind, file } of files) {
    onProgress(materials.length + 1, files.length)
    const fileId = await putUp(application, file)
    materials.push({ id: file.id, kind, fileId, name: file.name })
  }
  return materials
}
