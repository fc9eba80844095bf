import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import * as z from 'zod'
import { inFlight, median, type Row } from './measure'
import { DOCUMENTS, idOf, PAGE, PER_UNIT, unitOf } from './notices'
import { type Recorded, Replay, recorded } from './recording'

type Work = 'get' | 'query'

interface Server {
  readonly replay: Replay
  /** CPU that the server has used so far. */
  cpuMicroseconds(): Promise<number>
  /** The same, after it has done this work so many times without the gateway. */
  cpuAfter(work: Work, times: number): Promise<number>
  stop(): Promise<void>
}

const WARM_UP = 2000
const ROUNDS = 9
const REQUESTS = 200
const WIDTHS = [8, 1]

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
  await server.cpuAfter(work, WARM_UP)
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
    const started = await server.cpuMicroseconds()
    await inFlight(width, requests, request => server.replay.send(request))
    const answered = await server.cpuMicroseconds()
    const done = await server.cpuAfter(work, REQUESTS)
    rounds.push({ through: (answered - started) / REQUESTS, alone: (done - answered) / REQUESTS })
  }
  return {
    项目: `${name}，网关加上的 CPU，同时 ${width} 个请求`,
    次数: ROUNDS * REQUESTS,
    一边: `经网关 ${Math.round(median(rounds.map(round => round.through)))} µs`,
    另一边: `引擎 ${Math.round(median(rounds.map(round => round.alone)))} µs`,
    结果: `${Math.round(median(rounds.map(round => round.through - round.alone)))} µs`,
    目标: '< 300 µs',
  }
}

async function startServer(folder: string): Promise<Server> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'server.ts'), folder], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const { url } = z.object({ url: z.string() }).parse(await nextMessage(child))
  const replay = new Replay(Number(new URL(url).port))
  const ask = async (work: Work | null, times: number) => {
    child.send({ work, times })
    return z.object({ cpu: z.number() }).parse(await nextMessage(child)).cpu
  }
  return {
    replay,
    cpuMicroseconds: () => ask(null, 0),
    cpuAfter: ask,
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
