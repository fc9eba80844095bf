import type { TestCloud } from '../support/cloud'
import { refusalOf, startTestCloud } from '../support/cloud'

describe('orderBy, skip, limit, count, field', () => {
  let cloud: TestCloud
  const things = () => cloud.app.database().collection('things')
  const command = () => cloud.app.database().command
  const ids = (result: { data: { _id: string }[] }) => result.data.map(document => document._id)

  beforeAll(async () => {
    cloud = await startTestCloud({ indexManifest: { things: [], many: [] } })
    await things().add([
      { _id: 'number', v: 2, deep: { a: 1, b: [{ c: 1, d: 2 }] }, list: [1, 2, 3, 4] },
      { _id: 'text', v: 'b' },
      { _id: 'null', v: null },
      { _id: 'missing' },
      { _id: 'nan', v: Number.NaN },
      { _id: 'false', v: false },
      { _id: 'object', v: { a: 1 } },
      { _id: 'array', v: [1, 'z'] },
      { _id: 'empty', v: [] },
      { _id: 'date', v: new Date('2026-10-08T00:00:00.000Z') },
    ])
    await cloud.importDocuments(
      'many',
      Array.from({ length: 1200 }, (_, n) => ({ _id: `m${n}`, n })),
    )
  })
  afterAll(() => cloud.close())

  test('ascending order goes by type: an empty array, null and missing, numbers, text, objects, booleans, dates', async () => {
    expect(ids(await things().orderBy('v', 'asc').get())).toEqual([
      'empty',
      'null',
      'missing',
      'nan',
      'array',
      'number',
      'text',
      'object',
      'false',
      'date',
    ])
  })

  test('descending order takes the largest element of an array', async () => {
    expect(ids(await things().orderBy('v', 'desc').get())).toEqual([
      'date',
      'false',
      'object',
      'array',
      'text',
      'number',
      'nan',
      'null',
      'missing',
      'empty',
    ])
  })

  test('without an order documents come as they were inserted', async () => {
    expect(ids(await things().get()).slice(0, 3)).toEqual(['number', 'text', 'null'])
  })

  test('a second field orders what is equal in the first', async () => {
    const sorted = await cloud.app
      .database()
      .collection('many')
      .orderBy('even', 'asc')
      .orderBy('n', 'desc')
      .limit(2)
      .get()
    expect(ids(sorted)).toEqual(['m1199', 'm1198'])
  })

  test('skip and limit cut a page', async () => {
    expect(
      ids(await cloud.app.database().collection('many').orderBy('n', 'asc').skip(10).limit(3).get()),
    ).toEqual(['m10', 'm11', 'm12'])
  })

  test('get answers 100 documents unless told, and never more than 1000', async () => {
    const many = cloud.app.database().collection('many')
    expect((await many.get()).data).toHaveLength(100)
    expect((await many.limit(1200).get()).data).toHaveLength(1000)
  })

  test.each([30, 400, 700])(
    'in with a list of %d finds every one of them, in the order asked for',
    async size => {
      const wanted = Array.from({ length: size }, (_, n) => `m${n * 7 + 3}`)
      const there = wanted.filter(id => Number(id.slice(1)) < 1200)
      const many = cloud.app.database().collection('many')
      const { data } = await many
        .where({ _id: command().in(wanted) })
        .orderBy('n', 'desc')
        .limit(1000)
        .get()
      expect(data.map(({ _id }) => _id)).toEqual([...there].reverse())
      expect((await many.where({ _id: command().in(wanted) }).count()).total).toBe(there.length)
    },
  )

  test('an aggregation without a limit gives 20 documents, as in the cloud; with one, what it says', async () => {
    const many = cloud.app.database().collection('many')
    expect((await many.aggregate().sort({ n: 1 }).end()).data).toHaveLength(20)
    expect((await many.aggregate().sort({ n: 1 }).limit(1100).end()).data).toHaveLength(1100)
    expect((await many.aggregate().count('all').end()).data).toEqual([{ all: 1200 }])
  })

  test('count counts all that meet the query', async () => {
    const many = cloud.app.database().collection('many')
    expect((await many.count()).total).toBe(1200)
    expect((await many.where({ n: command().lt(7) }).count()).total).toBe(7)
  })

  test('a document by its id is a list of one, or of none', async () => {
    expect((await things().doc('text').get()).data).toEqual([{ _id: 'text', v: 'b' }])
    expect((await things().doc('nobody').get()).data).toEqual([])
  })

  test('field keeps what is 1, and _id', async () => {
    const { data } = await things().doc('number').field({ v: true }).get()
    expect(data).toEqual([{ _id: 'number', v: 2 }])
  })

  test('field leaves out what is 0, below arrays too', async () => {
    const { data } = await things().doc('number').field({ v: false, 'deep.b.c': false, list: false }).get()
    expect(data).toEqual([{ _id: 'number', deep: { a: 1, b: [{ d: 2 }] } }])
  })

  test('field keeps a path below arrays', async () => {
    const { data } = await things().doc('number').field({ _id: false, 'deep.b.d': true }).get()
    expect(data).toEqual([{ deep: { b: [{ d: 2 }] } }])
  })

  test('project.slice and project.elemMatch cut arrays', async () => {
    const { project } = command()
    const sliced = await things()
      .doc('number')
      .field({ list: project.slice([1, 2]), deep: false, v: false })
      .get()
    expect(sliced.data).toEqual([{ _id: 'number', list: [2, 3] }])
    const matched = await things()
      .doc('number')
      .field({ 'deep.b': project.elemMatch({ c: 1 }) })
      .get()
    expect(matched.data).toEqual([{ _id: 'number', deep: { b: [{ c: 1, d: 2 }] } }])
  })

  test('keeping and leaving out at once is refused', async () => {
    const { message } = await refusalOf(things().field({ v: true, list: false }).get())
    expect(message).toMatch(/mix of inclusion and exclusion/)
  })

  test('a collection that is missing is refused by its code', async () => {
    const { code } = await refusalOf(cloud.app.database().collection('nowhere').get())
    expect(code).toBe('DATABASE_COLLECTION_NOT_EXIST')
  })
})
