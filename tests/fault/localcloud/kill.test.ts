import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sdkFor } from '../../localcloud/support/cloud'

const KILLS = 100
const ACCOUNTS = 4
const WRITERS = 6
/** What the accounts hold together: a transaction only moves it. */
const TOTAL = 1000 * ACCOUNTS

interface Running {
  readonly process: ChildProcess
  readonly db: ReturnType<ReturnType<typeof sdkFor>['database']>
}

/** What localcloud has said is stored, over all its lives. */
interface Acknowledged {
  readonly inserted: Set<string>
  readonly removed: Set<string>
  increments: number
  /** Increments sent whose answer was lost: each may have been stored or not. */
  unknownIncrements: number
}

const folder = mkdtempSync(join(tmpdir(), 'localcloud-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test(`kill -9 under load, ${KILLS} times: no acknowledged write is lost, no transaction is half done`, async () => {
  writeFileSync(
    join(folder, 'indexes.json'),
    JSON.stringify({ entries: [{ name: 'n', keys: [['n', 1]] }], accounts: [], counters: [] }),
  )
  const acknowledged: Acknowledged = {
    inserted: new Set(),
    removed: new Set(),
    increments: 0,
    unknownIncrements: 0,
  }
  let running = await start()
  await running.db
    .collection('accounts')
    .add(Array.from({ length: ACCOUNTS }, (_, n) => ({ _id: `a${n}`, sum: 1000 })))
  await running.db.collection('counters').add({ _id: 'c', n: 0 })
  for (let round = 0; round < KILLS; round++) {
    const load = Array.from({ length: WRITERS }, (_, writer) =>
      write(running, `${round}-${writer}`, acknowledged),
    )
    await new Promise(done => setTimeout(done, 20 + ((round * 37) % 120)))
    running.process.kill('SIGKILL')
    await Promise.all(load)
    running = await start()
    await check(running, acknowledged)
  }
  expect(acknowledged.inserted.size).toBeGreaterThan(KILLS)
  expect(acknowledged.increments).toBeGreaterThan(KILLS)
  running.process.kill('SIGTERM')
  await new Promise(done => running.process.once('exit', done))
}, 600_000)

/** Opens at once on whatever the kill left behind. */
async function start(): Promise<Running> {
  const cli = join(__dirname, '../../../localcloud/cli.ts')
  const parameters = [
    '--data',
    join(folder, 'data'),
    '--port',
    '0',
    '--indexes',
    join(folder, 'indexes.json'),
  ]
  const started = spawn(process.execPath, ['--import', 'tsx', cli, ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    started.once('exit', code => reject(new Error(`localcloud ended with ${code} instead of opening`)))
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0]
      if (address) resolve(address)
    })
  })
  return { process: started, db: sdkFor(url).database() }
}

/** Writes without a pause until the process is gone. */
async function write(
  { process: target, db }: Running,
  name: string,
  acknowledged: Acknowledged,
): Promise<void> {
  const { command } = db
  for (let n = 0; target.exitCode === null && target.signalCode === null; n++) {
    const id = `${name}-${n}`
    let isIncrementOpen = false
    try {
      await db.collection('entries').add({ _id: id, n })
      acknowledged.inserted.add(id)
      isIncrementOpen = true
      await db
        .collection('counters')
        .doc('c')
        .update({ n: command.inc(1) })
      isIncrementOpen = false
      acknowledged.increments += 1
      await move(db, n)
      if (n % 3 === 0) {
        // Whether a removal whose answer is lost was stored is open: the entry is not counted on any more.
        acknowledged.inserted.delete(id)
        await db.collection('entries').doc(id).remove()
        acknowledged.removed.add(id)
      }
    } catch {
      if (isIncrementOpen) acknowledged.unknownIncrements += 1
    }
  }
}

/** One transaction that takes from one account and gives to another; a conflict is no failure. */
async function move(db: Running['db'], n: number): Promise<void> {
  const transaction = await db.startTransaction()
  try {
    const accounts = transaction.collection('accounts')
    await accounts.doc(`a${n % ACCOUNTS}`).update({ sum: db.command.inc(-1) })
    await accounts.doc(`a${(n + 1) % ACCOUNTS}`).update({ sum: db.command.inc(1) })
    await transaction.commit()
  } catch (error) {
    const { code }: { code?: string } = Object(error)
    if (code !== 'DATABASE_TRANSACTION_CONFLICT' && code !== 'DATABASE_TRANSACTION_FAIL') throw error
  }
}

async function check({ db }: Running, acknowledged: Acknowledged): Promise<void> {
  const { data: accounts } = await db.collection('accounts').get()
  expect(accounts.reduce((sum: number, account: { sum: number }) => sum + account.sum, 0)).toBe(TOTAL)
  const stored = await storedIds(db)
  expect([...acknowledged.inserted].filter(id => !stored.has(id))).toEqual([])
  expect([...acknowledged.removed].filter(id => stored.has(id))).toEqual([])
  const { total } = await db.collection('entries').count()
  expect(total).toBe(stored.size)
  const indexed = await db
    .collection('entries')
    .where({ n: db.command.gte(0) })
    .count()
  expect(indexed.total).toBe(stored.size)
  const { data: counters } = await db.collection('counters').doc('c').get()
  expect(counters[0].n).toBeGreaterThanOrEqual(acknowledged.increments)
  expect(counters[0].n).toBeLessThanOrEqual(acknowledged.increments + acknowledged.unknownIncrements)
}

async function storedIds(db: Running['db']): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let after = ''; ; ) {
    const page = await db
      .collection('entries')
      .where({ _id: db.command.gt(after) })
      .orderBy('_id', 'asc')
      .limit(1000)
      .get()
    for (const { _id } of page.data) ids.add(_id)
    if (page.data.length < 1000) return ids
    after = page.data[999]._id
  }
}
