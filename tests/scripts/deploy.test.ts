import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesUnder } from '../../scripts/build/inputs'
import { type Deployment, problemsOf, warningsOf } from '../../scripts/deploy/checks'
import {
  type Configuration,
  variableChanges,
  withDeployedVariables,
} from '../../scripts/deploy/configuration'
import { gatherDeployment } from '../../scripts/deploy/gather'
import { type Rollout, rollOut } from '../../scripts/deploy/rollout'
import { loadDistricts } from '../../scripts/lib/district-loader'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const courier = {
  name: 'courier',
  handler: 'index.main',
  runtime: 'Nodejs18.15',
  memorySize: 512,
  timeout: 60,
  envVariables: { TZ: 'Asia/Shanghai', MINIPROGRAM_STATE: 'formal' },
  triggers: [{ name: 'everyMinute', type: 'timer' as const, config: '20 * * * * * *' }],
}
const configuration: Configuration = { functionRoot: './dist/cloudfunctions', functions: [courier] }
const sound: Deployment = {
  configuration,
  bundles: [{ name: 'courier', bytes: 1_000_000, gzipBytes: 300_000 }],
  indexes: { jobs: [{ name: 'due' }] },
  collectionsUsed: ['jobs'],
  permissions: { courier: ['subscribeMessage.send'] },
  messages: [{ event: 'notice-opened', templateId: 'abcDEF123' }],
}
const changed = (change: Partial<typeof courier>): Deployment => ({
  ...sound,
  configuration: { ...configuration, functions: [{ ...courier, ...change }] },
})

describe('the checks before a deployment', () => {
  test('what the repository holds is fit to be deployed', async () => {
    expect(problemsOf(gatherDeployment(await loadDistricts('districts')))).toEqual([])
  })

  test('a sound deployment has no problem and no warning', () => {
    expect(problemsOf(sound)).toEqual([])
    expect(warningsOf(sound)).toEqual([])
  })

  test.each([
    [
      'a bundle without settings',
      { ...sound, bundles: [...sound.bundles, { name: 'feed', bytes: 1, gzipBytes: 1 }] },
      'feed',
    ],
    ['settings without a bundle', { ...sound, bundles: [] }, '没有打包出来'],
    [
      'a bundle too heavy for a cold start',
      { ...sound, bundles: [{ name: 'courier', bytes: 2_000_001, gzipBytes: 1 }] },
      '超过',
    ],
    [
      'a collection that the index manifest does not know',
      { ...sound, collectionsUsed: ['jobs', 'stamps'] },
      'stamps',
    ],
    [
      'a twenty-first index',
      { ...sound, indexes: { jobs: Array.from({ length: 21 }, () => ({ name: 'x' })) } },
      '21 个索引',
    ],
    ['a courier that may not send', { ...sound, permissions: {} }, 'subscribeMessage.send'],
    ['a courier without its timer', changed({ triggers: [] }), '定时器'],
    [
      'a timer of five fields',
      changed({ triggers: [{ name: 'x', type: 'timer', config: '* * * * *' }] }),
      '7 段',
    ],
    [
      'a function in the machine’s own zone',
      changed({ envVariables: { ...courier.envVariables, TZ: 'UTC' } }),
      'TZ',
    ],
    [
      'messages that open a version which WeChat does not know',
      changed({ envVariables: { ...courier.envVariables, MINIPROGRAM_STATE: 'test' } }),
      'MINIPROGRAM_STATE',
    ],
    ['a time limit beyond the platform’s', changed({ timeout: 61 }), '时限'],
    ['memory beyond the platform’s', changed({ memorySize: 4096 }), '内存'],
    ['a runtime that is not ours', changed({ runtime: 'Nodejs16.13' }), 'runtime'],
  ])('%s is a problem', (_what, deployment, said) => {
    expect(problemsOf(deployment).join('\n')).toContain(said)
  })

  test('messages that open a test version are a warning: a test environment wants them so', () => {
    const trial = changed({ envVariables: { ...courier.envVariables, MINIPROGRAM_STATE: 'trial' } })
    expect(warningsOf(trial)).toEqual([expect.stringContaining('formal')])
    expect(problemsOf(trial)).toEqual([])
  })

  test('a message without its template of the account is a warning, not a problem', () => {
    const messages = [{ event: 'notice-opened', templateId: 'TEMPLATE-notice-opened' }]
    expect(warningsOf({ ...sound, messages })).toEqual([expect.stringContaining('notice-opened')])
    expect(problemsOf({ ...sound, messages })).toEqual([])
  })
})

describe('environment variables', () => {
  const inTheCloud = {
    functions: [
      {
        name: 'courier',
        envVariables: { SECRET: 'set in the console', TZ: 'UTC', MINIPROGRAM_STATE: 'formal' },
      },
    ],
  }

  test('what only the cloud has is kept, what both have is ours', () => {
    expect(withDeployedVariables(configuration, inTheCloud).functions[0]?.envVariables).toEqual({
      SECRET: 'set in the console',
      TZ: 'Asia/Shanghai',
      MINIPROGRAM_STATE: 'formal',
    })
  })

  test('the changes are told by name, never by value', () => {
    const told = variableChanges(configuration, inTheCloud)
    expect(told).toEqual(['courier：保留云上的 SECRET', 'courier：改 TZ'])
  })
})

describe('the roll-out', () => {
  const rollout = (first = false): Rollout => ({
    env: 'env-1',
    configuration,
    folder,
    webApp: 'dist/h5',
    first,
  })
  const deployedConfiguration = () => JSON.parse(readFileSync(join(folder, 'cloudbaserc.json'), 'utf8'))

  test('pulls the variables before it deploys, and deploys with them', async () => {
    const commands: string[][] = []
    await rollOut(
      rollout(),
      async args => {
        commands.push(args)
        if (args[0] === 'config')
          writeFileSync(
            join(folder, 'pulled.json'),
            JSON.stringify({ functions: [{ name: 'courier', envVariables: { SECRET: 'kept' } }] }),
          )
      },
      () => undefined,
    )
    expect(
      commands.map(args => args.filter(one => /^(config|fn|hosting|pull|deploy)$/.test(one)).join(' ')),
    ).toEqual(['config pull fn', 'fn deploy', 'hosting deploy'])
    expect(deployedConfiguration().functions[0].envVariables).toEqual({
      SECRET: 'kept',
      ...courier.envVariables,
    })
    expect(deployedConfiguration().envId).toBe('env-1')
  })

  test('does not deploy when the variables cannot be read', async () => {
    const commands: string[][] = []
    const refusing = async (args: string[]) => {
      commands.push(args)
      throw new Error('not logged in')
    }
    await expect(rollOut(rollout(), refusing, () => undefined)).rejects.toThrow('没有部署')
    expect(commands).toHaveLength(1)
  })

  test('asks for no variables where nothing is deployed yet', async () => {
    const commands: string[][] = []
    await rollOut(
      rollout(true),
      async args => void commands.push(args),
      () => undefined,
    )
    expect(commands.map(args => args.includes('pull'))).toEqual([false, false])
  })
})

describe('npm run deploy', () => {
  /** It builds the web app for the environment that it is asked for. */
  const BUILD_MS = 300_000

  const deploy = (...args: string[]) =>
    // Without a PATH there is no npx: a dry run that reached for it would fail.
    spawnSync(process.execPath, ['scripts/deploy.mjs', ...args], {
      encoding: 'utf8',
      env: { ...process.env, PATH: '' },
    })

  test(
    'a dry run shows the plan and needs nothing but this machine',
    () => {
      const { status, stdout, stderr } = deploy('--env', 'env-1', '--dry-run')
      expect(stderr).toBe('')
      expect(status).toBe(0)
      expect(stdout).toContain('没有动云上的东西')
      expect(stdout).toContain('fn deploy --all --force --yes -e env-1')
      expect(stdout).toMatch(/courier\s+\d+ KB，512 MB，60 秒，定时 20 \* \* \* \* \* \*/)
      const scripts = filesUnder('dist/h5').filter(file => file.endsWith('.js'))
      const gateway = 'https://env-1.api.tcloudbasegateway.com'
      expect(scripts.some(file => readFileSync(file, 'utf8').includes(gateway))).toBe(true)
    },
    BUILD_MS,
  )

  test('says how it is used when the environment is not named', () => {
    const { status, stderr } = deploy('--dry-run')
    expect(status).toBe(1)
    expect(stderr.trim()).toBe('写法：npm run deploy -- --env <环境编号> [--dry-run] [--first]')
  })
})
