import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import * as z from 'zod'
import { inFlight, type Row, undisturbed, verdict } from './measure'
import { DOCUMENTS, idOf, PAGE, PER_UNIT, unitOf } from './notices'
import { type Recorded, Replay, recorded } from './recording'

type Work = 'get' | 'query'

interface Server {
  readonly replay: Replay
  /** CPU that the server has used so far. */
  cpuMicroseconds(): Promise<number>
  /** CPU of this work so many times without the gateway, with so long a pause behind each. */
  cpuAlone(work: Work, times: number, pauseMs: number): Promise<number>
  stop(): Promise<void>
}

/** Until the compiler is done with the server's code: its work is counted as CPU too. */
const WARM_UP = 8000
const ROUNDS = 25
const REQUESTS = 200
const WIDTHS = [8, 1]
/** Microseconds of CPU that the gateway may add to a request. */
const MOST_ADDED = 300

/** CPU that the gateway adds to a request of the unmodified SDK, client and server in processes of their own. */
export async function gatewayRows(folder: string): Promise<Row[]> {
  const gets = await recorded(REQUESTS, (db, n) =>
    db
      .collection('notices')
      .doc(idOf(n * 37))
      .get(),
  )
  const queries = await recorded(REQUESTS, (db, n) =>
    db
      .collection('notices')
      .where({ unitCode: unitOf(n % (DOCUMENTS / PER_UNIT)), status: 'published' })
      .orderBy('updatedAt', 'desc')
      .limit(PAGE)
      .get(),
  )
  const server = await startServer(folder)
  try {
    return [
      ...(await added(server, '按编号取一条', 'get', gets)),
      ...(await added(server, `按索引取 ${PAGE} 条`, 'query', queries)),
    ]
  } finally {
    await server.stop()
  }
}

async function added(server: Server, name: string, work: Work, requests: Recorded[]): Promise<Row[]> {
  const send = (request: Recorded) => server.replay.send(request)
  for (let n = 0; n < WARM_UP; n += REQUESTS) await inFlight(8, requests, send)
  await server.cpuAlone(work, WARM_UP, 0)
  const rows: Row[] = []
  for (const width of WIDTHS) rows.push(await addedAt(width, server, name, work, requests))
  return rows
}

async function addedAt(
  width: number,
  server: Server,
  name: string,
  work: Work,
  requests: Recorded[],
): Promise<Row> {
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    const before = await server.cpuMicroseconds()
    await inFlight(width, requests, request => server.replay.send(request))
    const through = ((await server.cpuMicroseconds()) - before) / REQUESTS
    const elapsed = (performance.now() - started) / REQUESTS
    // A processor that waits for the next request forgets: the engine alone is called at the same intervals.
    const pauseMs = Math.max(0, elapsed - through / 1000)
    const alone = (await server.cpuAlone(work, REQUESTS, pauseMs)) / REQUESTS
    rounds.push({ through, alone })
  }
  const through = undisturbed(rounds.map(round => round.through))
  const alone = undisturbed(rounds.map(round => round.alone))
  const added = through - alone
  return {
    项目: `${name}，网关加上的 CPU，同时 ${width} 个请求`,
    次数: ROUNDS * REQUESTS,
    一边: `经网关 ${Math.round(through)} µs`,
    另一边: `引擎 ${Math.round(alone)} µs`,
    结果: `${Math.round(added)} µs`,
    目标: `< ${MOST_ADDED} µs`,
    达标: verdict(added < MOST_ADDED),
  }
}

async function startServer(folder: string): Promise<Server> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'server.ts'), folder], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const { url } = z.object({ url: z.string() }).parse(await nextMessage(child))
  const replay = new Replay(Number(new URL(url).port))
  const ask = async (order: { work: Work; times: number; pauseMs: number } | null) => {
    child.send({ order })
    return z.object({ cpu: z.number() }).parse(await nextMessage(child)).cpu
  }
  return {
    replay,
    cpuMicroseconds: () => ask(null),
    cpuAlone: (work, times, pauseMs) => ask({ work, times, pauseMs }),
    async stop() {
      replay.close()
      const ended = new Promise(done => child.once('exit', done))
      child.disconnect()
      await ended
    },
  }
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the server ended with ${code}`))
    child.once('exit', ended)
    child.once('message', message => {
      child.off('exit', ended)
      resolve(message)
    })
  })
}
