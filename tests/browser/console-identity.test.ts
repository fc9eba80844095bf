import type { Browser, BrowserContext, Page } from 'playwright-core'
import { personaNamed } from '../../scripts/trial/personas'
import { POSTED } from '../support/main-walk'
import { startWorld, type World } from '../support/world'
import { launchChromium, newVisitor } from './support/chromium'

let world: World
let browser: Browser
let context: BrowserContext
let consolePage: Page

beforeAll(async () => {
  world = await startWorld(POSTED)
  browser = await launchChromium()
  consolePage = await newVisitor(browser)
  context = consolePage.context()
  await consolePage.setViewportSize({ width: 1100, height: 800 })
  await consolePage.goto(`${world.address}/console#personas`)
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

/** The web app as the console opens it when this is pressed. */
async function opened(press: () => Promise<void>): Promise<Page> {
  const opening = context.waitForEvent('page')
  await press()
  const page = await opening
  await page.getByText('我的', { exact: true }).filter({ visible: true }).first().click()
  return page
}

const rowOf = (personaId: string) =>
  consolePage.getByRole('row').filter({ hasText: personaNamed(personaId).token })
const chosen = (page: Page) => page.locator('[role=radio][aria-checked=true]').filter({ visible: true })

test.each(['ouhai-cadre', 'ouhai-resident'])('the console opens the web app as %s', async personaId => {
  const page = await opened(() => rowOf(personaId).getByRole('button', { name: '打开网页版' }).click())
  await chosen(page).getByText(personaNamed(personaId).name).waitFor()
  await rowOf(personaId).getByText('网页版现在是这个人').waitFor()
  await page.close()
})

test('and as a visitor again', async () => {
  const page = await opened(() => consolePage.getByRole('button', { name: '以访客身份打开网页版' }).click())
  await chosen(page).getByText('不用身份，随便看看').waitFor()
  await consolePage.getByText('网页版现在是访客').waitFor()
})
