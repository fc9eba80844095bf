import type { TestCloud } from '../support/cloud'
import { refusalOf, startTestCloud } from '../support/cloud'

describe('startTransaction, runTransaction', () => {
  let cloud: TestCloud
  const db = () => cloud.app.database()
  const stock = async (id: string) => (await db().collection('stock').doc(id).get()).data[0]

  beforeEach(async () => {
    cloud = await startTestCloud({
      indexManifest: {
        stock: [
          { name: 'n', keys: [['n', 1]] },
          { name: 'code', keys: [['code', 1]], unique: true },
        ],
      },
    })
    await db()
      .collection('stock')
      .add([
        { _id: 'a', n: 1, code: 'a' },
        { _id: 'b', n: 2, code: 'b' },
      ])
  })
  afterEach(() => cloud.close())

  test('all writes become visible together, at the commit', async () => {
    const transaction = await db().startTransaction()
    await transaction.collection('stock').doc('a').update({ n: 10 })
    await transaction.collection('stock').doc('b').update({ n: 20 })
    expect(await stock('a')).toMatchObject({ n: 1 })
    await transaction.commit()
    expect([await stock('a'), await stock('b')]).toMatchObject([{ n: 10 }, { n: 20 }])
  })

  test('a rollback leaves nothing', async () => {
    const transaction = await db().startTransaction()
    await transaction.collection('stock').doc('a').update({ n: 10 })
    await transaction.collection('stock').add({ _id: 'c', n: 3, code: 'c' })
    await transaction.collection('stock').doc('b').remove()
    await transaction.rollback()
    expect(await stock('a')).toMatchObject({ n: 1 })
    expect(await stock('b')).toMatchObject({ n: 2 })
    expect(await stock('c')).toBeUndefined()
  })

  test('it reads its own writes, by id and by query and in order', async () => {
    const transaction = await db().startTransaction()
    const own = transaction.collection('stock')
    await own.doc('a').update({ n: 10 })
    await own.add({ _id: 'c', n: 3, code: 'c' })
    await own.doc('b').remove()
    expect((await own.doc('a').get()).data).toMatchObject({ n: 10 })
    expect((await own.doc('b').get()).data).toBeNull()
    const listed = await own
      .where({ n: db().command.gt(0) })
      .orderBy('n', 'asc')
      .get()
    expect(listed.data.map((one: { _id: string }) => one._id)).toEqual(['c', 'a'])
    await transaction.rollback()
  })

  test('its snapshot starts with its first operation', async () => {
    const transaction = await db().startTransaction()
    await db().collection('stock').doc('a').update({ n: 5 })
    expect((await transaction.collection('stock').doc('a').get()).data).toMatchObject({ n: 5 })
    await db().collection('stock').doc('b').update({ n: 6 })
    expect((await transaction.collection('stock').doc('b').get()).data).toMatchObject({ n: 2 })
    await transaction.rollback()
  })

  test('the second writer of a document loses at the write', async () => {
    const first = await db().startTransaction()
    const second = await db().startTransaction()
    await first.collection('stock').doc('a').update({ n: 10 })
    const { code } = await refusalOf(second.collection('stock').doc('a').update({ n: 11 }))
    expect(code).toBe('DATABASE_TRANSACTION_CONFLICT')
    await first.commit()
    expect(await stock('a')).toMatchObject({ n: 10 })
  })

  test('a document changed since the snapshot cannot be written', async () => {
    const transaction = await db().startTransaction()
    await transaction.collection('stock').doc('b').get()
    await db().collection('stock').doc('a').update({ n: 7 })
    const { code } = await refusalOf(transaction.collection('stock').doc('a').update({ n: 8 }))
    expect(code).toBe('DATABASE_TRANSACTION_CONFLICT')
  })

  test('a write outside waits for the transaction that holds the document', async () => {
    const transaction = await db().startTransaction()
    await transaction.collection('stock').doc('a').update({ n: 10 })
    const outside = db()
      .collection('stock')
      .doc('a')
      .update({ n: db().command.inc(1) })
    await transaction.commit()
    await outside
    expect(await stock('a')).toMatchObject({ n: 11 })
  })

  test('a taken unique key is refused inside too, and nothing of it stays', async () => {
    const transaction = await db().startTransaction()
    await transaction.collection('stock').doc('a').update({ n: 10 })
    const { message } = await refusalOf(transaction.collection('stock').add({ _id: 'c', code: 'b' }))
    expect(message).toMatch(/E11000/)
    expect(await stock('a')).toMatchObject({ n: 1 })
  })

  test('a finished transaction is gone', async () => {
    const transaction = await db().startTransaction()
    await transaction.commit()
    const late = transaction.collection('stock').doc('a').update({ n: 10 })
    expect((await refusalOf(late)).code).toBe('DATABASE_TRANSACTION_FAIL')
    expect((await refusalOf(transaction.rollback())).code).toBe('DATABASE_TRANSACTION_FAIL')
  })

  test('committed twice at once, it is applied once', async () => {
    const transaction = await db().startTransaction()
    await transaction
      .collection('stock')
      .doc('a')
      .update({ n: db().command.inc(1) })
    const results = await Promise.allSettled([transaction.commit(), transaction.commit()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await stock('a')).toMatchObject({ n: 2 })
  })

  test('where().update() inside a transaction runs outside it and survives the rollback (the SDK sends no id)', async () => {
    const transaction = await db().startTransaction()
    await transaction.collection('stock').where({ _id: 'a' }).update({ n: 99 })
    await transaction.rollback()
    expect(await stock('a')).toMatchObject({ n: 99 })
  })

  test('runTransaction commits what its callback did and hands on its answer', async () => {
    const moved = await db().runTransaction(async (transaction: Awaited<ReturnType<typeof startOne>>) => {
      const { data } = await transaction.collection('stock').doc('a').get()
      await transaction
        .collection('stock')
        .doc('b')
        .update({ n: data.n + 2 })
      return 'moved'
    })
    expect(moved).toBe('moved')
    expect(await stock('b')).toMatchObject({ n: 3 })
  })

  test('runTransaction rolls back when its callback throws', async () => {
    const failing = db().runTransaction(async (transaction: Awaited<ReturnType<typeof startOne>>) => {
      await transaction.collection('stock').doc('a').update({ n: 10 })
      throw new Error('thought better of it')
    })
    await expect(failing).rejects.toThrow('thought better of it')
    expect(await stock('a')).toMatchObject({ n: 1 })
  })

  const startOne = () => db().startTransaction()
})

describe('the 30 seconds of a transaction', () => {
  test('an older one is gone and its locks with it', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'Date', 'performance', 'queueMicrotask'] })
    const cloud = await startTestCloud({ indexManifest: { stock: [] } })
    try {
      const db = cloud.app.database()
      await db.collection('stock').add({ _id: 'a', n: 1 })
      const transaction = await db.startTransaction()
      await transaction.collection('stock').doc('a').update({ n: 2 })
      jest.advanceTimersByTime(30_000)
      expect((await refusalOf(transaction.commit())).code).toBe('DATABASE_TRANSACTION_FAIL')
      await db.collection('stock').doc('a').update({ n: 3 })
      expect((await db.collection('stock').doc('a').get()).data).toEqual([{ _id: 'a', n: 3 }])
    } finally {
      jest.useRealTimers()
      await cloud.close()
    }
  })
})
