import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { TestCloud } from '../support/cloud'
import { CADRE, RESIDENT, refusalOf, startTestCloud, WEB_USER } from '../support/cloud'
import { bearer, post } from '../support/http'

const SDK = JSON.stringify(createRequire(__filename).resolve('@cloudbase/node-sdk'))

/** Tells who calls it and what time it is, and may work a while in between. */
const WHO = `
  const tcb = require(${SDK})
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
  exports.main = async (event, context) => {
    const { data } = await app.database().collection('log').where({ _id: 'none' }).get()
    if (event.waitMs) await new Promise(done => setTimeout(done, event.waitMs))
    const { WX_OPENID, TCB_UUID, TCB_ISANONYMOUS_USER } = tcb.getCloudbaseContext(context)
    return { event, openid: WX_OPENID, uuid: TCB_UUID, anonymous: TCB_ISANONYMOUS_USER, env: process.env.WX_OPENID, now: Date.now(), iso: new Date().toISOString(), text: typeof Date(), plain: new Date(0).toISOString(), found: data.length }
  }`

describe('cloud functions', () => {
  let cloud: TestCloud
  const call = (name: string, event: unknown, token = RESIDENT.token) =>
    post(`${cloud.url}/v1/functions/${name}`, event, bearer(token))

  beforeAll(async () => {
    cloud = await startTestCloud({ indexManifest: { log: [] } })
    writeFileSync(
      join(cloud.folder, 'cloudbaserc.json'),
      JSON.stringify({
        functions: [
          { name: 'slow', timeout: 1 },
          { name: 'greedy', memorySize: 128, timeout: 20 },
          { name: 'buffers', memorySize: 128, timeout: 20 },
          { name: 'zoned', envVariables: { TZ: 'Asia/Shanghai', GREETING: '你好' } },
        ],
      }),
    )
    cloud = await cloud.restart()
    cloud.addFunction('who', WHO)
    cloud.addFunction('slow', 'exports.main = () => new Promise(() => setInterval(() => {}, 1000))')
    cloud.addFunction(
      'greedy',
      'exports.main = () => { const all = []; for (;;) all.push(new Array(1e6).fill(Math.random())) }',
    )
    cloud.addFunction(
      'buffers',
      'exports.main = async ({ mb }) => { const all = Buffer.alloc(mb * 1024 * 1024, 1); await null; return all.length }',
    )
    cloud.addFunction(
      'throws',
      'exports.main = async () => { console.log("before"); throw new Error("算错了") }',
    )
    cloud.addFunction('dies', 'exports.main = async () => process.exit(3)')
    cloud.addFunction(
      'rejects',
      'exports.main = async () => { Promise.reject(new Error("nobody listens")); await new Promise(done => setTimeout(done, 50)) }',
    )
    cloud.addFunction('broken', 'this is no program')
    cloud.addFunction('nothing', 'exports.main = async () => undefined')
    cloud.addFunction(
      'zoned',
      'exports.main = async () => ({ hour: new Date(0).getHours(), greeting: process.env.GREETING, home: process.env.HOME })',
    )
    cloud.addFunction(
      'asks',
      `
      const tcb = require(${SDK})
      const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
      exports.main = async event => (await app.callFunction({ name: event.name, data: { from: 'asks' } })).result`,
    )
  })
  afterAll(() => cloud.close())

  test('a WeChat user comes with openid and uuid, a web user with a uuid only', async () => {
    expect((await call('who', {})).body).toMatchObject({ openid: RESIDENT.openid, uuid: 'uuid-resident' })
    const web = (await call('who', {}, WEB_USER.token)).body
    expect(web).toMatchObject({ uuid: 'uuid-web' })
    expect(web).not.toHaveProperty('openid')
  })

  test('a visitor without a sign-in is anonymous', async () => {
    expect((await call('who', {}, 'anonymous')).body).toMatchObject({
      uuid: 'uuid-anonymous',
      anonymous: 'true',
    })
  })

  test('calls that overlap keep their own callers, in the context and in the environment', async () => {
    const callers = [RESIDENT, CADRE, RESIDENT, CADRE, RESIDENT, CADRE]
    const answers = await Promise.all(
      callers.map(({ token }, at) => call('who', { at, waitMs: 60 - at * 10 }, token)),
    )
    expect(answers.map(({ body }) => [body.event.at, body.openid, body.env])).toEqual(
      callers.map(({ openid }, at) => [at, openid, openid]),
    )
  })

  test('identity in the event is only text', async () => {
    const { body } = await call('who', { openid: CADRE.openid, WX_OPENID: CADRE.openid })
    expect(body.openid).toBe(RESIDENT.openid)
  })

  test('without a token or with a wrong one the call is refused with 401', async () => {
    const without = await post(`${cloud.url}/v1/functions/who`, {})
    expect(without).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } })
    expect(await call('who', {}, 'stolen')).toMatchObject({ status: 401 })
  })

  test('what a function answers is the body, nothing becomes null', async () => {
    expect(await call('nothing', {})).toEqual({ status: 200, body: null })
  })

  test('an error is 500 with its message, and the stack stays in the log', async () => {
    const { status, body } = await call('throws', {})
    expect({ status, ...body }).toMatchObject({
      status: 500,
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: '算错了',
    })
    expect(JSON.stringify(body)).not.toContain(cloud.folder)
    const calls = await (await fetch(`${cloud.url}/console/api/calls`)).json()
    expect(calls[0]).toMatchObject({ function: 'throws', log: expect.stringMatching(/before[\s\S]*算错了/) })
  })

  test.each(['dies', 'rejects', 'broken'])(
    'a function that %s is an error and works again when called again',
    async name => {
      expect(await call(name, {})).toMatchObject({ status: 500, body: { code: 'FUNCTIONS_EXECUTE_FAIL' } })
      expect(await call(name, {})).toMatchObject({ status: 500 })
    },
  )

  test('one that takes longer than its timeout is stopped with 504', async () => {
    expect(await call('slow', {})).toMatchObject({
      status: 504,
      body: { code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' },
    })
  })

  test('one that takes more memory than it has is stopped', async () => {
    expect(await call('greedy', {})).toMatchObject({
      status: 500,
      body: { message: expect.stringMatching(/memory limit of 128 MB/) },
    })
  })

  test('memory outside the heap counts too, and the next call has a process of its own', async () => {
    expect(await call('buffers', { mb: 40 })).toMatchObject({ status: 200 })
    expect(await call('buffers', { mb: 200 })).toMatchObject({
      status: 500,
      body: { message: expect.stringMatching(/memory limit of 128 MB/) },
    })
    expect(await call('buffers', { mb: 1 })).toMatchObject({ status: 200, body: 1024 * 1024 })
  })

  test('a missing function is 404', async () => {
    expect(await call('nobody', {})).toMatchObject({ status: 404, body: { code: 'FUNCTION_NOT_FOUND' } })
    expect(await call('..%2Fwho', {})).toMatchObject({ status: 404 })
  })

  test('more than 100 KB is 413', async () => {
    expect(await call('who', { text: 'x'.repeat(101 * 1024) })).toMatchObject({ status: 413 })
  })

  test.each([['{"a":'], ['[1]'], ['"text"'], ['null']])(
    'a body that is no JSON object is 400: %s',
    async body => {
      const answer = await post(`${cloud.url}/v1/functions/who`, body, bearer(RESIDENT.token))
      expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_PARAM' } })
    },
  )

  test('a function sees its own variables and none of this machine', async () => {
    expect((await call('zoned', {})).body).toEqual({ hour: 8, greeting: '你好' })
  })

  test('a function calls another through the SDK, as nobody in particular', async () => {
    const { body } = await call('asks', { name: 'who' })
    expect(body).toMatchObject({ event: { from: 'asks' } })
    expect(body).not.toHaveProperty('openid')
  })

  test('a failing function is an error for the function that calls it', async () => {
    expect(await call('asks', { name: 'throws' })).toMatchObject({
      status: 500,
      body: { message: expect.stringContaining('算错了') },
    })
    const { code } = await refusalOf(cloud.app.callFunction({ name: 'nobody', data: {} }))
    expect(code).toBe('FUNCTION_NOT_FOUND')
  })

  test('a changed bundle is taken up at the next call', async () => {
    cloud.addFunction('changing', 'exports.main = async () => 1')
    expect((await call('changing', {})).body).toBe(1)
    cloud.addFunction('changing', 'exports.main = async () => "two"')
    expect((await call('changing', {})).body).toBe('two')
  })

  test('the clock of a function is the clock of the console', async () => {
    await post(`${cloud.url}/console/api/clock`, { now: '2026-12-28T01:00:00.000Z' })
    const moved = (await call('who', {})).body
    expect(moved.iso).toMatch(/^2026-12-28T01:00:0/)
    expect(new Date(moved.now).toISOString()).toMatch(/^2026-12-28T01:00:0/)
    expect(moved).toMatchObject({ text: 'string', plain: '1970-01-01T00:00:00.000Z' })
    await post(`${cloud.url}/console/api/clock`, { now: null })
    const { now } = (await call('who', {})).body
    expect(Math.abs(now - Date.now())).toBeLessThan(60_000)
  })
})
