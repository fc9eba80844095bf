import type { TestCloud } from '../support/cloud'
import { refusalOf, startTestCloud } from '../support/cloud'

/** Queries and updates as they stand on the wire, past what the SDK would build. */
describe('what is not built is refused by name', () => {
  let cloud: TestCloud
  const raw = () => cloud.app.database().collection('things').options({ raw: true })

  beforeAll(async () => {
    cloud = await startTestCloud({ indexManifest: { things: [] } })
    await cloud.app
      .database()
      .collection('things')
      .add({ _id: 'a', n: 1, list: [1] })
  })
  afterAll(() => cloud.close())

  test.each([
    ['$where', { $where: 'true' }],
    ['$where', { n: { $where: 'true' } }],
    ['$jsonSchema', { $jsonSchema: {} }],
    ['$text', { $text: { $search: 'x' } }],
    ['$near', { n: { $near: [1, 2] } }],
    ['$geoWithin', { n: { $geoWithin: {} } }],
    ['$type', { n: { $type: 'int' } }],
    ['$nonsense', { n: { $nonsense: 1 } }],
    ['$nonsense', { $nonsense: [] }],
    ['$not', { n: { $not: 1 } }],
    ['$in', { n: { $in: 1 } }],
    ['$size', { n: { $size: 1.5 } }],
    ['divisor', { n: { $mod: [0, 1] } }],
    ['$elemMatch', { n: { $elemMatch: 1 } }],
    ['$or', { $or: [] }],
    ['empty field name', { 'n..x': 1 }],
  ])('a query with %s', async (name, query) => {
    const { message } = await refusalOf(raw().where(query).get())
    expect(message).toContain(name)
    const counted = await refusalOf(raw().where(query).count())
    expect(counted.message).toContain(name)
  })

  test.each([
    ['$currentDate', { $currentDate: { n: true } }],
    ['$setOnInsert', { $setOnInsert: { n: 1 } }],
    ['list.$', { $set: { 'list.$': 1 } }],
    ['$[]', { $set: { 'list.$[]': 1 } }],
    ['_id', { $set: { _id: 'b' } }],
    ['$evil', { $set: { $evil: 1 } }],
    ['$evil', { $set: { n: { $evil: 1 } } }],
    ['$push modifier', { $push: { list: { $each: [1], $wrong: 1 } } }],
    ['$pop', { $pop: { list: 2 } }],
    ['n', { n: 2 }],
  ])('an update with %s', async (name, update) => {
    const { message } = await refusalOf(raw().where({ _id: 'a' }).update(update))
    expect(message).toContain(name)
    expect((await cloud.app.database().collection('things').doc('a').get()).data).toEqual([
      { _id: 'a', n: 1, list: [1] },
    ])
  })

  test.each([
    ['repetitions in each other', '^(a+)+$', ''],
    ['the same in any case', '^(A|a)*$', 'i'],
    ['counted repetitions', '^(a{1,30}){1,30}$', ''],
    ['a back-reference', '^(a*)*\\1$', ''],
  ])(
    'a regular expression that backtracks without end, %s, is stopped and disturbs nobody',
    async (_says, pattern, options) => {
      const db = cloud.app.database()
      const text = `${'a'.repeat(40)}!`
      await db
        .collection('things')
        .doc('slow')
        .set({ text, list: [text] })
      for (const query of [
        { text: { $regex: pattern, $options: options } },
        { list: new RegExp(pattern, options) },
      ]) {
        const { code, message } = await refusalOf(raw().where(query).get())
        expect({ code, message }).toEqual({
          code: 'DATABASE_REQUEST_FAILED',
          message: expect.stringMatching(/太慢/),
        })
      }
      const { message } = await refusalOf(
        raw()
          .where({ _id: 'slow', text: { $regex: pattern, $options: options } })
          .update({ $set: { n: 2 } }),
      )
      expect(message).toMatch(/太慢/)
      expect((await db.collection('things').doc('slow').get()).data).toEqual([
        { _id: 'slow', text, list: [text] },
      ])
      await db.collection('things').doc('slow').remove()
    },
  )

  test.each([
    ['a field that starts with $', { $set: 1 }],
    ['an array as _id', { _id: [1] }],
    ['an empty field name', { '': 1 }],
  ])('a document with %s', async (_name, document) => {
    await refusalOf(cloud.app.database().collection('things').add(document))
    expect((await cloud.app.database().collection('things').count()).total).toBe(1)
  })
})
