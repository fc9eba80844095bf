import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import type { ChosenUnit, UnitSource } from '../components/UnitPicker'
import { call } from './call'
import { copyOf, keepCopy } from './copies'

const KEY = 'home-unit'
let home: ChosenUnit | null = Taro.getStorageSync<ChosenUnit | ''>(KEY) || null
const listeners = new Set<() => void>()

/** The village, township or district whose board a person reads; kept on the phone. */
export function useHomeUnit(): ChosenUnit | null {
  return useSyncExternalStore(listen, () => home)
}

export function chooseHomeUnit(unit: ChosenUnit): void {
  home = unit
  Taro.setStorageSync(KEY, unit)
  for (const listener of listeners) listener()
}

/** Names of places change once in years: a copy serves when the network is gone. */
export const places: UnitSource = {
  districts: () => withCopy('districts', async () => (await call('catalog', 'districts', {})).districts),
  units: district =>
    withCopy(`units:${district}`, async () => (await call('catalog', 'units', { district })).units),
}

async function withCopy<T>(key: string, load: () => Promise<T>): Promise<T> {
  try {
    const data = await load()
    keepCopy(key, data)
    return data
  } catch (error) {
    const copy = copyOf<T>(key)
    if (copy) return copy.data
    throw error
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
