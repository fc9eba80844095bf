import Taro from '@tarojs/taro'
import type { Instant } from '../../shared/calendar/model'

/** Something read before, kept on the phone for when the network is gone. */
export type Copy<T> = { storedAt: Instant; data: T }

const INDEX = 'copies'
/** One more when a stored shape changes, so that an old copy is not read as a new one. */
const PREFIX = 'copy1:'
const MOST = 40

/** Keeps the last answer for a key; the ones not read for longest make room. */
export function keepCopy<T>(key: string, data: T): void {
  const copy: Copy<T> = { storedAt: new Date().toISOString(), data }
  const keys = [key, ...kept().filter(other => other !== key)]
  for (const old of keys.slice(MOST)) Taro.removeStorageSync(PREFIX + old)
  try {
    Taro.setStorageSync(PREFIX + key, copy)
    Taro.setStorageSync(INDEX, keys.slice(0, MOST))
  } catch {
    // The phone is full: reading goes on, only the copy for later is missing.
    Taro.removeStorageSync(PREFIX + key)
  }
}

export function copyOf<T>(key: string): Copy<T> | null {
  return Taro.getStorageSync<Copy<T> | ''>(PREFIX + key) || null
}

/** Removes every copy: asked for in 我的. */
export function forgetCopies(): void {
  for (const key of kept()) Taro.removeStorageSync(PREFIX + key)
  Taro.removeStorageSync(INDEX)
}

function kept(): string[] {
  return Taro.getStorageSync<string[] | ''>(INDEX) || []
}
