import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { personaNamed } from '../../../scripts/trial/personas'
import type { World } from '../../support/world'
import { newVisitor } from './chromium'

const SCREENS = 'dist/screens'

/** A person at the trial web app: a page of a phone's size, and the errors that its scripts threw. */
export type Visit = { page: Page; errors: string[] }

/** Opens the web app as a trial identity, on a phone that was not here before. */
export async function visitAs(browser: Browser, world: World, personaId: string): Promise<Visit> {
  const page = await newVisitor(browser)
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  const { id, name, roleName, token } = personaNamed(personaId)
  await page.addInitScript(
    // Taro keeps a stored value under `data`.
    identity => localStorage.setItem('trial-identity', JSON.stringify({ data: identity })),
    { id, name, roleName, token },
  )
  await page.goto(world.address)
  return { page, errors }
}

/** Keeps what the page shows, once it has stopped moving, as `dist/screens/<name>.png` for people to look at. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true })
  await atRest(page)
  await page.screenshot({ path: join(SCREENS, `${name}.png`) })
}

/** Waits until no transition of the page runs any more. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(animation => animation.finished))
  })
}
