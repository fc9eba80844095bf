import { join } from 'node:path'
import * as z from 'zod'
import { startLocalcloud } from '../../../localcloud/main'
import type { FindOptions } from '../../../localcloud/store/reading'
import { listDocuments } from '../../../localcloud/store/reading'
import { cpuMicroseconds } from './measure'
import { DOCUMENTS, deskOf, INDEXES, idOf, notice } from './notices'

const asked = z.object({
  order: z.nullable(z.object({ work: z.enum(['get', 'query']), times: z.number(), pauseMs: z.number() })),
})

/**
 * A localcloud in a process of its own, so that the CPU of its clients is not counted as its own. It answers
 * the CPU it has used so far, or what some work costs it so many times without the gateway.
 */
async function serve(folder: string): Promise<void> {
  const cloud = await startLocalcloud({
    dataDir: join(folder, 'gateway'),
    port: 0,
    h5Dir: join(folder, 'h5'),
    functionsDir: join(folder, 'functions'),
    cloudbaserc: join(folder, 'cloudbaserc.json'),
    indexManifest: INDEXES,
    personas: [],
    templates: [],
    schedule: false,
  })
  await cloud.importDocuments(
    'notices',
    Array.from({ length: DOCUMENTS }, (_, n) => notice(n, DOCUMENTS)),
  )
  const collection = cloud.store.collection('notices')
  const find = (options: FindOptions) => listDocuments(cloud.store.live, collection, options)
  const direct = {
    get: (n: number) => find({ query: { _id: idOf(n % DOCUMENTS) }, limit: 1 }),
    query: (n: number) => find(deskOf(n, DOCUMENTS)),
  }
  process.on('message', message => {
    const { order } = asked.parse(message)
    process.send?.({ cpu: order ? costOf(direct[order.work], order) : cpuMicroseconds() })
  })
  process.on('disconnect', () => void cloud.close().then(() => process.exit(0)))
  process.send?.({ url: cloud.url })
}

interface Rhythm {
  readonly times: number
  readonly pauseMs: number
}

/** CPU of the work alone: at intervals like those of the requests, less what keeping the intervals costs. */
function costOf(work: (n: number) => unknown, rhythm: Rhythm): number {
  const pausesOnly = cpuOf(() => undefined, rhythm)
  return cpuOf(work, rhythm) - pausesOnly
}

function cpuOf(work: (n: number) => unknown, { times, pauseMs }: Rhythm): number {
  const nobody = new Int32Array(new SharedArrayBuffer(4))
  const started = cpuMicroseconds()
  for (let n = 0; n < times; n++) {
    work(n)
    Atomics.wait(nobody, 0, 0, pauseMs)
  }
  return cpuMicroseconds() - started
}

void serve(process.argv[2] ?? '')
