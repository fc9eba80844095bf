import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import type { TestCloud } from '../../localcloud/support/cloud'
import { startTestCloud } from '../../localcloud/support/cloud'

describe('a disk that is full', () => {
  let cloud: TestCloud
  beforeEach(async () => {
    cloud = await startTestCloud({ indexManifest: { things: [{ name: 'n', keys: [['n', 1]] }] } })
  })
  afterEach(() => cloud.close())

  const pages = () => {
    const { page_count }: { page_count: number } = cloud.store.database.prepare('PRAGMA page_count').get()
    return page_count
  }
  const setMostPages = (count: number) => cloud.store.database.exec(`PRAGMA max_page_count = ${count}`)

  test('writes are refused with a sentence, what was acknowledged stays, and with room again all goes on', async () => {
    const things = cloud.app.database().collection('things')
    const stored: string[] = []
    setMostPages(pages() + 20)
    let refusal = { code: '', message: '' }
    for (let n = 0; refusal.code === '' && n < 500; n++) {
      const batch = Array.from({ length: 4 }, (_, part) => ({
        _id: `${n}-${part}`,
        n,
        text: '名'.repeat(1500),
      }))
      const results = await Promise.allSettled(batch.map(document => things.add(document)))
      for (const [part, result] of results.entries()) {
        if (result.status === 'fulfilled') stored.push(`${n}-${part}`)
        else refusal = result.reason
      }
    }
    expect(refusal).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(/磁盘已满.*disk is full/),
    })
    expect(stored.length).toBeGreaterThan(0)
    const ids = async () => (await things.limit(1000).get()).data.map((one: { _id: string }) => one._id)
    expect((await ids()).sort()).toEqual([...stored].sort())
    expect((await things.count()).total).toBe(stored.length)

    setMostPages(1_000_000)
    await things.add({ _id: 'after', n: -1 })
    cloud = await cloud.restart()
    const restarted = cloud.app.database().collection('things')
    expect((await restarted.count()).total).toBe(stored.length + 1)
    expect((await restarted.where({ n: -1 }).get()).data).toHaveLength(1)
  })
})

describe('a data folder that became read-only', () => {
  test('writes are refused with a sentence, reading goes on, nothing is lost', async () => {
    const cloud = await startTestCloud({ indexManifest: { things: [] } })
    try {
      const things = cloud.app.database().collection('things')
      await things.add({ _id: 'a' })
      // A superuser may write anywhere, so the connection itself is made read-only, as SQLite finds such a folder.
      chmodSync(join(cloud.folder, 'data'), 0o555)
      cloud.store.database.exec('PRAGMA query_only = 1')
      await expect(things.add({ _id: 'b' })).rejects.toMatchObject({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringMatching(/数据目录不能写入.*read-only/),
      })
      expect((await things.get()).data).toEqual([{ _id: 'a' }])
      cloud.store.database.exec('PRAGMA query_only = 0')
      chmodSync(join(cloud.folder, 'data'), 0o755)
      await things.add({ _id: 'c' })
      expect((await things.count()).total).toBe(2)
    } finally {
      chmodSync(join(cloud.folder, 'data'), 0o755)
      await cloud.close()
    }
  })
})
