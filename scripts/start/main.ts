import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CannotStart, openDatabase } from '../../localcloud/store/openDatabase'
import { buildApp } from '../build/app'
import { buildFunctions } from '../build/functions'
import { ErrorForPeople, type Phase } from '../lib/for-people'
import { startTrialCloud, type TrialCloud } from '../trial/cloud'
import { personas } from '../trial/personas'
import { setUpTrial } from '../trial/set-up'
import { checkPortIsFree } from './port'

const DATA = '.data'
/** Stands once everything of the trial is in; without it a first start was cut short, and begins anew. */
const READY = join(DATA, 'trial-ready')
const PORT = '8788'
const USAGE = '写法：npm start [-- --port <端口> --fresh]'

/**
 * `npm start`: builds what is not built, starts localcloud with both districts and a few trial notices and applications, and
 * prints the address. Data stay in `.data/`; `--fresh` begins anew.
 */
export async function main(args: string[], phase: Phase): Promise<void> {
  const { port, fresh } = optionsOf(args)
  await checkPortIsFree(port)
  await phase('打包云函数', buildFunctions)
  await phase('编译网页版', () => buildApp('h5-trial'))
  const trial = await inSentences(async () => {
    if (fresh || !existsSync(READY)) clearData()
    return phase('启动本地云，装入各区数据', () =>
      startTrialCloud({ dataDir: DATA, port, log: line => console.log(line) }),
    )
  })
  if (!existsSync(READY)) await phase('张贴几张示例公示，办几件示例办件', () => fillTrial(trial))
  introduce(trial.cloud.url)
  stopOnSignal(trial)
}

function optionsOf(args: string[]): { port: number; fresh: boolean } {
  try {
    const { values } = parseArgs({ args, options: { port: { type: 'string' }, fresh: { type: 'boolean' } } })
    const port = Number(values.port ?? process.env.PORT ?? PORT)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError('port')
    return { port, fresh: values.fresh ?? false }
  } catch (cause) {
    throw new ErrorForPeople(USAGE, { cause })
  }
}

/** Empties the data folder. Another localcloud that works in it is told apart by its lock. */
function clearData(): void {
  openDatabase(DATA).close()
  rmSync(DATA, { recursive: true, force: true })
}

async function fillTrial({ client }: TrialCloud): Promise<void> {
  await setUpTrial(client, new Date().toISOString())
  writeFileSync(READY, '')
}

async function inSentences<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CannotStart) throw new ErrorForPeople(error.message, { cause: error })
    throw error
  }
}

function introduce(address: string): void {
  console.log(`\n用浏览器打开　${address}\n\n试用身份（在“我的”里选；都是编的）`)
  for (const { name, place, roleName } of personas) console.log(`  ${place}　${roleName}　${name}`)
  console.log('\n拨时钟、看收到的消息：同一个地址后面加 /console。按 Ctrl-C 停止，数据留在 .data/。')
}

function stopOnSignal({ cloud }: TrialCloud): void {
  const stop = () => {
    console.log('\n正在停止……')
    cloud.close().then(
      () => process.exit(0),
      error => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
