import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { LOOPBACK } from './gateway/server'
import { startFailure, startLocalcloud } from './main'
import { personaSchema } from './personas'
import { CannotStart } from './store/openDatabase'
import { templateSchema } from './wechat/templates'

const seedSchema = z.object({
  personas: z._default(z.array(personaSchema), []),
  templates: z._default(z.array(templateSchema), []),
})

const parameters = {
  data: { type: 'string', default: '.data/localcloud' },
  host: { type: 'string', default: LOOPBACK },
  port: { type: 'string', default: '8787' },
  h5: { type: 'string', default: 'dist/h5' },
  functions: { type: 'string', default: 'dist/cloudfunctions' },
  cloudbaserc: { type: 'string', default: 'cloudbaserc.json' },
  indexes: { type: 'string', default: 'config/indexes.json' },
  /** A JSON file `{ personas, templates }`. */
  seed: { type: 'string' },
} as const

async function run(): Promise<void> {
  const { values } = parseArgs({ options: parameters })
  if (values.host !== LOOPBACK && values.host !== 'localhost') {
    throw new CannotStart(
      `只能在本机地址 ${LOOPBACK} 上运行，不能用 ${values.host}：这里没有真正的登录。/ Only ${LOOPBACK} is allowed, not ${values.host}: nothing here guards the data.`,
    )
  }
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new CannotStart(`端口要是 0 到 65535 的整数：${values.port} / not a port: ${values.port}`)
  }
  const seed = seedSchema.parse(
    values.seed === undefined ? {} : JSON.parse(readFileSync(values.seed, 'utf8')),
  )
  const cloud = await startLocalcloud({
    dataDir: values.data,
    port,
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
