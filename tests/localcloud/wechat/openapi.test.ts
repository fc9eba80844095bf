import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import type { TestCloud } from '../support/cloud'
import { CADRE, RESIDENT, startTestCloud } from '../support/cloud'
import { bearer, get, post } from '../support/http'

const SDK = JSON.stringify(createRequire(__filename).resolve('wx-server-sdk'))
const CALLS = `
  const cloud = require(${SDK})
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
  const one = async ([space, name, input]) => {
    try {
      const answer = await cloud.openapi[space][name](input)
      if (answer.buffer) answer.buffer = Buffer.from(answer.buffer).toString('base64')
      return answer
    } catch ({ errCode, errMsg }) { return { errCode, errMsg } }
  }
  exports.main = async event => {
    if (event.together) return Promise.all(event.calls.map(one))
    const answers = []
    for (const call of event.calls) answers.push(await one(call))
    return answers
  }`

const ONCE = {
  templateId: 'T-once',
  title: '公示提醒',
  kind: 'one-time' as const,
  keywords: [
    { name_zh: '公示事项', field: 'thing1' },
    { name_zh: '截止日期', field: 'date2' },
  ],
}
const ALWAYS = { ...ONCE, templateId: 'T-always', kind: 'long-term' as const }

/** Each test has a person of its own. */
let who = RESIDENT

const data = { thing1: { value: '低保对象公示' }, date2: { value: '2026年10月16日' } }
const message = (changed: object = {}) => [
  'subscribeMessage',
  'send',
  { touser: who.openid, templateId: ONCE.templateId, page: 'pages/notice/index?id=1', data, ...changed },
]

let people = 0

describe('WeChat through the unmodified wx-server-sdk', () => {
  let cloud: TestCloud
  const call = async (calls: unknown[], more: object = {}) =>
    (await post(`${cloud.url}/v1/functions/wx`, { calls, ...more }, bearer(CADRE.token))).body
  const send = async (changed: object = {}) => (await call([message(changed)]))[0].errCode
  const consent = (results: object, persona = who.id) =>
    post(`${cloud.url}/console/api/wechat/consent`, { persona, results })
  const faults = (fault: object) => post(`${cloud.url}/console/api/wechat/faults`, fault)
  const inbox = async () => (await get(`${cloud.url}/console/api/inbox?persona=${who.id}`)).body

  beforeAll(async () => {
    cloud = await startTestCloud({ templates: [ONCE, ALWAYS] })
    cloud.addFunction('wx', CALLS, [
      'subscribeMessage.send',
      'wxacode.getUnlimited',
      'security.msgSecCheck',
      'shortlink.generate',
    ])
    cloud.addFunction('unpermitted', CALLS)
  })
  beforeEach(async () => {
    const id = `person-${++people}`
    who = { ...RESIDENT, id, token: `token-${id}`, openid: `o-${id}` }
    await post(`${cloud.url}/console/api/personas`, who)
    await faults({})
  })
  afterAll(() => cloud.close())

  test('without consent a message is refused with 43101', async () => {
    expect(await send()).toBe(43101)
    await consent({ [ONCE.templateId]: 'reject' })
    expect(await send()).toBe(43101)
    expect(await inbox()).toEqual([])
  })

  test('one accept is one message, and it stands in the inbox as WeChat would show it', async () => {
    await consent({ [ONCE.templateId]: 'accept' })
    expect(await send()).toBe(0)
    expect(await send()).toBe(43101)
    expect(await inbox()).toMatchObject([
      {
        title: '公示提醒',
        page: 'pages/notice/index?id=1',
        lines: [
          { name_zh: '公示事项', value: '低保对象公示' },
          { name_zh: '截止日期', value: '2026年10月16日' },
        ],
        data: { thing1: '低保对象公示', date2: '2026年10月16日' },
        sentAt: expect.stringMatching(/Z$/),
      },
    ])
  })

  test('accepts add up, whoever taps in the web app counts too', async () => {
    await consent({ [ONCE.templateId]: 'accept' })
    const own = await post(
      `${cloud.url}/console/api/consent`,
      { results: { [ONCE.templateId]: 'accept' } },
      bearer(who.token),
    )
    expect(own).toMatchObject({ status: 200, body: { ok: true } })
    expect([await send(), await send(), await send()]).toEqual([0, 0, 43101])
  })

  test('a long-term subscription lasts until it is rejected', async () => {
    await consent({ [ALWAYS.templateId]: 'accept' })
    const long = { templateId: ALWAYS.templateId }
    expect([await send(long), await send(long)]).toEqual([0, 0])
    await consent({ [ALWAYS.templateId]: 'reject' })
    expect(await send(long)).toBe(43101)
  })

  test('a ban stops all, an accept lifts it', async () => {
    await consent({ [ONCE.templateId]: 'accept' })
    await consent({ [ONCE.templateId]: 'ban' })
    expect(await send()).toBe(43101)
    await consent({ [ONCE.templateId]: 'accept' })
    expect(await send()).toBe(0)
  })

  test.each([
    ['an unknown openid', { touser: 'o-nobody' }, 40003],
    ['an unknown template', { templateId: 'T-none' }, 40037],
    ['a keyword that is missing', { data: { thing1: data.thing1 } }, 47003],
    ['a keyword that the template has not', { data: { ...data, thing9: { value: 'x' } } }, 47003],
    ['a value that is too long', { data: { ...data, thing1: { value: '一'.repeat(21) } } }, 47003],
    ['a value that is no date', { data: { ...data, date2: { value: '明天' } } }, 47003],
    ['a sensitive word', { data: { ...data, thing1: { value: '违禁测试词' } } }, 45168],
  ])('%s is refused by its code and costs no credit', async (_says, changed, code) => {
    await consent({ [ONCE.templateId]: 'accept' })
    expect(await send(changed)).toBe(code)
    expect(await send()).toBe(0)
  })

  test('a fault answers its code as often as asked, and costs no credit', async () => {
    await consent({ [ONCE.templateId]: 'accept' })
    await faults({ errcode: 45009, count: 2 })
    expect([await send(), await send(), await send()]).toEqual([45009, 45009, 0])
  })

  test('a lost answer: the message arrived, the sender cannot know, a second try says 43101', async () => {
    await consent({ [ONCE.templateId]: 'accept' })
    await faults({ dropAfterSend: true, count: 1 })
    const code = await send()
    expect(code).not.toBe(0)
    expect(code).not.toBe(43101)
    expect(await inbox()).toHaveLength(1)
    expect(await send()).toBe(43101)
    expect(await inbox()).toHaveLength(1)
  })

  test('two sends at once with one credit: one arrives', async () => {
    await consent({ [ONCE.templateId]: 'accept' })
    const answers = await call([message(), message()], { together: true })
    const codes = answers.map((answer: { errCode: number }) => answer.errCode)
    expect(codes).toContain(0)
    expect([43101, 43108]).toContain(codes.find((code: number) => code !== 0))
    expect(await inbox()).toHaveLength(1)
  })

  test('inbox and credits stay across a restart', async () => {
    who = RESIDENT
    await consent({ [ONCE.templateId]: 'accept' })
    await consent({ [ONCE.templateId]: 'accept' })
    await send()
    cloud = await cloud.restart()
    expect(await inbox()).toHaveLength(1)
    expect([await send(), await send()]).toEqual([0, 43101])
  })

  test('getUnlimited answers a real PNG of the width asked for', async () => {
    const [answer] = await call([
      ['wxacode', 'getUnlimited', { scene: 'n=abc123', page: 'pages/notice/index', width: 300 }],
    ])
    expect(answer).toMatchObject({ errCode: 0, contentType: 'image/png' })
    const png = Buffer.from(answer.buffer, 'base64')
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([300, 300])
    const start = png.indexOf('IDAT')
    const pixels = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)))
    expect(pixels).toHaveLength(300 * 301)
  })

  test.each([
    ['a scene that is too long', { scene: 'x'.repeat(33) }, 40129],
    ['a scene with Chinese', { scene: '公示' }, 40129],
    ['a page with a leading slash', { scene: 'a', page: '/pages/index' }, 41030],
  ])('getUnlimited refuses %s', async (_says, input, code) => {
    expect((await call([['wxacode', 'getUnlimited', input]]))[0].errCode).toBe(code)
  })

  test('msgSecCheck passes, finds the risky, and wants a visit within two hours', async () => {
    const check = (content: string, openid: string) => [
      'security',
      'msgSecCheck',
      { version: 2, openid, scene: 2, content },
    ]
    const answers = await call([
      check('请核对名单', CADRE.openid),
      check('违禁测试词', CADRE.openid),
      check('x', who.openid),
    ])
    expect(answers).toMatchObject([
      { result: { suggest: 'pass' } },
      { result: { suggest: 'risky' } },
      { errCode: 61010 },
    ])
    expect((await call([check('x'.repeat(2501), CADRE.openid)]))[0].errCode).toBe(45002)
  })

  test('shortlink answers a link', async () => {
    expect(
      await call([['shortlink', 'generate', { pageUrl: 'pages/notice/index?id=1', pageTitle: '公示' }]]),
    ).toMatchObject([{ link: expect.stringMatching(/^#小程序:\/\/公示\//) }])
  })

  test('an interface that config.json does not allow is refused, an unknown one too', async () => {
    const refused = await post(
      `${cloud.url}/v1/functions/unpermitted`,
      { calls: [message()] },
      bearer(CADRE.token),
    )
    expect(refused.body[0].errCode).toBe(-604101)
    expect((await call([['logistics', 'addOrder', {}]]))[0].errCode).toBe(-604100)
  })
})
