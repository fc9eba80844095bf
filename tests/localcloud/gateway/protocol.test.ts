import { request } from 'node:http'
import type { TestCloud } from '../support/cloud'
import { startTestCloud } from '../support/cloud'
import { get } from '../support/http'
import { signedPost } from '../support/signedRequest'

const find = { action: 'database.getDocument', collectionName: 'things', query: '{}' }

describe('POST /admin', () => {
  let cloud: TestCloud
  const admin = (params: Record<string, unknown>) => signedPost(cloud.url, params)

  beforeAll(async () => {
    cloud = await startTestCloud({ indexManifest: { things: [] } })
    await cloud.app.database().collection('things').add({ _id: 'a', n: 1 })
  })
  afterAll(() => cloud.close())

  test('a signed request is answered with its id', async () => {
    const { status, body } = await admin(find)
    expect(status).toBe(200)
    expect(body).toMatchObject({ requestId: expect.any(String), data: { list: ['{"_id":"a","n":1}'] } })
  })

  test.each([
    ['another key', { secretKey: 'guessed' }, /does not match/],
    ['another id', { secretId: 'guessed' }, /unknown secretId/],
    ['an old signature', { timestamp: Math.floor(Date.now() / 1000) - 700 }, /expired/],
    ['a signature of the future', { timestamp: Math.floor(Date.now() / 1000) + 700 }, /expired/],
    ['a parameter that was changed', { tampered: { query: '{"n":2}' } }, /does not match/],
    ['a parameter that was slipped in', { unsigned: { limit: 1 } }, /limit is not signed/],
  ])('%s is refused', async (_says, changes, because) => {
    const { status, body } = await signedPost(cloud.url, find, changes)
    expect({ status, ...body }).toMatchObject({
      status: 200,
      code: 'SIGN_PARAM_INVALID',
      message: expect.stringMatching(because),
      requestId: expect.any(String),
    })
  })

  test('two parameters of one name, once it is written as it is signed, are refused', async () => {
    const { body } = await admin({ ...find, LIMIT: 1, limit: 1 })
    expect(body).toMatchObject({ code: 'SIGN_PARAM_INVALID', message: expect.stringMatching(/one name/) })
  })

  test('no signature at all is refused', async () => {
    const response = await fetch(`${cloud.url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(find),
    })
    expect(await response.json()).toMatchObject({ code: 'SIGN_PARAM_INVALID' })
  })

  test.each([
    ['an unknown action', { action: 'database.dropEverything' }, 'INVALID_ACTION'],
    [
      'an action of a product that is not here',
      { action: 'auth.getUserInfoForAdmin', uuid: 'x' },
      'INVALID_ACTION',
    ],
    ['no collection', { action: 'database.getDocument' }, 'INVALID_PARAM'],
    ['a collection name that is none', { ...find, collectionName: '../things' }, 'INVALID_PARAM'],
    ['another environment', { ...find, envName: 'production' }, 'INVALID_ENV'],
    ['a query that is no text', { ...find, query: { n: 1 } }, 'INVALID_PARAM'],
    ['a query that is a list', { ...find, query: '[]' }, 'INVALID_PARAM'],
    ['broken EJSON', { ...find, query: '{"n":' }, 'INVALID_PARAM'],
    ['a number that is none', { ...find, query: '{"n":{"$numberInt":"x"}}' }, 'INVALID_PARAM'],
    ['a date that is none', { ...find, query: '{"n":{"$date":"yesterday"}}' }, 'INVALID_PARAM'],
    ['an ObjectId that is none', { ...find, query: '{"n":{"$oid":"1"}}' }, 'INVALID_PARAM'],
    [
      'a regular expression that is none',
      { ...find, query: '{"n":{"$regularExpression":{"pattern":"(","options":""}}}' },
      'INVALID_PARAM',
    ],
    [
      'the option g of a regular expression',
      { ...find, query: '{"n":{"$regularExpression":{"pattern":"a","options":"g"}}}' },
      'INVALID_PARAM',
    ],
    ['__proto__', { ...find, query: '{"__proto__":{"n":1}}' }, 'INVALID_PARAM'],
    ['an escaped __proto__', { ...find, query: '{"__pr\\u006fto__":{"n":1}}' }, 'INVALID_PARAM'],
    ['a path through __proto__', { ...find, query: '{"__proto__.n":1}' }, 'INVALID_PARAM'],
    ['$where', { ...find, query: '{"$where":"sleep(1000)"}' }, 'INVALID_PARAM'],
    ['a decimal', { ...find, query: '{"n":{"$numberDecimal":"1"}}' }, 'DATABASE_INVALID_OPERRATOR'],
    [
      'binary data',
      { ...find, query: '{"n":{"$binary":{"base64":"","subType":"00"}}}' },
      'DATABASE_INVALID_OPERRATOR',
    ],
    ['a negative limit', { ...find, limit: -1 }, 'INVALID_PARAM'],
    ['an order that is none', { ...find, order: '{"n":2}' }, 'INVALID_PARAM'],
    [
      'a nesting without end',
      { ...find, query: `${'{"a":'.repeat(500)}1${'}'.repeat(500)}` },
      'INVALID_PARAM',
    ],
    ['a transaction that never was', { ...find, transactionId: 'x' }, 'DATABASE_TRANSACTION_FAIL'],
    [
      'an upsert with operators',
      {
        action: 'database.modifyDocument',
        collectionName: 'things',
        query: '{}',
        data: '{"$set":{"n":1}}',
        merge: true,
        upsert: true,
      },
      'INVALID_PARAM',
    ],
    [
      'a function that is missing',
      { action: 'functions.invokeFunction', function_name: 'nobody' },
      'FUNCTION_NOT_FOUND',
    ],
    [
      'an event of more than 100 KB',
      {
        action: 'functions.invokeFunction',
        function_name: 'nobody',
        request_data: JSON.stringify('x'.repeat(102_500)),
      },
      'EXCEED_MAX_PAYLOAD_SIZE',
    ],
  ])('%s is refused in the form of the SDK', async (_says, params, code) => {
    const { status, body } = await admin(params)
    expect({ status, ...body }).toMatchObject({
      status: 200,
      code,
      message: expect.any(String),
      requestId: expect.any(String),
    })
  })

  test('a body of more than 16 MB is refused and not read to the end of memory', async () => {
    const response = await fetch(`${cloud.url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(17 * 1024 * 1024),
    })
    expect(await response.json()).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' })
  })

  test.each(['', 'null', '[]', '1', '{', '\u0000'])('the body %j is refused', async body => {
    const response = await fetch(`${cloud.url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' })
  })

  test('a broken form is refused', async () => {
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
      const response = await fetch(`${cloud.url}/admin`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: '--x\r\nnonsense\r\n--x--',
      })
      expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' })
    }
  })

  test('under another name than 127.0.0.1 or localhost nobody is let in', async () => {
    const { port } = new URL(cloud.url)
    const status = await new Promise(resolve => {
      request(
        { host: '127.0.0.1', port, path: '/console/api/personas', headers: { host: 'evil.example' } },
        response => {
          response.resume()
          resolve(response.statusCode)
        },
      ).end()
    })
    expect(status).toBe(403)
  })

  test('after all of it the data are what they were', async () => {
    expect((await cloud.app.database().collection('things').get()).data).toEqual([{ _id: 'a', n: 1 }])
    expect((await get(`${cloud.url}/console/api/collections`)).body).toHaveLength(1)
  })
})
