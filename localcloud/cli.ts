import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { startFailure, startLocalcloud } from './main'
import { personaSchema } from './personas'
import { templateSchema } from './wechat/templates'

const seedSchema = z.object({
  personas: z._default(z.array(personaSchema), []),
  templates: z._default(z.array(templateSchema), []),
})

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.data/localcloud' },
    port: { type: 'string', default: '8787' },
    h5: { type: 'string', default: 'dist/h5' },
    functions: { type: 'string', default: 'dist/cloudfunctions' },
    cloudbaserc: { type: 'string', default: 'cloudbaserc.json' },
    indexes: { type: 'string', default: 'config/indexes.json' },
    /** A JSON file `{ personas, templates }`. */
    seed: { type: 'string' },
  },
})

async function run(): Promise<void> {
  const seed = seedSchema.parse(
    values.seed === undefined ? {} : JSON.parse(readFileSync(values.seed, 'utf8')),
  )
  const cloud = await startLocalcloud({
    dataDir: values.data,
    port: Number(values.port),
    h5Dir: values.h5,
    functionsDir: values.functions,
    cloudbaserc: values.cloudbaserc,
    indexManifest: values.indexes,
    ...seed,
    log: line => console.log(line),
  })
  console.log(`localcloud ${cloud.url}  控制台 ${cloud.url}/console`)
  const stop = () => {
    void cloud.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

run().catch(error => {
  console.error(startFailure(error))
  process.exit(1)
})
