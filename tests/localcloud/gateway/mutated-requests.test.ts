import fc from 'fast-check'
import type { TestCloud } from '../support/cloud'
import { startTestCloud } from '../support/cloud'
import { signedPost } from '../support/signedRequest'

/** Requests as the SDK sends them. */
const recorded: Record<string, unknown>[] = [
  {
    action: 'database.getDocument',
    collectionName: 'kept',
    queryType: 'WHERE',
    query: '{"n":{"$gt":{"$numberInt":"1"}},"tags":{"$in":["a"]}}',
    order: '{"n":{"$numberInt":"-1"}}',
    limit: 100,
    offset: 0,
    projection: '{"n":{"$numberInt":"1"}}',
  },
  {
    action: 'database.calculateDocument',
    collectionName: 'kept',
    query: '{"$or":[{"n":{"$numberInt":"1"}},{"t":{"$regularExpression":{"pattern":"^a","options":"i"}}}]}',
  },
  {
    action: 'database.aggregateDocuments',
    collectionName: 'kept',
    stages: [
      { stageKey: '$match', stageValue: '{"n":{"$numberInt":"1"}}' },
      { stageKey: '$group', stageValue: '{"_id":"$t","n":{"$sum":{"$numberInt":"1"}}}' },
    ],
  },
  {
    action: 'database.insertDocument',
    collectionName: 'scratch',
    data: ['{"n":{"$numberInt":"1"},"at":{"$tcb_server_date":{"offset":{"$numberInt":"0"}}}}'],
  },
  {
    action: 'database.modifyDocument',
    collectionName: 'scratch',
    queryType: 'WHERE',
    multi: true,
    merge: true,
    upsert: false,
    query: '{"n":{"$numberInt":"1"}}',
    data: '{"$set":{"a.b":{"$numberInt":"2"}},"$push":{"list":{"$each":["x"]}}}',
  },
  {
    action: 'database.modifyDocument',
    collectionName: 'scratch',
    queryType: 'DOC',
    multi: false,
    merge: false,
    upsert: true,
    query: '{"_id":"x"}',
    data: '{"n":{"$numberInt":"2"}}',
  },
  {
    action: 'database.removeDocument',
    collectionName: 'scratch',
    query: '{"n":{"$numberInt":"9"}}',
    multi: true,
  },
  { action: 'database.commitTransaction', transactionId: 'none' },
  { action: 'storage.getUploadMetadata', path: 'a/b.png', method: 'put' },
  { action: 'functions.invokeFunction', function_name: 'none', request_data: '{"a":1}' },
]

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    '',
    '{}',
    '[]',
    '{',
    '$where',
    '__proto__',
    '{"__proto__":1}',
    '{"$gt":1}',
    '{"a":{"$x":1}}',
    '\u0000',
    '�',
    'kept/../kept',
  ),
  fc.string(),
  fc.json(),
  fc.jsonValue(),
)
/** Breaks one parameter: replaced, cut, doubled, a character changed, or taken away. */
const mutation = fc.record({
  which: fc.nat(recorded.length - 1),
  parameter: fc.nat(12),
  how: fc.constantFrom('replace', 'cut', 'repeat', 'swap', 'drop', 'add'),
  junk,
  at: fc.nat(200),
})

/** Writes to `kept` could come about only by a mutated collection name: that is no fault of the gateway. */
function mutate(
  params: Record<string, unknown>,
  change: { parameter: number; how: string; junk: unknown; at: number },
) {
  const names = Object.keys(params).filter(name => name !== 'collectionName')
  const name = names[change.parameter % names.length] ?? 'action'
  const value = params[name]
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const at = change.at % (text.length + 1)
  const junkText = typeof change.junk === 'string' ? change.junk : JSON.stringify(change.junk)
  const character = junkText.slice(0, 1)
  const changed: Record<string, unknown> = {
    replace: change.junk,
    cut: text.slice(0, at),
    repeat: text.slice(0, at) + text,
    swap: text.slice(0, at) + character + text.slice(at + 1),
    drop: undefined,
    add: value,
  }
  const result = { ...params, [name]: changed[change.how] }
  return change.how === 'add' ? { ...result, [junkText.slice(0, 10) || 'x']: change.junk } : result
}

describe('ten thousand mutations of recorded requests', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ indexManifest: { kept: [{ name: 'n', keys: [['n', 1]] }], scratch: [] } })
  })
  afterAll(() => cloud.close())

  test('each is answered in the form of the SDK, nothing hangs and no other document changes', async () => {
    const kept = cloud.app.database().collection('kept')
    const documents = Array.from({ length: 5 }, (_, n) => ({ _id: `k${n}`, n, t: 'abc', tags: ['a'] }))
    await kept.add(documents)
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 40, maxLength: 40 }), async mutations => {
        const answers = await Promise.all(
          mutations.map(change => {
            const params = mutate(recorded[change.which] ?? {}, change)
            return signedPost(
              cloud.url,
              Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined)),
            )
          }),
        )
        for (const { status, body } of answers) {
          expect(status).toBe(200)
          expect(body.requestId).toEqual(expect.any(String))
          expect(body.code).not.toBe('SYS_ERR')
        }
      }),
      { numRuns: 250, endOnFailure: true },
    )
    expect((await kept.orderBy('_id', 'asc').get()).data).toEqual(documents)
    expect(Object.hasOwn(Object.prototype, 'n')).toBe(false)
  }, 180_000)
})
