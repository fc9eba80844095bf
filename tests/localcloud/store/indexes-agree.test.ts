import fc from 'fast-check'
import { parseSort } from '../../../localcloud/query/sort'
import type { IndexManifest } from '../../../localcloud/store/manifest'
import { encodeEjson } from '../../../localcloud/values/ejson'
import type { Document, Value } from '../../../localcloud/values/value'
import { openStore } from '../support/memoryStore'

const indexes: IndexManifest[string] = [
  { name: 'a', keys: [['a', 1]] },
  {
    name: 'ab',
    keys: [
      ['a', 1],
      ['b', -1],
    ],
  },
  {
    name: 'b-c',
    keys: [
      ['b', -1],
      ['c', 1],
      ['_id', 1],
    ],
  },
  {
    name: 'tags',
    keys: [
      ['tags', 1],
      ['c', 1],
    ],
  },
  {
    name: 'deep',
    keys: [
      ['deep.x', 1],
      ['b', 1],
    ],
  },
]

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom<Value[]>(
    null,
    Number.NaN,
    1.5,
    '',
    'a',
    'b',
    'a\u0000',
    '公',
    '😀',
    true,
    false,
    new Date(0),
    new Date(1),
  ),
)
const anything: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.record({ x: scalar }),
)
const documents = fc.array(
  fc.record<Document>(
    {
      a: anything,
      b: scalar,
      c: scalar,
      tags: fc.array(scalar, { maxLength: 3 }),
      deep: fc.oneof<fc.Arbitrary<Value>[]>(
        fc.record({ x: anything }),
        fc.array(fc.record({ x: scalar }), { maxLength: 2 }),
        scalar,
      ),
    },
    { requiredKeys: [] },
  ),
  { minLength: 1, maxLength: 25 },
)
const comparable = scalar.filter(value => !(value instanceof RegExp))
const condition: fc.Arbitrary<Value> = fc.oneof(
  anything,
  fc.record({ $gt: comparable }),
  fc.record({ $gte: comparable, $lt: comparable }),
  fc.record({ $lte: comparable }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
)
const field = fc.constantFrom('a', 'b', 'c', 'tags', 'deep.x', '_id')
const query = fc.dictionary(field, condition, { maxKeys: 3 })
const queries = fc.oneof(
  query,
  fc.tuple(query, query).map(parts => ({ $and: parts })),
  fc.tuple(query, query).map(parts => ({ $or: parts })),
)
const sort = fc.uniqueArray(fc.tuple(field, fc.constantFrom(1, -1)), {
  maxLength: 3,
  selector: ([name]) => name,
})

const sentBy = (list: Uint8Array): string[] => JSON.parse(Buffer.from(list).toString())

/** Equal sort keys may come in any order: `_id` at the end makes the order whole. */
function wholeOrder(fields: (string | number)[][]) {
  const order: Document = {}
  for (const [name, direction] of fields) if (name !== '_id') order[String(name)] = direction ?? 1
  return parseSort(fields.length === 0 ? {} : { ...order, _id: 1 })
}

test('with indexes and without, every query finds the same documents in the same order', async () => {
  const engine = await openStore({ plain: [], indexed: indexes })
  const plain = engine.store.collection('plain')
  const indexed = engine.store.collection('indexed')
  try {
    await fc.assert(
      fc.asyncProperty(
        documents,
        queries,
        sort,
        fc.nat(4),
        fc.integer({ min: 1, max: 6 }),
        async (some, where, by, skip, limit) => {
          const named = some.map((document, at) => ({ _id: at % 3 === 0 ? at : `k${at}`, ...document }))
          for (const collection of [plain, indexed]) {
            await engine.documents.remove(collection, {}, true)
            await engine.documents.importDocuments(collection.name, named)
            await engine.documents.modify(collection, {
              query: { b: 1 },
              data: { $set: { a: [7, 1] } },
              merge: true,
              upsert: false,
              multi: true,
            })
            await engine.documents.remove(collection, { c: true }, true)
          }
          const request = { query: where, sort: wholeOrder(by), skip, limit }
          const found = engine.documents.find(plain, request)
          expect(engine.documents.find(indexed, request)).toEqual(found)
          expect(sentBy(engine.documents.list(indexed, request))).toEqual(found.map(encodeEjson))
          expect(sentBy(engine.documents.list(plain, request))).toEqual(found.map(encodeEjson))
          expect(engine.documents.count(indexed, where)).toBe(engine.documents.count(plain, where))
        },
      ),
      { numRuns: 300 },
    )
  } finally {
    engine.close()
  }
})

test('the indexes hold exactly the keys of the documents that are there', async () => {
  const engine = await openStore({ indexed: indexes })
  const collection = engine.store.collection('indexed')
  try {
    await fc.assert(
      fc.asyncProperty(documents, async some => {
        await engine.documents.insert(collection, some)
        await engine.documents.modify(collection, {
          query: {},
          data: { $set: { b: 2 } },
          merge: true,
          upsert: false,
          multi: true,
        })
        await engine.documents.remove(collection, {}, true)
        const left = engine.store.database.prepare('SELECT count(*) AS n FROM entries').get()
        expect({ ...left }).toEqual({ n: 0 })
        expect(collection.documents).toBe(0)
      }),
      { numRuns: 30 },
    )
  } finally {
    engine.close()
  }
})
