import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import packaged from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
/** Quiet, without a sandbox (containers have none to give), and without a call to anywhere. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Long for a page, short for a test that waits for what never comes. */
const PATIENCE_MS = 40_000

/** The phone that the screens are drawn for. */
export const PHONE = { width: 390, height: 844 }

/**
 * A Chromium: the one at `CHROME_PATH`, else an installed one, else the one that comes with
 * `@sparticuz/chromium`. Fails where there is none; a browser test is never skipped.
 */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.CHROME_PATH
  if (named && !isExecutable(named)) throw new Error(`CHROME_PATH names ${named}, which cannot be run`)
  const installed = named ?? installedChromium()
  if (installed) return chromium.launch({ executablePath: installed, args: FLAGS })
  const executablePath = await packaged.executablePath()
  return chromium.launch({ executablePath, args: [...packaged.args, ...FLAGS] })
}

/** A fresh visitor's page, of a phone's size, that speaks Chinese and lives in Beijing's zone. */
export async function newVisitor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: PHONE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: true,
    isMobile: true,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  return context.newPage()
}

function installedChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = NAMES.flatMap(name => folders.map(folder => join(folder, name)))
  return [...onPath, ...MAC].find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
