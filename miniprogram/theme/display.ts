import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

/** What a person chose in 我的; `system` follows the phone. */
export type SizeChoice = 'system' | 'standard' | 'elder'
export type ThemeChoice = 'system' | 'light' | 'dark'
export type DisplayChoice = { size: SizeChoice; theme: ThemeChoice }

/** What the pages show. `className` goes on the root View of a page. */
export type Display = { elder: boolean; dark: boolean; className: string }

const KEY = 'display'
/** WeChat's 大 and above; its standard is 16 or 17. */
const LARGE_SYSTEM_TYPE = 20

let choice = storedChoice()
let display = displayOf(choice)
const listeners = new Set<() => void>()

export function displayChoice(): DisplayChoice {
  return choice
}

/** Keeps the choice on the phone and redraws every page that is open. */
export function chooseDisplay(next: Partial<DisplayChoice>): void {
  choice = { ...choice, ...next }
  Taro.setStorageSync(KEY, choice)
  refresh()
}

export function useDisplay(): Display {
  return useSyncExternalStore(listen, () => display)
}

/** Redraws when the phone turns to night while the app is open. Called once, at launch. */
export function followSystemTheme(): void {
  if (process.env.TARO_ENV === 'h5') {
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener?.('change', refresh)
  } else {
    Taro.onThemeChange(refresh)
  }
}

function refresh(): void {
  display = displayOf(choice)
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function storedChoice(): DisplayChoice {
  const stored = Taro.getStorageSync<Partial<DisplayChoice> | ''>(KEY)
  return { size: 'system', theme: 'system', ...(stored || {}) }
}

function displayOf({ size, theme }: DisplayChoice): Display {
  const elder = size === 'system' ? systemIsLarge() : size === 'elder'
  const dark = theme === 'system' ? systemIsDark() : theme === 'dark'
  return { elder, dark, className: `${elder ? 'elder' : 'standard'} ${dark ? 'dark' : 'light'}` }
}

function systemIsDark(): boolean {
  if (process.env.TARO_ENV === 'h5') return window.matchMedia('(prefers-color-scheme: dark)').matches
  return Taro.getAppBaseInfo().theme === 'dark'
}

/** A browser does not tell its type size, so the web app stays at the standard size until somebody chooses. */
function systemIsLarge(): boolean {
  if (process.env.TARO_ENV === 'h5') return false
  const { fontSizeSetting } = Taro.getAppBaseInfo()
  return fontSizeSetting !== undefined && fontSizeSetting >= LARGE_SYSTEM_TYPE
}
