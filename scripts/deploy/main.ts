import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { appOutput, buildApp } from '../build/app'
import { buildFunctions } from '../build/functions'
import { loadDistricts } from '../lib/district-loader'
import { ErrorForPeople, type Phase } from '../lib/for-people'
import { IMPORT_FOLDER, importSummary, writeImportFiles } from '../lib/import-files'
import { type Deployment, problemsOf, warningsOf } from './checks'
import { gatherDeployment } from './gather'
import { commandsOf, rollOut } from './rollout'

const COMMAND_LINE = '@cloudbase/cli@2.12.10'
const USAGE = '写法：npm run deploy -- --env <环境编号> [--dry-run] [--first]'

/**
 * `npm run deploy -- --env <id>`: builds, checks, shows what will change, and drives CloudBase's command line.
 * `--dry-run` stops before it and needs no network. `--first` is for an environment without the functions.
 */
export async function main(args: string[], phase: Phase): Promise<void> {
  const { env, dryRun, first } = optionsOf(args)
  await phase('打包云函数', buildFunctions)
  process.env.API_BASE ??= gatewayOf(env)
  await phase('编译网页版', () => buildApp('h5'))
  const documents = await phase('读各区数据', () => loadDistricts('districts'))
  const deployment = gatherDeployment(documents)
  show(deployment)
  writeImportFiles(documents)
  console.log(`\n要导入的数据（写在 ${IMPORT_FOLDER}/）\n${importSummary(documents).join('\n')}\n`)
  for (const warning of warningsOf(deployment)) console.log(`注意：${warning}`)
  const problems = problemsOf(deployment)
  if (problems.length > 0)
    throw new ErrorForPeople(`没有部署。先改好：\n${problems.map(one => `  ${one}`).join('\n')}`)
  const { configuration } = deployment
  const rollout = { env, configuration, folder: 'dist/deploy', webApp: appOutput('h5'), first }
  if (dryRun) {
    console.log('\n试算完了，没有动云上的东西。正式部署时依次运行：')
    for (const command of commandsOf(rollout)) console.log(`  tcb ${command.join(' ')}`)
    return
  }
  await rollOut(rollout, tcb, line => console.log(`  ${line}`))
}

/** Where CloudBase answers the web app's calls of functions. */
const gatewayOf = (env: string) => `https://${env}.api.tcloudbasegateway.com`

function optionsOf(args: string[]): { env: string; dryRun: boolean; first: boolean } {
  const options = {
    env: { type: 'string' },
    'dry-run': { type: 'boolean' },
    first: { type: 'boolean' },
  } as const
  try {
    const { values } = parseArgs({ args, options })
    if (!values.env) throw new ErrorForPeople(USAGE)
    return { env: values.env, dryRun: values['dry-run'] ?? false, first: values.first ?? false }
  } catch (cause) {
    throw new ErrorForPeople(USAGE, { cause })
  }
}

function show({ configuration, bundles, indexes }: Deployment): void {
  console.log('\n函数')
  for (const { name, memorySize, timeout, triggers } of configuration.functions) {
    const kilobytes = Math.round((bundles.find(bundle => bundle.name === name)?.bytes ?? 0) / 1000)
    const timers = triggers.map(({ config }) => `，定时 ${config}`).join('')
    console.log(`  ${name.padEnd(14)}${kilobytes} KB，${memorySize} MB，${timeout} 秒${timers}`)
  }
  console.log(`\n集合和索引（在控制台建，全文见 config/indexes.json）`)
  for (const [collection, list] of Object.entries(indexes)) {
    console.log(`  ${collection.padEnd(14)}${list.map(({ name }) => name).join('、') || '不要索引'}`)
  }
}

function tcb(args: string[]): Promise<void> {
  const child = spawn('npx', ['--yes', '--package', COMMAND_LINE, 'tcb', ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => {
      if (code === 0) resolve()
      else reject(new ErrorForPeople(`tcb ${args.slice(0, 3).join(' ')} 没有成功（${code}）。`))
    })
  })
}
