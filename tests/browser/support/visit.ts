import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import { personaNamed } from '../../../scripts/trial/personas'
import type { World } from '../../support/world'
import { newVisitor } from './chromium'

const SCREENS = 'dist/screens'

/** A person at the trial web app, on a phone of their own. */
export type Visit = Awaited<ReturnType<typeof visitAs>>

/** Opens the web app on a phone that was not here before, and takes a trial identity in 我的. */
export async function visitAs(browser: Browser, world: World, personaId: string) {
  const page = await newVisitor(browser)
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))

  /** Taro keeps the pages below the one that is open, and hides them. */
  const onScreen = (locator: Locator) => locator.filter({ visible: true }).first()
  const visit = {
    page,
    /** What the page's scripts threw and did not catch. */
    errors,
    /** Taps what says just this. */
    tap: (text: string) => onScreen(page.getByText(text, { exact: true })).click(),
    /** Taps what says this among other things. */
    tapPart: (text: string) => onScreen(page.getByText(text)).click(),
    /** Taps a button, where other things say the same word. */
    press: (word: string) => onScreen(page.getByRole('button', { name: word, exact: true })).click(),
    /** Taps a button that says this among other things. */
    pressPart: (words: string) => onScreen(page.getByRole('button', { name: words })).click(),
    /** Taps the button that begins with this. */
    pressFrom: (start: string) =>
      onScreen(page.getByRole('button', { name: new RegExp(`^\\s*${escaped(start)}`) })).click(),
    /** Chooses one of a few, named by their common label. */
    choose: (label: string, word: string) =>
      onScreen(page.getByRole('radiogroup', { name: label }).getByRole('radio', { name: word })).click(),
    /** Waits until this is said somewhere on the page. */
    sees: (text: string) => onScreen(page.getByText(text)).waitFor(),
    fill: (label: string, value: string) => onScreen(page.getByLabel(label, { exact: true })).fill(value),
    /** All that the open page says. */
    text: () => page.innerText('body'),

    /** Keeps what is shown, once it has stopped moving, as `dist/screens/<name>.png` for people to look at. */
    async keepScreen(name: string): Promise<void> {
      mkdirSync(SCREENS, { recursive: true })
      await page.evaluate(async () => {
        await Promise.allSettled(document.getAnimations().map(animation => animation.finished))
      })
      await page.screenshot({ path: join(SCREENS, `${name}.png`) })
    },
  }
  await page.goto(world.address)
  await visit.tap('我的')
  await visit.tapPart(personaNamed(personaId).name)
  await visit.sees('字和颜色')
  return visit
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
