import { join } from 'node:path'
import { Documents } from '../../../localcloud/store/documents'
import { openDatabase } from '../../../localcloud/store/openDatabase'
import { countDocuments, findDocuments } from '../../../localcloud/store/reading'
import { Store } from '../../../localcloud/store/store'
import { Transactions } from '../../../localcloud/store/transaction'
import { cpuMicroseconds, inFlight, median, type Row, rounded, verdict } from './measure'
import { DOCUMENTS, deskOf, INDEXES, idOf, notice, PAGE, PER_UNIT } from './notices'

type Engine = Awaited<ReturnType<typeof openEngine>>

const MANY = 1_000_000
/** How many times as dear a query may be on a hundred times the documents. */
const DEAREST = 1.5
const IMPORTED_AT_ONCE = 10_000
const ROUNDS = 15
const QUERIES = 400
const WRITES = 640
const WRITE_ROUNDS = 3
const WIDTH = 32

/** The engine alone: whether a hundred times the documents make a query dearer, and what sharing a commit saves. */
export async function engineRows(folder: string): Promise<Row[]> {
  const few = await openEngine(join(folder, 'few'), DOCUMENTS)
  const many = await openEngine(join(folder, 'many'), MANY)
  try {
    const reads = [
      compare('按索引查找，取最早的一条', few, many, (engine, n) => engine.one(n)),
      compare(`按索引计数 ${PER_UNIT / 4} 条`, few, many, (engine, n) => engine.count(n)),
      compare(`按索引排序取前 ${PAGE} 条`, few, many, (engine, n) => engine.page(n)),
    ]
    return [...reads, ...(await groupCommit(few))]
  } finally {
    few.close()
    many.close()
  }
}

async function openEngine(folder: string, total: number) {
  const store = new Store(openDatabase(folder))
  await store.commits.run(() => store.applyManifest(INDEXES))
  const documents = new Documents(store, new Transactions(store), () => {})
  for (let from = 0; from < total; from += IMPORTED_AT_ONCE) {
    await documents.importDocuments(
      'notices',
      Array.from({ length: IMPORTED_AT_ONCE }, (_, n) => notice(from + n, total)),
    )
  }
  const collection = store.collection('notices')
  // Strides over all units, so that the larger one has to leave its cache.
  const scattered = (n: number) => (n * 7_919) % total
  return {
    one: (n: number) =>
      findDocuments(store.live, collection, { ...deskOf(scattered(n), total), sort: [], limit: 1 }),
    count: (n: number) => countDocuments(store.live, collection, deskOf(scattered(n), total).query),
    page: (n: number) => findDocuments(store.live, collection, deskOf(scattered(n), total)),
    insert: (n: number) => documents.insert(collection, [{ ...notice(n, total), _id: `added-${n}` }]),
    update: (n: number) =>
      documents.modify(collection, {
        query: { _id: idOf(n % total) },
        data: { $inc: { version: 1 } },
        merge: true,
        upsert: false,
        multi: false,
      }),
    remove: (n: number) => documents.remove(collection, { _id: `added-${n}` }, false),
    close: () => store.close(),
  }
}

function compare(name: string, few: Engine, many: Engine, work: (engine: Engine, n: number) => unknown): Row {
  const cost = (engine: Engine, round: number) => {
    const started = cpuMicroseconds()
    for (let n = 0; n < QUERIES; n++) work(engine, round * QUERIES + n)
    return (cpuMicroseconds() - started) / QUERIES
  }
  for (const engine of [few, many]) cost(engine, ROUNDS)
  const rounds = Array.from({ length: ROUNDS }, (_, round) => ({
    few: cost(few, round),
    many: cost(many, round),
  }))
  const ofFew = median(rounds.map(round => round.few))
  const ofMany = median(rounds.map(round => round.many))
  return {
    项目: `${name}的 CPU，一百万条比一万条`,
    次数: 2 * ROUNDS * QUERIES,
    一边: `一百万条 ${rounded(ofMany)} µs`,
    另一边: `一万条 ${rounded(ofFew)} µs`,
    结果: `${rounded(ofMany / ofFew)} 倍`,
    目标: `≤ ${DEAREST} 倍`,
    达标: verdict(ofMany / ofFew <= DEAREST),
  }
}

interface Rates {
  readonly name: string
  readonly write: (n: number) => Promise<unknown>
  readonly together: number[]
  readonly alone: number[]
}

async function groupCommit(engine: Engine): Promise<Row[]> {
  const kinds = [
    ['新增', engine.insert],
    ['修改', engine.update],
    ['删除', engine.remove],
  ] as const
  const rates = kinds.map(([name, write]): Rates => ({ name, write, together: [], alone: [] }))
  for (let round = 0; round < WRITE_ROUNDS; round++) {
    const from = round * 2 * WRITES
    for (const { write, together } of rates) together.push(await rate(WIDTH, from, write))
    for (const { write, alone } of rates) alone.push(await rate(1, from + WRITES, write))
  }
  return rates.map(({ name, together, alone }) => {
    const fast = median(together)
    const slow = median(alone)
    return {
      项目: `${name}（落盘后才答复），同时 ${WIDTH} 个比一个接一个`,
      次数: 2 * WRITE_ROUNDS * WRITES,
      一边: `同时 ${WIDTH} 个 ${Math.round(fast)} 次/秒`,
      另一边: `一个接一个 ${Math.round(slow)} 次/秒`,
      结果: `${rounded(fast / slow)} 倍`,
      目标: '> 1 倍',
      达标: verdict(fast > slow),
    }
  })
}

/** Acknowledged writes a second. */
async function rate(width: number, from: number, write: (n: number) => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await inFlight(
    width,
    Array.from({ length: WRITES }, (_, n) => from + n),
    write,
  )
  return WRITES / ((performance.now() - started) / 1000)
}
