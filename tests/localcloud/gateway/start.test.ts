import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../../localcloud/store/openDatabase'
import type { TestCloud } from '../support/cloud'
import { startTestCloud } from '../support/cloud'
import { get, post } from '../support/http'

describe('starting and stopping', () => {
  let cloud: TestCloud
  beforeEach(async () => {
    cloud = await startTestCloud({ indexManifest: { things: [{ name: 'n', keys: [['n', 1]] }] } })
  })
  afterEach(() => cloud.close())

  test('data, indexes and the clock stay across a restart', async () => {
    await cloud.app
      .database()
      .collection('things')
      .add({ _id: 'a', n: [1, 2] })
    await cloud.setClock(Date.parse('2026-12-28T01:00:00.000Z'))
    cloud = await cloud.restart()
    expect((await cloud.app.database().collection('things').where({ n: 2 }).get()).data).toEqual([
      { _id: 'a', n: [1, 2] },
    ])
    expect((await get(`${cloud.url}/console/api/clock`)).body.now).toMatch(/^2026-12-28T01:/)
  })

  test('an index that is new in the manifest is built over what is there, one that is gone is dropped', async () => {
    await cloud.app
      .database()
      .collection('things')
      .add([
        { _id: 'a', m: 1 },
        { _id: 'b', m: 2 },
      ])
    cloud = await cloud.restart({ indexManifest: { things: [{ name: 'm', keys: [['m', -1]] }] } })
    const { body } = await get(`${cloud.url}/console/api/collections`)
    expect(body).toEqual([
      { name: 'things', documents: 2, indexes: [{ name: 'm', keys: [['m', -1]], unique: false }] },
    ])
    expect((await cloud.app.database().collection('things').where({ m: 2 }).get()).data).toHaveLength(1)
  })

  test('a second one on the same folder is refused with a sentence', () => {
    expect(() => openDatabase(join(cloud.folder, 'data'))).toThrow(
      /正被另一个 localcloud 使用.*in use by another localcloud/,
    )
  })

  test('a second timer of one function is refused with a sentence, as the platform refuses it', async () => {
    const file = join(cloud.folder, 'two-timers.json')
    const timer = (name: string) => ({ name, type: 'timer', config: '0 * * * * * *' })
    writeFileSync(
      file,
      JSON.stringify({ functions: [{ name: 'clock', triggers: [timer('one'), timer('two')] }] }),
    )
    await expect(startTestCloud({ cloudbaserc: file })).rejects.toThrow(/一个云函数只能有一个定时触发器/)
  })

  test('a second process on the same folder is refused with a sentence', () => {
    const cli = join(__dirname, '../../../localcloud/cli.ts')
    const indexes = join(cloud.folder, 'indexes.json')
    writeFileSync(indexes, '{}')
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', cli, '--data', join(cloud.folder, 'data'), '--port', '0', '--indexes', indexes],
      { encoding: 'utf8' },
    )
    expect(run.status).toBe(1)
    expect(run.stderr).toMatch(/没有启动.*正被另一个 localcloud 使用/)
  })

  test.each([
    ['another address', ['--host', '0.0.0.0'], /只能在本机地址 127\.0\.0\.1 上运行/],
    ['a port that is none', ['--port', 'x'], /端口要是 0 到 65535 的整数/],
    ['an option that is none', ['--nonsense'], /没有启动/],
  ])('%s is refused with a sentence', (_says, given, because) => {
    const cli = join(__dirname, '../../../localcloud/cli.ts')
    const run = spawnSync(process.execPath, ['--import', 'tsx', cli, ...given], { encoding: 'utf8' })
    expect(run.status).toBe(1)
    expect(run.stderr).toMatch(because)
  })

  test('a port that is taken is a sentence', async () => {
    const { port } = new URL(cloud.url)
    await expect(startTestCloud({ port: Number(port) })).rejects.toThrow(`端口 ${port} 已被占用`)
  })

  test('a manifest or a deployment that cannot be read is a sentence', async () => {
    const broken = join(cloud.folder, 'broken.json')
    writeFileSync(broken, '{"things": [{"name": 1}]}')
    await expect(startTestCloud({ indexManifest: broken })).rejects.toThrow(/索引清单/)
    writeFileSync(broken, JSON.stringify({ functions: [{ name: 'a', timeout: 90 }] }))
    await expect(startTestCloud({ cloudbaserc: broken })).rejects.toThrow(/部署配置/)
    writeFileSync(
      broken,
      JSON.stringify({
        functions: [
          {
            name: 'a',
            triggers: [1, 2].map(name => ({ name: `${name}`, type: 'timer', config: '0 * * * * * *' })),
          },
        ],
      }),
    )
    await expect(startTestCloud({ cloudbaserc: broken })).rejects.toThrow(/部署配置/)
  })

  test('a folder that cannot be made is a sentence', () => {
    const file = join(cloud.folder, 'file')
    writeFileSync(file, '')
    expect(() => openDatabase(join(file, 'data'))).toThrow(/数据目录不能写入/)
  })

  test('the web app is served with its types, its routes lead to index.html, and nothing outside is given', async () => {
    const h5 = join(cloud.folder, 'h5')
    mkdirSync(join(h5, 'js'), { recursive: true })
    writeFileSync(join(h5, 'index.html'), '<!doctype html><title>阳光公示</title>')
    writeFileSync(join(h5, 'js', 'app.0123abcd.js'), `console.log("${'x'.repeat(2000)}")`)
    const page = await fetch(`${cloud.url}/`)
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ])
    expect(await (await fetch(`${cloud.url}/pages/notice/index?id=1`)).text()).toContain('阳光公示')
    const script = await fetch(`${cloud.url}/js/app.0123abcd.js`)
    expect(script.headers.get('content-encoding')).toBe('gzip')
    expect(script.headers.get('cache-control')).toMatch(/immutable/)
    expect(await script.text()).toContain('xxx')
    const again = await fetch(`${cloud.url}/js/app.0123abcd.js`, {
      headers: { 'if-none-match': script.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    expect((await fetch(`${cloud.url}/js/missing.js`)).status).toBe(404)
    expect((await fetch(`${cloud.url}/..%2f..%2fdata/localcloud.db`)).status).toBe(404)
    expect((await fetch(`${cloud.url}/%2e%2e/data/localcloud.db`)).status).toBe(404)
    expect((await fetch(`${cloud.url}/`, { method: 'POST' })).status).toBe(405)
  })

  test('a query that reads a whole collection is named with the index it lacks', async () => {
    await cloud.importDocuments(
      'things',
      Array.from({ length: 200 }, (_, n) => ({ _id: n, n, unit: `v${n % 7}`, at: n })),
    )
    const things = cloud.app.database().collection('things')
    await things.where({ n: 3 }).get()
    expect((await get(`${cloud.url}/console/api/warnings`)).body).toEqual([])
    await things.where({ unit: 'v1' }).orderBy('at', 'desc').get()
    await things.where({ unit: 'v2' }).orderBy('at', 'desc').get()
    const { body } = await get(`${cloud.url}/console/api/warnings`)
    expect(body).toHaveLength(1)
    expect(body[0]).toMatch(/things.*unit.*\[\["unit",1\],\["at",-1\]\]/)
  })

  describe('a query without its index is named too', () => {
    const warned = async () => (await get(`${cloud.url}/console/api/warnings`)).body
    beforeEach(() =>
      cloud.importDocuments(
        'things',
        Array.from({ length: 200 }, (_, n) => ({ _id: `t${n}`, n, unit: `v${n % 7}`, at: n })),
      ),
    )

    test('inside a transaction', async () => {
      const transaction = await cloud.app.database().startTransaction()
      await transaction.collection('things').doc('t1').get()
      expect(await warned()).toEqual([])
      await transaction.collection('things').where({ unit: 'v1' }).get()
      await transaction.rollback()
      expect(await warned()).toEqual([expect.stringMatching(/things.*unit.*\[\["unit",1\]\]/)])
    })

    test('inside a transaction that has written before it reads', async () => {
      const transaction = await cloud.app.database().startTransaction()
      await transaction.collection('things').doc('t1').update({ at: 0 })
      await transaction.collection('things').where({ unit: 'v1' }).get()
      await transaction.rollback()
      expect(await warned()).toEqual([expect.stringMatching(/things.*\[\["unit",1\]\]/)])
    })

    test('at the head of an aggregation', async () => {
      const things = cloud.app.database().collection('things')
      await things.aggregate().match({ n: 3 }).group({ _id: '$unit' }).end()
      expect(await warned()).toEqual([])
      await things.aggregate().match({ unit: 'v1' }).sort({ at: -1 }).limit(3).end()
      expect(await warned()).toEqual([expect.stringMatching(/things.*\[\["unit",1\],\["at",-1\]\]/)])
      await things.aggregate().sort({ at: 1 }).limit(3).end()
      expect(await warned()).toHaveLength(2)
    })

    test('when it is counted, changed or removed by', async () => {
      const things = cloud.app.database().collection('things')
      await things.where({ unit: 'v1' }).count()
      await things.where({ at: 7 }).update({ seen: true })
      await things.where({ unit: 'v9', at: 7 }).remove()
      expect(await warned()).toHaveLength(3)
    })
  })

  test('documents come in and go out by the console, with their types', async () => {
    const documents = [{ _id: 'a', at: { $date: '2026-10-08T01:00:00.000Z' }, list: [1] }, { _id: 'b' }]
    const imported = await post(`${cloud.url}/console/api/import`, { collection: 'fresh', documents })
    expect(imported.body).toEqual({ imported: 2 })
    const { data } = await cloud.app.database().collection('fresh').doc('a').get()
    expect(data).toEqual([{ _id: 'a', at: new Date('2026-10-08T01:00:00.000Z'), list: [1] }])
    await post(`${cloud.url}/console/api/import`, { collection: 'fresh', documents: [{ _id: 'b', n: 1 }] })
    const { body } = await get(
      `${cloud.url}/console/api/export?collection=fresh&query=${encodeURIComponent('{"_id":"b"}')}`,
    )
    expect(body).toMatchObject({ total: 1, documents: [{ _id: 'b', n: 1 }] })
  })

  test('another site’s page cannot write through the console', async () => {
    const response = await fetch(`${cloud.url}/console/api/import`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ collection: 'things', documents: [{ _id: 'evil' }] }),
    })
    expect(response.status).toBe(400)
    expect((await cloud.app.database().collection('things').count()).total).toBe(0)
  })

  test('a failing database is a clear error, and none after it', async () => {
    const things = cloud.app.database().collection('things')
    await post(`${cloud.url}/console/api/database/fault`, { message: '数据库暂时不可用' })
    await expect(things.get()).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('暂时不可用'),
    })
    await post(`${cloud.url}/console/api/database/fault`, { message: null })
    expect((await things.get()).data).toEqual([])
  })
})
