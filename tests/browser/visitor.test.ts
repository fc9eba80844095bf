import type { Browser, Page } from 'playwright-core'
import { personaNamed } from '../../scripts/trial/personas'
import { playTrial } from '../../scripts/trial/set-up'
import { POSTED } from '../support/main-walk'
import { startWorld, type World } from '../support/world'
import { launchChromium, newVisitor } from './support/chromium'

const THREE_HOURS_LATER = '2026-10-12T04:00:00.000Z'
const SIGN_IN = '/auth/v1/signin/anonymously'

let world: World
let browser: Browser
let page: Page
let title: string
let signIns: string[] = []

beforeAll(async () => {
  world = await startWorld(POSTED)
  await playTrial(world.client, POSTED)
  const { notices } = await world.call('ouhai-resident', 'notices', 'list', {
    unit: personaNamed('ouhai-resident').unit,
    status: 'open',
  })
  // A card leaves out the last word, which every title of them has.
  title = notices[0]?.title.replace(/公示$/, '') ?? ''
  browser = await launchChromium()
  page = await newVisitor(browser)
  page.on('request', request => {
    if (request.url().endsWith(SIGN_IN)) signIns.push(request.headers()['x-device-id'] ?? '')
  })
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})
beforeEach(() => {
  signIns = []
})

const tap = (text: string) => page.getByText(text).filter({ visible: true }).first().click()
const sees = (text: string) => page.getByText(text).filter({ visible: true }).first().waitFor()

describe('a visitor in the browser, who never said who she is', () => {
  let device: string

  test('reads the notices of a village after one sign-in', async () => {
    await page.goto(world.address)
    for (const step of ['选村', '瓯海区', '泽雅镇', '纸源村']) await tap(step)
    await sees(title)
    expect(signIns).toHaveLength(1)
    device = signIns[0] ?? ''
    expect(device).toMatch(/^[0-9a-f]{32}$/)
  })

  test('needs no other sign-in when she comes back', async () => {
    await page.reload()
    await sees(title)
    expect(signIns).toEqual([])
  })

  test('reads on after her sign-in has ended, as the same visitor', async () => {
    await world.moveClock(THREE_HOURS_LATER)
    await page.reload()
    await sees(title)
    expect(signIns).toEqual([device])
  })
})
