import type { TestCloud } from '../support/cloud'
import { refusalOf, startTestCloud } from '../support/cloud'

describe('add, set, update, remove, updateAndReturn', () => {
  let cloud: TestCloud
  const db = () => cloud.app.database()
  const things = () => db().collection('things')

  beforeEach(async () => {
    cloud = await startTestCloud({
      indexManifest: { things: [{ name: 'code', keys: [['code', 1]], unique: true }] },
    })
  })
  afterEach(() => cloud.close())

  test('add gives an id and the values come back as they were', async () => {
    const document = {
      text: '公示',
      whole: 7,
      large: 1795313971750,
      fraction: 0.1,
      nan: Number.NaN,
      yes: true,
      nothing: null,
      at: new Date('2026-10-08T01:00:00.000Z'),
      early: new Date('1949-10-01T00:00:00.000Z'),
      list: [1, [2], { three: 3 }],
      pattern: /公示/i,
      deep: { er: {} },
      code: 'c1',
    }
    const { id } = await things().add(document)
    if (typeof id !== 'string') throw new Error('no id')
    const { data } = await things().doc(id).get()
    expect(data[0]).toMatchObject({ ...document, pattern: expect.anything(), _id: id })
    expect(Object.keys(data[0])).toEqual(['_id', ...Object.keys(document)])
  })

  test('a field that is undefined is not stored', async () => {
    await things().add({ _id: 'a', code: '1', gone: undefined })
    expect((await things().doc('a').get()).data).toEqual([{ _id: 'a', code: '1' }])
  })

  test('a server date is the time of the gateway, an offset added', async () => {
    const before = Date.now()
    await things().add({
      _id: 'a',
      code: '1',
      at: db().serverDate(),
      later: db().serverDate({ offset: 3600_000 }),
    })
    const { at, later } = (await things().doc('a').get()).data[0]
    expect(at.getTime()).toBeGreaterThanOrEqual(before)
    expect(at.getTime()).toBeLessThanOrEqual(Date.now())
    expect(later.getTime() - at.getTime()).toBe(3600_000)
  })

  test('an id that is taken is refused as a duplicate key', async () => {
    await things().add({ _id: 'a', code: '1' })
    const { message } = await refusalOf(things().add({ _id: 'a', code: '2' }))
    expect(message).toMatch(/E11000 duplicate key/)
  })

  test('a key of a unique index that is taken is refused, on add and on update', async () => {
    await things().add([
      { _id: 'a', code: '1' },
      { _id: 'b', code: '2' },
    ])
    expect((await refusalOf(things().add({ _id: 'c', code: '1' }))).message).toMatch(/E11000.*index: code/)
    expect((await refusalOf(things().doc('b').update({ code: '1' }))).message).toMatch(/E11000/)
    await things().doc('b').update({ code: '2', note: 'its own key is not in its way' })
  })

  test('of several documents those before a duplicate stay (ordered insert)', async () => {
    await refusalOf(
      things().add([
        { _id: 'a', code: '1' },
        { _id: 'b', code: '1' },
        { _id: 'c', code: '3' },
      ]),
    )
    expect((await things().get()).data.map((one: { _id: string }) => one._id)).toEqual(['a'])
  })

  test('set makes a missing document and replaces one that is there', async () => {
    const made = await things().doc('a').set({ code: '1', x: 1 })
    expect(made).toMatchObject({ updated: 0, upsertedId: 'a' })
    const replaced = await things().doc('a').set({ code: '2' })
    expect(replaced).toMatchObject({ updated: 1 })
    expect((await things().doc('a').get()).data).toEqual([{ _id: 'a', code: '2' }])
  })

  test('update of a missing document changes nothing and makes nothing', async () => {
    expect(await things().doc('a').update({ x: 1 })).toMatchObject({ updated: 0 })
    expect((await things().count()).total).toBe(0)
  })

  test('where().update changes all and counts those that changed', async () => {
    await things().add([
      { code: '1', n: 1 },
      { code: '2', n: 2 },
      { code: '3', n: 2 },
    ])
    expect(
      await things()
        .where({ n: db().command.gt(0) })
        .update({ n: 2 }),
    ).toMatchObject({ updated: 1 })
  })

  test('a conditional update is one step: of two at once one wins', async () => {
    await things().add({ _id: 'a', code: '1', version: 1 })
    const tries = Array.from({ length: 8 }, () =>
      things().where({ _id: 'a', version: 1 }).update({ version: 2 }),
    )
    const updated = (await Promise.all(tries)).map(result => result.updated)
    expect(updated.filter(count => count === 1)).toHaveLength(1)
  })

  test('concurrent increments are all counted', async () => {
    await things().add({ _id: 'a', code: '1', n: 0 })
    await Promise.all(
      Array.from({ length: 20 }, () =>
        things()
          .doc('a')
          .update({ n: db().command.inc(1) }),
      ),
    )
    expect((await things().doc('a').get()).data[0].n).toBe(20)
  })

  test('updateAndReturn answers the document as it stands now', async () => {
    await things().add({ _id: 'a', code: '1', n: 1 })
    const result = await things()
      .where({ _id: 'a' })
      .updateAndReturn({ n: db().command.inc(1) })
    expect(result).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2 } })
    const none = await things().where({ _id: 'b' }).updateAndReturn({ n: 1 })
    expect(none.updated).toBe(0)
  })

  test('remove takes one or all', async () => {
    await things().add([
      { _id: 'a', code: '1' },
      { _id: 'b', code: '2', n: 1 },
      { _id: 'c', code: '3', n: 1 },
    ])
    expect(await things().doc('a').remove()).toMatchObject({ deleted: 1 })
    expect(await things().where({ n: 1 }).remove()).toMatchObject({ deleted: 2 })
    expect((await things().count()).total).toBe(0)
  })

  test('two fields with arrays in one index are refused ("parallel arrays")', async () => {
    const other = await startTestCloud({
      indexManifest: {
        t: [
          {
            name: 'ab',
            keys: [
              ['a', 1],
              ['b', 1],
            ],
          },
        ],
      },
    })
    try {
      const { message } = await refusalOf(
        other.app
          .database()
          .collection('t')
          .add({ a: [1, 2], b: [3, 4] }),
      )
      expect(message).toMatch(/parallel arrays/)
    } finally {
      await other.close()
    }
  })

  test('createCollection makes one, once', async () => {
    await db().createCollection('fresh')
    expect((await db().collection('fresh').count()).total).toBe(0)
    expect((await refusalOf(db().createCollection('fresh'))).code).toBe('DATABASE_COLLECTION_ALREADY_EXIST')
  })
})
