import { join } from 'node:path'
import * as z from 'zod'
import { startLocalcloud } from '../../../localcloud/main'
import type { FindOptions } from '../../../localcloud/store/reading'
import { findDocuments } from '../../../localcloud/store/reading'
import { cpuMicroseconds } from './measure'
import { DOCUMENTS, deskOf, INDEXES, idOf, notice } from './notices'

const asked = z.object({ work: z.nullable(z.enum(['get', 'query'])), times: z.number() })

/**
 * A localcloud in a process of its own, so that the CPU of its clients is not counted as its own. Asked by
 * message, it does some work so many times without the gateway and says how much CPU it has used so far.
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
  const find = (options: FindOptions) =>
    findDocuments(cloud.store.live, collection, options).map(({ body }) => body)
  const direct = {
    get: (n: number) => find({ query: { _id: idOf(n % DOCUMENTS) }, limit: 1 }),
    query: (n: number) => find(deskOf(n, DOCUMENTS)),
  }
  process.on('message', message => {
    const { work, times } = asked.parse(message)
    if (work) for (let n = 0; n < times; n++) direct[work](n)
    process.send?.({ cpu: cpuMicroseconds() })
  })
  process.on('disconnect', () => void cloud.close().then(() => process.exit(0)))
  process.send?.({ url: cloud.url })
}

void serve(process.argv[2] ?? '')
