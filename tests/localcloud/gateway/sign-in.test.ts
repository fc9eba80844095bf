import type { TestCloud } from '../support/cloud'
import { startTestCloud } from '../support/cloud'
import { bearer, get, post } from '../support/http'

const WHO = `
  exports.main = async () => {
    const { WX_OPENID, TCB_UUID, TCB_ISANONYMOUS_USER } = process.env
    return { openid: WX_OPENID ?? null, uuid: TCB_UUID, anonymous: TCB_ISANONYMOUS_USER }
  }`
const MINUTE_MS = 60_000
const TWO_HOURS_MS = 7200 * 1000

describe('the anonymous sign-in of the web app', () => {
  let cloud: TestCloud
  const address = () => `${cloud.url}/auth/v1/signin/anonymously`
  const signIn = async (device: string) => (await post(address(), {}, { 'x-device-id': device })).body
  const whoIs = (token: string) => post(`${cloud.url}/v1/functions/who`, {}, bearer(token))

  beforeAll(async () => {
    cloud = await startTestCloud()
    cloud.addFunction('who', WHO)
  })
  afterEach(() => cloud.setClock(null))
  afterAll(() => cloud.close())

  test('answers as CloudBase documents it', async () => {
    expect(await signIn('phone-1')).toEqual({
      token_type: 'Bearer',
      access_token: expect.any(String),
      expires_in: 7200,
      scope: 'anonymous',
      sub: expect.any(String),
    })
  })

  test('its token makes an anonymous caller without an openid', async () => {
    const { access_token, sub } = await signIn('phone-1')
    expect(await whoIs(access_token)).toEqual({
      status: 200,
      body: { openid: null, uuid: sub, anonymous: 'true' },
    })
  })

  test('the same device is the same visitor, another device is another', async () => {
    const visitors = [await signIn('phone-1'), await signIn('phone-1'), await signIn('phone-2')]
    const [first, again, other] = visitors.map(({ sub }) => sub)
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })

  test.each([
    ['without a device id', {}],
    ['with a device id that no app makes', { 'x-device-id': 'a b' }],
  ])('%s the sign-in is refused', async (_which, headers) => {
    const refused = await post(address(), {}, headers)
    expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_argument' } })
  })

  test('only a POST signs in', async () => {
    expect(await get(address())).toMatchObject({ status: 405 })
  })

  test('a token holds for two hours', async () => {
    const start = Date.parse('2026-10-12T01:00:00.000Z')
    await cloud.setClock(start)
    const { access_token } = await signIn('phone-1')
    await cloud.setClock(start + TWO_HOURS_MS - MINUTE_MS)
    expect(await whoIs(access_token)).toMatchObject({ status: 200 })
    // The clock ticked on while the visitor signed in.
    await cloud.setClock(start + TWO_HOURS_MS + MINUTE_MS)
    expect(await whoIs(access_token)).toMatchObject({ status: 401 })
  })

  test('a token that says another visitor or a later end is refused', async () => {
    const mine = await signIn('phone-1')
    const theirs = await signIn('phone-2')
    const [uuid, end, signature] = mine.access_token.split('.')
    for (const forged of [
      `${theirs.sub}.${end}.${signature}`,
      `${uuid}.${Number(end) + 1}.${signature}`,
      `${uuid}.${end}.`,
      `${uuid}.${end}`,
    ])
      expect(await whoIs(forged)).toMatchObject({ status: 401 })
  })

  test('a restart ends the tokens', async () => {
    const { access_token } = await signIn('phone-1')
    cloud = await cloud.restart()
    expect(await whoIs(access_token)).toMatchObject({ status: 401 })
  })
})
